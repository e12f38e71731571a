import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type {
	CellContent,
	Inline,
	TableBlock,
	TableCell as Cell,
	TableColumn,
	TableRow as Row
} from '../blocks.ts';
import { paragraph } from './docx-text.ts';
import { plainText } from './plain-text.ts';

/** Width of the text on A4 with margins of 2 cm, in twentieths of a pt. */
export const TEXT_WIDTH = 9638;
const SMALL = 9;
/** A column that keeps its natural width gets this share, beside columns with shares of 1 and more. */
const NARROW_SHARE = 0.8;

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'C3CDD6' };
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const RULES = {
	top: RULE,
	bottom: RULE,
	left: NO_RULE,
	right: NO_RULE,
	insideHorizontal: RULE,
	insideVertical: NO_RULE
};

/** A table whose head is repeated on each page and whose rows are kept whole where a page can hold them. */
export function docxTable({ columns, rows }: TableBlock): Table {
	const widths = columnWidths(columns);
	const named = columns.some(({ head }) => plainText(head) !== '');
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(({ head: text, align }, at) =>
			cellOf([paragraph(text, { bold: true, colour: 'muted', size: SMALL, align })], widths[at])
		)
	});
	return new Table({
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		borders: RULES,
		rows: [...(named ? [head] : []), ...rows.map((row) => rowOf(row, columns, widths))]
	});
}

function columnWidths(columns: readonly TableColumn[]): number[] {
	const shares = columns.map(({ weight = 1 }) => weight || NARROW_SHARE);
	const all = shares.reduce((sum, share) => sum + share, 0);
	return shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
}

function rowOf(row: Row, columns: readonly TableColumn[], widths: readonly number[]): TableRow {
	if (row.kind === 'group') {
		const [title] = row.cells;
		const texts = title === undefined ? [''] : contentOf(title).paragraphs;
		return new TableRow({
			cantSplit: true,
			children: [
				new TableCell({
					columnSpan: columns.length,
					shading: { fill: 'EEF3F7' },
					children: texts.map((text) => paragraph(text, { bold: true }, { keepNext: true }))
				})
			]
		});
	}
	return new TableRow({
		cantSplit: true,
		children: row.cells.map((cell, at) => {
			const { paragraphs, severity } = contentOf(cell);
			const look = { size: SMALL, align: columns[at]?.align, bold: row.kind === 'total' || undefined };
			const texts = paragraphs.length > 0 ? paragraphs : [''];
			return cellOf(
				texts.map((text, index) => paragraph(index === 0 ? marked(text, severity) : text, look)),
				widths[at]
			);
		})
	});
}

function marked(text: Inline, severity: CellContent['severity']): Inline {
	return severity ? [{ text: '', severity }, ...(typeof text === 'string' ? [{ text }] : text)] : text;
}

function contentOf(cell: Cell): CellContent {
	if (typeof cell === 'string') return { paragraphs: [cell] };
	return 'paragraphs' in cell ? cell : { paragraphs: [cell] };
}

export function cellOf(children: ReturnType<typeof paragraph>[], width = TEXT_WIDTH): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		verticalAlign: VerticalAlign.TOP,
		margins: { top: 40, bottom: 40, left: 80, right: 80 },
		children
	});
}
