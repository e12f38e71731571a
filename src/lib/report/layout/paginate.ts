import { gapBetween, type FlowItem } from './flow.ts';

/** An item with its place on a page; `y` from the top of the content, in pt. */
export interface Placed {
	readonly item: FlowItem;
	readonly y: number;
	/** Top of the table head drawn again above it. */
	readonly headY?: number | undefined;
}

/** A last page with less than this share of its height in use is filled up from the one before … */
const NEARLY_EMPTY = 0.24;
/** … to at least this share. */
const WELL_FILLED = 0.33;
/** A figure floats when it would leave more than this share of a page empty. */
const WASTEFUL = 0.12;
/** Rounding of sums must not push a line over. */
const EPSILON = 0.01;

/**
 * Divides a flow over pages.
 *
 * Breaks where an item allows it, as late as possible. A figure that does not fit lets the text
 * behind it move up. What is taller than a page gets one of its own and runs over its foot.
 *
 * @param height - of a page's content, in pt
 */
export function paginate(flow: readonly FlowItem[], height: number): Placed[][] {
	const pages: Placed[][] = [];
	for (const section of sectionsOf(flow)) pages.push(...paginateSection(section, height));
	return pages;
}

/** Parts that start on a page of their own. */
function sectionsOf(flow: readonly FlowItem[]): FlowItem[][] {
	const sections: FlowItem[][] = [];
	flow.forEach((item, index) => {
		const previous = flow[index - 1];
		if (!previous || item.newPage || item.fullPage || previous.fullPage) sections.push([]);
		sections.at(-1)!.push(item);
	});
	return sections;
}

function paginateSection(section: readonly FlowItem[], height: number): Placed[][] {
	const items = [...section];
	const starts = [0];
	for (;;) {
		const start = starts.at(-1)!;
		const end = findPageEnd(items, start, height);
		if (end >= items.length) break;
		starts.push(end);
	}
	fillLastPage(items, starts, height);
	return starts.map((start, page) => place(items, start, starts[page + 1] ?? items.length));
}

/** Index of the first item of the next page. May move a figure down in `items`. */
function findPageEnd(items: FlowItem[], start: number, height: number): number {
	let y = 0;
	for (let index = start; index < items.length; index++) {
		const bottom = y + spaceAbove(items, start, index) + items[index]!.height;
		if (bottom <= height + EPSILON) {
			y = bottom;
			continue;
		}
		if (items[index]!.mayFloat && height - y > WASTEFUL * height && floatDown(items, start, index, height)) {
			index--;
			continue;
		}
		return lastBreak(items, start, index);
	}
	return items.length;
}

/** Space between an item and what stands above it on its page, with the repeated head. */
function spaceAbove(items: readonly FlowItem[], start: number, index: number): number {
	const item = items[index]!;
	const gap = index === start ? 0 : gapBetween(items[index - 1]!, item);
	return gap + (repeatsHead(items, start, index) ? item.head!.height : 0);
}

/** The head's own item stands in the flow before the first row, so it is repeated only behind something else. */
function repeatsHead(items: readonly FlowItem[], start: number, index: number): boolean {
	const { head, isHead } = items[index]!;
	return head !== undefined && !isHead && (index === start || items[index - 1]!.head !== head);
}

/** The last place that allows a break, else right before the item that does not fit. */
function lastBreak(items: readonly FlowItem[], start: number, overflow: number): number {
	for (let index = overflow; index > start; index--) {
		if (!items[index - 1]!.keepWithNext) return index;
	}
	return Math.max(overflow, start + 1);
}

/** Moves what follows a figure in front of it, as far as it fits on the page. */
function floatDown(items: FlowItem[], start: number, figure: number, height: number): boolean {
	const [item] = items.splice(figure, 1);
	let last = figure;
	let y = 0;
	for (let index = start; index < items.length; index++) {
		y += spaceAbove(items, start, index) + items[index]!.height;
		if (y > height + EPSILON || (index >= figure && (items[index]!.barrier || items[index]!.mayFloat))) break;
		if (index >= figure && !items[index]!.keepWithNext && !isInsideTable(items, index)) last = index + 1;
	}
	// The figure may not be what a heading keeps with unless something else takes its place.
	items.splice(last, 0, item!);
	return last > figure;
}

/** Whether a row follows a row: a figure does not cut a table in two. */
function isInsideTable(items: readonly FlowItem[], index: number): boolean {
	const { head } = items[index]!;
	return head !== undefined && items[index + 1]?.head === head;
}

/** Evens out the last two pages rather than end with a few lines. */
function fillLastPage(items: readonly FlowItem[], starts: number[], height: number): void {
	const last = starts.at(-1)!;
	const before = starts.at(-2);
	if (before === undefined || usedHeight(items, last, items.length) > NEARLY_EMPTY * height) return;
	for (let index = last - 1; index > before; index--) {
		if (items[index - 1]!.keepWithNext) continue;
		const used = usedHeight(items, index, items.length);
		if (used > height) return;
		if (used < WELL_FILLED * height) continue;
		// Not when that empties the page before instead: a whole chart came along.
		if (usedHeight(items, before, index) > 0.5 * height) starts[starts.length - 1] = index;
		return;
	}
}

function usedHeight(items: readonly FlowItem[], start: number, end: number): number {
	let y = 0;
	for (let index = start; index < end; index++) y += spaceAbove(items, start, index) + items[index]!.height;
	return y;
}

function place(items: readonly FlowItem[], start: number, end: number): Placed[] {
	const placed: Placed[] = [];
	let y = 0;
	for (let index = start; index < end; index++) {
		const item = items[index]!;
		y += spaceAbove(items, start, index);
		placed.push({ item, y, headY: repeatsHead(items, start, index) ? y - item.head!.height : undefined });
		y += item.height;
	}
	return placed;
}
