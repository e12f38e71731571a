import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidths } from './table-columns.ts';

const PADDING = 8;

describe('columnWidths', () => {
	test('gives a column of weight 0 what its longest text needs', () => {
		const needs = [
			{ word: 20, natural: 40 },
			{ word: 30, natural: 900 }
		];
		expect(columnWidths([{ head: 'a', weight: 0 }, { head: 'b' }], needs, 500)).toEqual([
			40 + PADDING,
			500 - 40 - PADDING
		]);
	});
	test('gives what a short column cannot use to the others', () => {
		const needs = [
			{ word: 20, natural: 30 },
			{ word: 30, natural: 900 }
		];
		expect(columnWidths([{ head: 'a' }, { head: 'b' }], needs, 500)).toEqual([
			30 + PADDING,
			500 - 30 - PADDING
		]);
	});
	test('divides the rest by weight when every column could use more', () => {
		const needs = [
			{ word: 42, natural: 900 },
			{ word: 42, natural: 900 }
		];
		// 500 − 2 × 50 = 400 left, one part and three parts
		expect(columnWidths([{ head: 'a' }, { head: 'b', weight: 3 }], needs, 500)).toEqual([150, 350]);
	});
	test('wraps what stands in columns without weight before it breaks a word', () => {
		const needs = [
			{ word: 92, natural: 300 },
			{ word: 40, natural: 80 },
			{ word: 30, natural: 30 }
		];
		const columns = [{ head: 'a' }, { head: 'b', weight: 0 }, { head: 'c', weight: 0 }];
		// 98 + 88 + 38 are 24 too many for 200, and the second column can do with 48.
		const [first, second, third] = columnWidths(columns, needs, 200);
		expect(first).toBeCloseTo(98, 1);
		expect(second).toBeCloseTo(64, 1);
		expect(third).toBeCloseTo(38, 1);
	});
	test('always fills the table exactly', () => {
		const column = fc.record({
			weight: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
			minWidth: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
			word: fc.integer({ min: 0, max: 300 }),
			more: fc.integer({ min: 0, max: 2000 })
		});
		fc.assert(
			fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
				const needs = columns.map(({ word, more }) => ({ word, natural: word + more }));
				const widths = columnWidths(
					columns.map((entry) => ({ head: 'x', ...entry })),
					needs,
					505
				);
				expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(505, 4);
				expect(Math.min(...widths)).toBeGreaterThanOrEqual(0);
			})
		);
	});
});
