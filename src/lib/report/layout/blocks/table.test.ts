import { describe, expect, test } from 'vitest';
import type { TableBlock } from '../../blocks.ts';
import { fakeContext } from '../../testing/fake-fonts.ts';
import type { FlowItem, Frame } from '../flow.ts';
import { tag } from '../tag.ts';
import { PORTRAIT } from '../theme.ts';
import { layOutTable } from './table.ts';

const frame = (): Frame => ({
	width: 500,
	language: 'en',
	tag: tag('Document', null),
	context: { ...fakeContext(), shape: PORTRAIT, headings: new Map(), pageOf: new Map() }
});

const rowsOf = (...texts: string[]): FlowItem[] => {
	const block: TableBlock = {
		type: 'table',
		columns: [{ head: '' }, { head: '' }],
		rows: texts.map((text) => ({ cells: [text, 'x'] }))
	};
	return layOutTable(block, frame());
};
const kept = (items: readonly FlowItem[]) => items.map(({ keepWithNext }) => keepWithNext === true);

describe('the rows of a table', () => {
	test('leave neither the first nor the last of them alone on a page', () => {
		expect(kept(rowsOf('a', 'b', 'c', 'd', 'e'))).toEqual([true, false, false, true, false]);
		expect(kept(rowsOf('a', 'b'))).toEqual([true, false]);
		expect(kept(rowsOf('a'))).toEqual([false]);
	});

	test('may be divided anywhere when they are tall: keeping them together would empty half a page', () => {
		const tall = 'many words '.repeat(60);
		expect(kept(rowsOf(tall, 'b', 'c', tall))).toEqual([false, false, false, false]);
	});
});
