import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowItem } from './flow.ts';
import { paginate } from './paginate.ts';

interface Named extends FlowItem {
	readonly name: string;
}

const item = (name: string, height: number, extra: Partial<FlowItem> = {}): Named => ({
	name,
	height,
	draw: () => {},
	...extra
});

/** Names by page; a repeated head shows as `^`. */
const names = (flow: Named[], height = 100): string[] =>
	paginate(flow, height).map((page) =>
		page.map(({ item: placed, headY }) => (headY === undefined ? '' : '^') + (placed as Named).name).join(' ')
	);

describe('paginate', () => {
	test('fills pages in order', () => {
		expect(names([item('a', 60), item('b', 40), item('c', 50)])).toEqual(['a b', 'c']);
	});
	test('takes a heading to the page of what follows', () => {
		expect(names([item('a', 80), item('h', 15, { keepWithNext: true }), item('b', 30)])).toEqual([
			'a',
			'h b'
		]);
	});
	test('counts the larger of two spaces between neighbours and none at the top of a page', () => {
		const flow = [item('a', 40, { after: 20 }), item('b', 40, { before: 10 }), item('c', 90, { before: 30 })];
		const pages = paginate(flow, 100);
		expect(pages.map((page) => page.map(({ y }) => y))).toEqual([[0, 60], [0]]);
	});
	test('repeats the head of a table on each page', () => {
		const head = { height: 10, draw: () => {} };
		const rows = Array.from({ length: 5 }, (_, index) => item(`r${index}`, 40, { head }));
		expect(names([item('head', 10, { head, isHead: true, keepWithNext: true }), ...rows])).toEqual([
			'head r0 r1',
			'^r2 r3',
			'^r4'
		]);
	});
	test('lets text move up in front of a figure that does not fit', () => {
		const flow = [
			item('a', 50),
			item('figure', 70, { mayFloat: true }),
			item('b', 20),
			item('c', 20),
			item('d', 20)
		];
		expect(names(flow)).toEqual(['a b c', 'figure d']);
	});
	test('lets nothing move past a heading, and no table be cut by a figure', () => {
		const heading = item('h', 10, { keepWithNext: true, barrier: true });
		expect(names([item('a', 50), item('figure', 70, { mayFloat: true }), heading, item('b', 20)])).toEqual([
			'a',
			'figure h b'
		]);
		const head = { height: 5, draw: () => {} };
		const rows = [item('r0', 20, { head, isHead: true }), item('r1', 20, { head }), item('r2', 20, { head })];
		expect(names([item('a', 50), item('figure', 35, { mayFloat: true, before: 40 }), ...rows])[0]).toBe('a');
	});
	test('does not end with a page that is nearly empty', () => {
		const flow = Array.from({ length: 11 }, (_, index) => item(String(index), 10));
		expect(names(flow)).toEqual(['0 1 2 3 4 5 6', '7 8 9 10']);
	});
	test('starts a page where one is asked for', () => {
		expect(names([item('a', 10), item('b', 10, { newPage: true })])).toEqual(['a', 'b']);
	});
	test('gives what is taller than a page one of its own', () => {
		expect(names([item('a', 10), item('tall', 150), item('b', 10)])).toEqual(['a', 'tall', 'b']);
	});
	test('keeps every item once, in order, on pages that hold them', () => {
		const items = fc.array(
			fc.record({
				height: fc.integer({ min: 1, max: 90 }),
				keepWithNext: fc.boolean(),
				newPage: fc.boolean()
			}),
			{ maxLength: 60 }
		);
		fc.assert(
			fc.property(items, (list) => {
				const flow = list.map((entry, index) => item(String(index), entry.height, entry));
				const pages = paginate(flow, 100);
				expect(pages.flat().map(({ item: placed }) => placed)).toEqual(flow);
				for (const { item: placed, y } of pages.flat()) expect(y + placed.height).toBeLessThanOrEqual(100);
			})
		);
	});
});
