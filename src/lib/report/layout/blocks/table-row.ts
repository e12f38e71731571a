import type { Canvas } from '../canvas.ts';
import type { Draw, FlowItem, RepeatedHead } from '../flow.ts';
import { CELL_PADDING, COLOUR } from '../theme.ts';
import type { Cell } from './table-cell.ts';

export interface Row {
	readonly kind: 'body' | 'group' | 'total';
	readonly cells: readonly Cell[];
	readonly id?: string | undefined;
}

/** What a row looks like beside its texts. */
export interface RowLook {
	/** Of the columns, in pt. */
	readonly widths: readonly number[];
	/** Of the table, in pt. */
	readonly total: number;
	readonly fill: string | undefined;
	/** Thin rule below. */
	readonly rule: boolean;
	readonly head: RepeatedHead | undefined;
}

/** One item for a row that fits a page, else one a line. */
export function layOutRow(row: Row, look: RowLook, room: number): FlowItem[] {
	const natural = Math.max(0, ...row.cells.map((cell) => cell.height)) + 2 * CELL_PADDING;
	const anchors = row.id ? [row.id] : undefined;
	const split = (): FlowItem[] =>
		splitRow(row, look).map((item, index) => (index === 0 ? { ...item, anchors } : item));
	if (natural > room) return split();
	const drawing = stretchable(natural, (canvas, x, y, height) => {
		drawFrame(row, look, canvas, x, y, height, true, true);
		forEachCell(row, look, x, (cell, left) => cell.draw(canvas, left, y + CELL_PADDING));
	});
	const keepWithNext = row.kind === 'group';
	return [{ height: natural, anchors, head: look.head, keepWithNext, split, ...drawing }];
}

/** A row taller than a page goes over pages line by line, at least two on either side. */
function splitRow(row: Row, look: RowLook): FlowItem[] {
	const count = Math.max(...row.cells.map((cell) => cell.lineCount));
	return Array.from({ length: count }, (_, index): FlowItem => {
		const first = index === 0;
		const last = index === count - 1;
		const top = first ? CELL_PADDING : 0;
		const lines = Math.max(...row.cells.map((cell) => cell.lineHeight(index)));
		const height = top + lines + (last ? CELL_PADDING : 0);
		return {
			height,
			continues: !first,
			head: look.head,
			keepWithNext: first || index === count - 2,
			...stretchable(height, (canvas, x, y, tall) => {
				drawFrame(row, look, canvas, x, y, tall, first, last);
				forEachCell(row, look, x, (cell, left) => cell.drawLine(canvas, index, left, y + top));
			})
		};
	});
}

function stretchable(
	height: number,
	draw: (canvas: Canvas, x: number, y: number, height: number) => void
): Pick<FlowItem, 'draw' | 'stretched'> {
	const stretched =
		(tall: number): Draw =>
		(canvas, x, y) =>
			draw(canvas, x, y, tall);
	return { draw: stretched(height), stretched };
}

function forEachCell(row: Row, look: RowLook, x: number, visit: (cell: Cell, left: number) => void): void {
	let left = x;
	row.cells.forEach((cell, index) => {
		visit(cell, left);
		left += look.widths[index]!;
	});
}

function drawFrame(
	row: Row,
	look: RowLook,
	canvas: Canvas,
	x: number,
	y: number,
	height: number,
	first: boolean,
	last: boolean
): void {
	if (look.fill) canvas.box(x, y, look.total, height, look.fill);
	const right = x + look.total;
	if (first && row.kind === 'total')
		canvas.line([x, y], [right, y], { colour: COLOUR.ruleStrong, width: 0.8 });
	if (last && look.rule)
		canvas.line([x, y + height], [right, y + height], { colour: COLOUR.rule, width: 0.5 });
}
