import type { TableColumn } from '../../blocks.ts';
import { CELL_PADDING } from '../theme.ts';

/** What a column's texts need, in pt without padding. */
export interface ColumnNeed {
	/** Longest word. */
	readonly word: number;
	/** Longest text on one line. */
	readonly natural: number;
}

/** A long word (an address) may not widen its column beyond this; it is broken instead. */
const WIDEST_WORD = 90;
/** A column without weight may not take more of the table than this. */
const WIDEST_FIXED = 0.35;
/** Rounding of sums is not a lack of room. */
const EPSILON = 0.001;

/**
 * Divides a table's width: columns of weight 0 get what their text needs, every other one its
 * minimum and then a share of the rest by weight, but no more than its longest text needs
 * while others can use it.
 *
 * @returns widths with padding, in pt; they add up to `width`
 */
export function columnWidths(
	columns: readonly TableColumn[],
	needs: readonly ColumnNeed[],
	width: number
): number[] {
	const padding = 2 * CELL_PADDING;
	const most = needs.map((need) => need.natural + padding);
	const widths = columns.map((column, index) => {
		if (column.weight === 0)
			return Math.min(Math.max(most[index]!, column.minWidth ?? 0), width * WIDEST_FIXED);
		return Math.max(column.minWidth ?? 0, Math.min(needs[index]!.word, WIDEST_WORD) + padding);
	});
	wrapFixed(columns, needs, widths, width);
	const missing = sum(widths) - width;
	if (missing > EPSILON) return widths.map((value) => (value * width) / (width + missing));
	fill(columns, widths, most, width);
	return widths;
}

/** Where the table is too wide, texts of columns without weight take more lines before any word is broken. */
function wrapFixed(
	columns: readonly TableColumn[],
	needs: readonly ColumnNeed[],
	widths: number[],
	width: number
): void {
	const spare = columns.map(({ weight, minWidth }, index) => {
		const least = Math.max(minWidth ?? 0, Math.min(needs[index]!.word, WIDEST_WORD) + 2 * CELL_PADDING);
		return weight === 0 ? Math.max(0, widths[index]! - least) : 0;
	});
	const missing = Math.max(0, sum(widths) - width);
	const share = Math.min(1, missing / Math.max(sum(spare), EPSILON));
	spare.forEach((room, index) => (widths[index]! -= room * share));
}

/** Gives out the rest: first up to what the texts need, then beyond it. */
function fill(
	columns: readonly TableColumn[],
	widths: number[],
	most: readonly number[],
	width: number
): void {
	const weight = (index: number): number => columns[index]!.weight ?? 1;
	let open = columns
		.map((_, index) => index)
		.filter((index) => weight(index) > 0 && widths[index]! < most[index]!);
	let rest = width - sum(widths);
	while (open.length > 0 && rest > 0.01) {
		const total = sum(open.map(weight));
		const share = rest;
		for (const index of open) {
			const more = Math.min((share * weight(index)) / total, most[index]! - widths[index]!);
			widths[index]! += more;
			rest -= more;
		}
		open = open.filter((index) => widths[index]! < most[index]! - 0.01);
	}
	if (rest <= 0) return;
	const weighted = columns.map((_, index) => index).filter((index) => weight(index) > 0);
	const takers = weighted.length > 0 ? weighted : columns.map((_, index) => index);
	const total = sum(takers.map((index) => weight(index) || 1));
	for (const index of takers) widths[index]! += (rest * (weight(index) || 1)) / total;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
