import type { HeadingBlock, Inline, ReportLanguage, SecondText } from '../blocks.ts';
import type { ShapingContext } from '../text/shape-inline.ts';
import type { Canvas } from './canvas.ts';
import type { Tag } from './tag.ts';
import { COLUMN_GUTTER, type PageShape } from './theme.ts';

/** Draws something with its top left corner at a point of the page. */
export type Draw = (canvas: Canvas, x: number, y: number) => void;

/** Table head that is drawn again where a page starts inside the table. */
export interface RepeatedHead {
	readonly height: number;
	readonly draw: Draw;
	/** The same, as tall as the head beside it. */
	readonly stretched?: ((height: number) => Draw) | undefined;
}

/** An entry of the viewer's bookmarks and of the table of contents. */
export interface HeadingEntry {
	readonly level: 1 | 2 | 3;
	/** Level for readers' software, which leaves none out, whatever the heading looks like. */
	readonly depth: 1 | 2 | 3;
	/** For the bookmarks. */
	readonly title: string;
	/** For the table of contents: without links and marks. */
	readonly text: Inline;
	readonly second?: SecondText | undefined;
	readonly outline: boolean;
	readonly toc: boolean;
	/** Anchor it leads to. */
	readonly anchor: string;
}

/** Part of the flow that is never divided: a line, a row, a chart. Lengths in pt. */
export interface FlowItem {
	readonly height: number;
	readonly draw: Draw;
	/** Least space above and below; the larger of two neighbours counts, at a page's top none does. */
	readonly before?: number | undefined;
	readonly after?: number | undefined;
	/** No page may end behind it. */
	readonly keepWithNext?: boolean | undefined;
	/** Starts a page. */
	readonly newPage?: boolean | undefined;
	/** Text behind it may move up in front of it rather than leave a page half empty. */
	readonly mayFloat?: boolean | undefined;
	/** Nothing floats past it. */
	readonly barrier?: boolean | undefined;
	/** Table it is a row of. */
	readonly head?: RepeatedHead | undefined;
	/** It is the head itself, where the table starts. */
	readonly isHead?: boolean | undefined;
	readonly anchors?: readonly string[] | undefined;
	/** Takes a page of its own, from edge to edge, without header and footer. */
	readonly fullPage?: boolean | undefined;
	/** A further line of what began above: beside another language it keeps to the line, not to the row. */
	readonly continues?: boolean | undefined;
	/** Draws it as tall as what stands beside it. */
	readonly stretched?: ((height: number) => Draw) | undefined;
	/** The same line by line, for when what stands beside it is taller than a page. */
	readonly split?: (() => FlowItem[]) | undefined;
	/** Holds two languages side by side. */
	readonly inColumns?: boolean | undefined;
}

/** Where a block stands: how wide, in which language, below which element. */
export interface Frame {
	readonly width: number;
	readonly language: ReportLanguage;
	readonly tag: Tag;
	readonly context: LayoutContext;
}

/** What all blocks of a document share. */
export interface LayoutContext extends ShapingContext {
	/** Of every page. */
	readonly shape: PageShape;
	/** In order; known before layout begins, since the table of contents stands in front. */
	readonly headings: ReadonlyMap<HeadingBlock, HeadingEntry>;
	/** Page number, from 1, of an anchor; filled before anything is drawn. */
	readonly pageOf: ReadonlyMap<string, number>;
}

/** Of each of two languages beside each other, in pt. */
export const columnWidth = (width: number): number => (width - COLUMN_GUTTER) / 2;

/** Sum of heights and of the spaces between, as on one page. */
export function heightOf(items: readonly FlowItem[]): number {
	let height = 0;
	items.forEach((item, index) => {
		if (index > 0) height += gapBetween(items[index - 1]!, item);
		height += item.height;
	});
	return height;
}

export const gapBetween = (above: FlowItem, below: FlowItem): number =>
	Math.max(above.after ?? 0, below.before ?? 0);

/** Draws items below each other. */
export function drawAll(items: readonly FlowItem[], canvas: Canvas, x: number, y: number): void {
	items.forEach((item, index) => {
		if (index > 0) y += gapBetween(items[index - 1]!, item);
		item.draw(canvas, x, y);
		y += item.height;
	});
}

/** Makes one indivisible item of several. */
export function together(items: readonly FlowItem[], extra: Partial<FlowItem> = {}): FlowItem {
	return {
		height: heightOf(items),
		before: items[0]?.before,
		after: items.at(-1)?.after,
		anchors: items.flatMap((item) => item.anchors ?? []),
		draw: (canvas, x, y) => drawAll(items, canvas, x, y),
		...extra
	};
}
