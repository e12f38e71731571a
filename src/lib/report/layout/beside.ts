import { columnWidth, type FlowItem, type RepeatedHead } from './flow.ts';
import { COLUMN_GUTTER } from './theme.ts';

/**
 * Sets two flows side by side, row by row at the same height: what begins on the left stands level with what begins on the
 * right, and no page ends between the two.
 *
 * @param width - of both columns with the gutter, in pt
 */
export function besideEachOther(
	left: readonly FlowItem[],
	right: readonly FlowItem[],
	width: number
): FlowItem[] {
	const shift = columnWidth(width) + COLUMN_GUTTER;
	const heads = new Map<RepeatedHead, RepeatedHead>();
	const [rowsLeft, rowsRight] = [rowsOf(left), rowsOf(right)];
	const level = rowsLeft.length === rowsRight.length;
	const pairs: (readonly [FlowItem[], FlowItem[]])[] = level
		? rowsLeft.map((row, index) => [row, rowsRight[index]!])
		: [[[...left], [...right]]];
	return pairs.flatMap(([a, b]) => mergeRow(...equallySplit(a, b), shift, heads));
}

function rowsOf(items: readonly FlowItem[]): FlowItem[][] {
	const rows: FlowItem[][] = [];
	for (const item of items) {
		if (item.continues && rows.length > 0) rows.at(-1)!.push(item);
		else rows.push([item]);
	}
	return rows;
}

/** Where one side goes over pages line by line, so does the other: its first line would else be as tall as the whole. */
function equallySplit(left: FlowItem[], right: FlowItem[]): [FlowItem[], FlowItem[]] {
	const split = (own: FlowItem[], other: FlowItem[]): FlowItem[] =>
		own.length === 1 && other.length > 1 ? (own[0]!.split?.() ?? own) : own;
	return [split(left, right), split(right, left)];
}

function mergeRow(
	left: readonly FlowItem[],
	right: readonly FlowItem[],
	shift: number,
	heads: Map<RepeatedHead, RepeatedHead>
): FlowItem[] {
	const last = Math.max(left.length, right.length) - 1;
	return Array.from({ length: last + 1 }, (_, index): FlowItem => {
		const both = [left[index], right[index]].filter((item) => item !== undefined);
		const ends = [left.at(-1), right.at(-1)];
		const height = Math.max(...both.map((item) => item.height));
		return {
			height,
			inColumns: true,
			continues: index > 0,
			before: most(both.map((item) => item.before)),
			// The shorter side ends higher up: its space below must not part the lines of the longer one.
			after: index === last ? most(ends.map((item) => item?.after)) : undefined,
			keepWithNext: both.some((item) => item.keepWithNext),
			newPage: both.some((item) => item.newPage),
			barrier: both.some((item) => item.barrier),
			mayFloat: both.every((item) => item.mayFloat),
			anchors: both.flatMap((item) => item.anchors ?? []),
			isHead: both.some((item) => item.isHead),
			head: mergeHead(left[index]?.head, right[index]?.head, left, right, shift, heads),
			draw: (canvas, x, y) => {
				const drawOne = (item: FlowItem | undefined, at: number): void =>
					(item?.stretched?.(height) ?? item?.draw)?.(canvas, at, y);
				drawOne(left[index], x);
				drawOne(right[index], x + shift);
			}
		};
	});
}

const most = (values: readonly (number | undefined)[]): number =>
	Math.max(0, ...values.map((value) => value ?? 0));

/** One head for both tables: pages know a table by its head. */
function mergeHead(
	own: RepeatedHead | undefined,
	other: RepeatedHead | undefined,
	left: readonly FlowItem[],
	right: readonly FlowItem[],
	shift: number,
	heads: Map<RepeatedHead, RepeatedHead>
): RepeatedHead | undefined {
	const [a, b] = [own ?? left[0]?.head, other ?? right[0]?.head];
	if (!a || !b) return undefined;
	let merged = heads.get(a);
	if (!merged) {
		const height = Math.max(a.height, b.height);
		merged = {
			height,
			draw: (canvas, x, y) => {
				(a.stretched?.(height) ?? a.draw)(canvas, x, y);
				(b.stretched?.(height) ?? b.draw)(canvas, x + shift, y);
			}
		};
		heads.set(a, merged);
	}
	return merged;
}
