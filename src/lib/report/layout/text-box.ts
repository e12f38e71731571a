import type { Inline, ReportLanguage, Severity, TextColour } from '../blocks.ts';
import type { Weight } from '../fonts/types.ts';
import { breakLines, longestWord, naturalWidth, type Line } from '../text/paragraph.ts';
import { shapeInline, type ShapingContext } from '../text/shape-inline.ts';
import type { ShapedText } from '../text/shaped-text.ts';
import type { Canvas } from './canvas.ts';
import { drawLine } from './draw-line.ts';
import type { TagOrArtifact } from './tag.ts';
import type { TypeSize } from './theme.ts';

/** How a text is set. */
export interface TextOptions {
	readonly type: TypeSize;
	readonly language: ReportLanguage;
	readonly weight?: Weight | undefined;
	readonly colour?: TextColour | undefined;
	readonly align?: 'start' | 'end' | 'center' | undefined;
	readonly severity?: Severity | undefined;
	readonly tag: TagOrArtifact;
	/** Colour outside the three of texts, as `rrggbb`. */
	readonly paint?: string | undefined;
}

/** A shaped text that can be measured, then set to a width, then drawn line by line. */
export class TextBox {
	readonly shaped: ShapedText;
	readonly #options: TextOptions;
	#lines: Line[] = [];
	#width = 0;

	constructor(text: Inline, options: TextOptions, context: ShapingContext) {
		this.shaped = shapeInline(text, options, context);
		this.#options = options;
	}

	/** Width on one line, in pt. */
	get naturalWidth(): number {
		return this.#points(naturalWidth(this.shaped));
	}

	/** Width of the longest part without a break chance, in pt. */
	get longestWord(): number {
		return this.#points(longestWord(this.shaped));
	}

	get lineCount(): number {
		return this.#lines.length;
	}

	/** Distance of baselines, in pt. */
	get leading(): number {
		return this.#options.type.leading;
	}

	/** In pt, after `setWidth`. */
	get height(): number {
		return this.#lines.length * this.leading;
	}

	/** Width of the widest line, in pt, after `setWidth`. */
	get usedWidth(): number {
		return this.#points(Math.max(0, ...this.#lines.map((line) => line.width)));
	}

	/** Breaks the text into lines of a width in pt. */
	setWidth(width: number): this {
		// A natural width that went through a multiplication must still fit itself.
		this.#lines = breakLines(this.shaped, ((width + 0.001) * 1000) / this.#options.type.size);
		this.#width = width;
		return this;
	}

	/** As `setWidth`, but with lines of about the same length: for titles. */
	setBalanced(width: number): this {
		const lines = this.setWidth(width).lineCount;
		let narrow = this.usedWidth / 2;
		let wide = width;
		while (lines > 1 && wide - narrow > 2) {
			const middle = (narrow + wide) / 2;
			if (this.setWidth(middle).lineCount > lines) narrow = middle;
			else wide = middle;
		}
		return this.setWidth(wide);
	}

	/** Draws one line; `y` is the top of the line. */
	drawLine(
		canvas: Canvas,
		index: number,
		x: number,
		y: number,
		tag: TagOrArtifact = this.#options.tag
	): void {
		const line = this.#lines[index]!;
		const { type, align, paint } = this.#options;
		const free = this.#width - this.#points(line.width);
		const shift = align === 'end' ? free : align === 'center' ? free / 2 : 0;
		drawLine(canvas, this.shaped, line, { x: x + shift, top: y, type, paint, tag });
	}

	/** Draws all lines; `y` is the top of the first. */
	draw(canvas: Canvas, x: number, y: number, tag: TagOrArtifact = this.#options.tag): void {
		for (let index = 0; index < this.#lines.length; index++) {
			this.drawLine(canvas, index, x, y + index * this.leading, tag);
		}
	}

	#points(thousandths: number): number {
		return (thousandths * this.#options.type.size) / 1000;
	}
}
