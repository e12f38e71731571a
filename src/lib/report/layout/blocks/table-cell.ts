import type { CellContent, Inline, TableCell, TableColumn } from '../../blocks.ts';
import type { Weight } from '../../fonts/types.ts';
import type { Canvas } from '../canvas.ts';
import type { Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { CELL_PADDING, COLOUR, type TypeSize } from '../theme.ts';

const PARAGRAPH_GAP = 3;
const BAR = { height: 3, gap: 3 } as const;

/** How the cells of a row are set. */
export interface CellStyle {
	readonly type: TypeSize;
	readonly weight: Weight;
	readonly colour?: 'ink' | 'muted' | undefined;
	readonly head: boolean;
}

/** One line of a cell, and the space above it. */
interface CellLine {
	readonly above: number;
	readonly height: number;
	readonly draw: (canvas: Canvas, x: number, y: number, artifact: boolean) => void;
}

/** A cell's texts, measured; lines exist after `setWidth`. */
export class Cell {
	readonly boxes: readonly TextBox[];
	readonly #bar: number | undefined;
	/** TH or TD. */
	readonly element: Tag;
	#lines: CellLine[] = [];

	constructor(
		cell: TableCell,
		column: TableColumn | undefined,
		style: CellStyle,
		row: Tag,
		frame: Frame,
		span: Pick<Tag, 'colSpan' | 'headers'> = {}
	) {
		const content = toContent(cell);
		const isHead = style.head || content.rowHead === true;
		this.element = tag(isHead ? 'TH' : 'TD', row, {
			...span,
			...(isHead && { scope: style.head ? 'Column' : 'Row' })
		});
		this.#bar = content.bar;
		this.boxes = content.paragraphs.map(
			(text, index) =>
				new TextBox(
					text,
					{
						type: style.type,
						weight: style.weight,
						colour: style.colour,
						language: frame.language,
						align: column?.align,
						severity: index === 0 ? content.severity : undefined,
						tag: this.element
					},
					frame.context
				)
		);
	}

	get height(): number {
		return this.#lines.reduce((total, line) => total + line.above + line.height, 0);
	}

	get lineCount(): number {
		return this.#lines.length;
	}

	/** @param width - of the column, with padding, in pt */
	setWidth(width: number): void {
		const inner = width - 2 * CELL_PADDING;
		this.#lines = this.boxes.flatMap((box, paragraph) => {
			box.setWidth(inner);
			return Array.from({ length: box.lineCount }, (_, index): CellLine => ({
				above: paragraph > 0 && index === 0 ? PARAGRAPH_GAP : 0,
				height: box.leading,
				draw: (canvas, x, y, artifact) => box.drawLine(canvas, index, x, y, artifact ? 'repeated' : undefined)
			}));
		});
		if (this.#bar !== undefined) this.#lines.push(barLine(this.#bar, inner));
	}

	/** Height of one line with the space above it; 0 behind the last. */
	lineHeight(index: number): number {
		const line = this.#lines[index];
		return line ? line.above + line.height : 0;
	}

	/** Draws one line; `x` is the column's edge, `y` the top of the space above the line. */
	drawLine(canvas: Canvas, index: number, x: number, y: number, artifact = false): void {
		const line = this.#lines[index];
		line?.draw(canvas, x + CELL_PADDING, y + line.above, artifact);
	}

	draw(canvas: Canvas, x: number, y: number, artifact = false): void {
		for (let index = 0; index < this.#lines.length; index++) {
			this.drawLine(canvas, index, x, y, artifact);
			y += this.lineHeight(index);
		}
	}
}

function toContent(cell: TableCell): CellContent {
	if (typeof cell === 'string') return { paragraphs: [cell] };
	return 'paragraphs' in cell ? cell : { paragraphs: [cell satisfies Inline] };
}

/** Decoration: its number stands in the text. */
function barLine(ratio: number, width: number): CellLine {
	const filled = width * Math.min(1, Math.max(0, ratio));
	return {
		above: BAR.gap,
		height: BAR.height,
		draw: (canvas, x, y) => {
			canvas.box(x, y, width, BAR.height, COLOUR.track);
			if (filled > 0) canvas.box(x, y, filled, BAR.height, COLOUR.accent);
		}
	};
}
