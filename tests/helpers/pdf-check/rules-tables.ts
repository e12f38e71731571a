import type { Rule } from './check.ts';
import { listAt, nameAt, numberAt, PDFDict, textAt, textOf, at } from './objects.ts';
import { within, type Element } from './structure.ts';

const span = (cell: Element): number => numberAt(cell.dict, 'A', 'ColSpan') ?? 1;
const rowsOf = (table: Element): Element[] => within(table).filter(({ role }) => role === 'TR');
const tablesOf = (elements: readonly Element[]): Element[] => elements.filter(({ role }) => role === 'Table');

export const TABLE_RULES = {
	'tables are regular': ({ elements }) =>
		tablesOf(elements).flatMap((table) => {
			const widths = rowsOf(table).map((row) => row.kids.reduce((sum, cell) => sum + span(cell), 0));
			return new Set(widths).size > 1
				? [`rows of ${[...new Set(widths)].join(', ')} columns in one table`]
				: [];
		}),
	'tables have heads': ({ elements }) =>
		tablesOf(elements)
			.filter((table) => !within(table).some(({ role }) => role === 'TH'))
			.map(() => 'a table without a head'),
	'heads say what they head': ({ elements }) =>
		elements
			.filter(
				({ role, dict }) => role === 'TH' && !/^(?:Row|Column|Both)$/.test(nameAt(dict, 'A', 'Scope') ?? '')
			)
			.map(() => 'a TH without /Scope'),
	'one head a table': ({ elements }) =>
		tablesOf(elements)
			.filter(({ kids }) => kids.filter(({ role }) => role === 'THead').length > 1)
			.map(() => 'a table with two heads: the repeated one is no artifact'),
	'cells name heads that exist': ({ elements, treeRoot }) => {
		const ids = new Set(
			elements.flatMap(({ role, dict }) => (role === 'TH' ? (textAt(dict, 'ID') ?? []) : []))
		);
		const named = new Set(
			listAt(treeRoot, 'IDTree', 'Names').flatMap((entry) =>
				entry instanceof PDFDict ? [] : (textOf(entry) ?? [])
			)
		);
		return elements
			.flatMap(({ dict }) => listAt(dict, 'A', 'Headers').map(textOf))
			.filter((name) => !ids.has(name ?? '') || !named.has(name ?? ''))
			.map((name) => `no head is called ${name}`);
	},
	'cells under a sub-heading name their heads': ({ elements }) =>
		tablesOf(elements).flatMap((table) => {
			let below = false;
			return rowsOf(table).flatMap((row) => {
				const sub = row.parent?.role === 'TBody' && row.kids.length === 1 && span(row.kids[0]!) > 1;
				if (sub) below = true;
				if (sub || !below || row.parent?.role !== 'TBody') return [];
				return row.kids
					.filter(({ dict }) => at(dict, 'A', 'Headers') === undefined)
					.map(() => 'a cell below a sub-heading without /Headers');
			});
		})
} satisfies Record<string, Rule>;
