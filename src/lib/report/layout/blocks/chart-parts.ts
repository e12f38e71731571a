import type { Canvas } from '../canvas.ts';
import type { Frame } from '../flow.ts';
import type { Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { COLOUR, TYPE } from '../theme.ts';

/** Draws the sample of a legend entry: about 16 pt wide, centred on `y`. */
export type Swatch = (canvas: Canvas, x: number, y: number) => void;

export interface LegendEntry {
	readonly text: string;
	readonly swatch: Swatch;
}

const SWATCH_WIDTH = 16;
const SWATCH_GAP = 5;
const ENTRY_GAP = 18;

/** Entries side by side, in small muted type; they flow over lines where they must. */
export class Legend {
	readonly height: number;
	/** In use, at most what was given. */
	readonly width: number;
	readonly #placed: { entry: LegendEntry; text: TextBox; x: number; y: number }[] = [];

	constructor(entries: readonly LegendEntry[], width: number, element: Tag, frame: Frame) {
		let x = 0;
		let y = 0;
		let used = 0;
		for (const entry of entries) {
			const text = smallText(entry.text, element, frame).setWidth(width);
			const needed = SWATCH_WIDTH + SWATCH_GAP + text.usedWidth;
			if (x > 0 && x + needed > width) {
				x = 0;
				y += TYPE.tiny.leading;
			}
			this.#placed.push({ entry, text, x, y });
			used = Math.max(used, x + needed);
			x += needed + ENTRY_GAP;
		}
		this.width = used;
		this.height = entries.length > 0 ? y + TYPE.tiny.leading : 0;
	}

	draw(canvas: Canvas, x: number, y: number): void {
		for (const { entry, text, x: left, y: top } of this.#placed) {
			entry.swatch(canvas, x + left, y + top + TYPE.tiny.leading / 2);
			text.draw(canvas, x + left + SWATCH_WIDTH + SWATCH_GAP, y + top);
		}
	}
}

/** Label or number of a chart. */
export function smallText(
	text: string,
	element: Tag,
	frame: Frame,
	align: 'start' | 'end' | 'center' = 'start'
): TextBox {
	const { language, context } = frame;
	return new TextBox(text, { type: TYPE.tiny, colour: 'muted', language, tag: element, align }, context);
}

/** Sample of a line with a dash pattern. */
export const lineSwatch =
	(colour: string, width: number, element: Tag, dash?: readonly number[]): Swatch =>
	(canvas, x, y) =>
		canvas.line([x, y], [x + SWATCH_WIDTH, y], { colour, width, dash }, element);

/** Upright stroke that marks a target on a bar; `y` is its middle. */
export function drawTarget(canvas: Canvas, x: number, y: number, height: number, element: Tag): void {
	canvas.box(x - 1.6, y - height / 2, 3.2, height, COLOUR.white, element);
	canvas.box(x - 0.8, y - height / 2, 1.6, height, COLOUR.ink, element);
}
