import type { TableBlock, TableRow } from '../../blocks.ts';
import { ReportError } from '../../errors.ts';
import type { Draw, FlowItem, Frame, RepeatedHead } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { CELL_PADDING, COLOUR, contentHeight, TEXT_SIZE, TYPE, type TypeSize } from '../theme.ts';
import { Cell } from './table-cell.ts';
import { columnWidths, type ColumnNeed } from './table-columns.ts';
import { layOutRow, type Row, type RowLook } from './table-row.ts';
import { lineItems } from './text-items.ts';

/** @throws {ReportError} `invalid_block` when a row has too few or too many cells */
export function layOutTable(block: TableBlock, frame: Frame): FlowItem[] {
	const element = tag('Table', frame.tag);
	const above = caption(block, element, frame);
	const type = TEXT_SIZE[block.size ?? 'small'];
	const head = hasHead(block) ? makeHead(block, tag('THead', element), type, frame) : null;
	const body = tag('TBody', element);
	const rows = makeRows(block, head, body, type, frame);
	const widths = columnWidths(block.columns, measure(block, head ? [head, ...rows] : rows), frame.width);
	for (const row of head ? [head, ...rows] : rows) setWidths(row, widths, frame.width);
	const repeated = head ? repeatHead(head, widths, frame.width) : undefined;
	const room = contentHeight(frame.context.shape) - (repeated?.height ?? 0);
	let stripe = 0;
	const items = rows.flatMap((row, index) => {
		if (row.kind === 'group') stripe = 0;
		const look: RowLook = {
			widths,
			total: frame.width,
			fill:
				row.kind === 'group'
					? COLOUR.tint
					: block.style === 'zebra' && stripe++ % 2 === 1
						? COLOUR.tint
						: undefined,
			rule:
				block.style === undefined ||
				block.style === 'rules' ||
				(index === rows.length - 1 && block.style !== 'plain'),
			head: repeated
		};
		return layOutRow(row, look, room);
	});
	const first: FlowItem[] = repeated
		? [
				{
					height: repeated.height,
					stretched: (height) => headDraw(head!, widths, frame.width, false, height),
					keepWithNext: true,
					head: repeated,
					isHead: true,
					draw: headDraw(head!, widths, frame.width, false, repeated.height)
				}
			]
		: [];
	const all = [...first, ...items];
	if (all.length === 0) return [];
	all[0] = { ...all[0]!, before: 8, anchors: [...(block.id ? [block.id] : []), ...(all[0]!.anchors ?? [])] };
	all[all.length - 1] = { ...all.at(-1)!, after: 12 };
	return [...above, ...withoutLoneRows(all)];
}

/** The tallest row, in pt, that is kept with its neighbour: taller ones would leave too much of a page empty. */
const SHORT_ROW = 60;

/** Neither the first row nor the last one stands alone on a page. */
function withoutLoneRows(items: readonly FlowItem[]): FlowItem[] {
	const start = items.findIndex(({ isHead }) => !isHead);
	const isShort = (index: number): boolean => (items[index]?.height ?? Infinity) <= SHORT_ROW;
	return items.map((item, index) => {
		const isEdge = index === start || index === items.length - 2;
		if (index < start || !isEdge || !isShort(index) || !isShort(index + 1)) return item;
		return { ...item, keepWithNext: true };
	});
}

const hasHead = (block: TableBlock): boolean =>
	block.columns.some(({ head }) => (typeof head === 'string' ? head !== '' : head.length > 0));

function caption(block: TableBlock, element: Tag, frame: Frame): FlowItem[] {
	if (!block.caption) return [];
	const options = {
		type: TYPE.body,
		weight: 700,
		language: frame.language,
		tag: tag('Caption', element)
	} as const;
	const text = new TextBox(block.caption, options, frame.context).setWidth(frame.width);
	return lineItems(text, { before: 12, after: 4 }).map((item) => ({ ...item, keepWithNext: true }));
}

function makeHead(block: TableBlock, section: Tag, type: TypeSize, frame: Frame): Row {
	const style = { type, weight: 700, head: true } as const;
	const element = tag('TR', section);
	const cells = block.columns.map((column) => new Cell(column.head, column, style, element, frame));
	return { kind: 'body', cells };
}

/**
 * Under a sub-heading over all columns the scopes of the heads no longer say which of them apply to a cell: each cell
 * of such a table names them.
 */
function makeRows(block: TableBlock, head: Row | null, body: Tag, type: TypeSize, frame: Frame): Row[] {
	let group: Tag | null = null;
	return block.rows.map((row) => {
		const made = makeRow(row, block, body, type, frame, (column) =>
			group ? [...(head ? [head.cells[column]!.element] : []), group] : undefined
		);
		if (row.kind === 'group') group = made.cells[0]!.element;
		return made;
	});
}

function makeRow(
	row: TableRow,
	block: TableBlock,
	section: Tag,
	type: TypeSize,
	frame: Frame,
	headersOf: (column: number) => Tag[] | undefined
): Row {
	const kind = row.kind ?? 'body';
	const expected = kind === 'group' ? 1 : block.columns.length;
	if (row.cells.length !== expected) {
		throw new ReportError(
			'invalid_block',
			`A table row has ${row.cells.length} cells; ${expected} were expected.`
		);
	}
	const style = { type, weight: kind === 'body' ? 400 : 700, head: false } as const;
	const element = tag('TR', section);
	const cells = row.cells.map((cell, index) => {
		if (kind === 'group')
			return new Cell(cell, undefined, { ...style, head: true }, element, frame, {
				colSpan: block.columns.length
			});
		return new Cell(cell, block.columns[index], style, element, frame, { headers: headersOf(index) });
	});
	return { kind, cells, id: row.id };
}

function measure(block: TableBlock, rows: readonly Row[]): ColumnNeed[] {
	return block.columns.map((_, index) => {
		const boxes = rows.filter((row) => row.kind !== 'group').flatMap((row) => row.cells[index]!.boxes);
		return {
			word: Math.max(0, ...boxes.map((box) => box.longestWord)),
			natural: Math.max(0, ...boxes.map((box) => box.naturalWidth))
		};
	});
}

function setWidths(row: Row, widths: readonly number[], total: number): void {
	row.cells.forEach((cell, index) => cell.setWidth(row.kind === 'group' ? total : widths[index]!));
}

function repeatHead(head: Row, widths: readonly number[], total: number): RepeatedHead {
	const height = Math.max(...head.cells.map((cell) => cell.height)) + 2 * CELL_PADDING;
	const stretched = (tall: number): Draw => headDraw(head, widths, total, true, tall);
	return { height, stretched, draw: stretched(height) };
}

/** Short heads stand at the bottom of their row, beside longer ones. */
const headDraw =
	(head: Row, widths: readonly number[], total: number, artifact: boolean, height: number): Draw =>
	(canvas, x, y) => {
		const bottom = y + height;
		let left = x;
		head.cells.forEach((cell, index) => {
			cell.draw(canvas, left, bottom - CELL_PADDING - cell.height, artifact);
			left += widths[index]!;
		});
		canvas.line([x, bottom - 0.5], [x + total, bottom - 0.5], { colour: COLOUR.ink, width: 1 });
	};
