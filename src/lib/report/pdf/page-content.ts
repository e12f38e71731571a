import type { FaceId } from '../fonts/types.ts';
import type { GlyphSpan, Point, Primitive, ShapePrimitive, Stroke, TextPrimitive } from '../layout/canvas.ts';
import { PAGE } from '../layout/theme.ts';
import { hex16, hexText, num, rgb } from './syntax.ts';

/** Control points of a quarter circle, as a share of the radius. */
const KAPPA = 0.5523;

/**
 * Writes the marks of one page as content stream operators. Keeps the graphics state, so that
 * colours and fonts are set only when they change.
 */
export class PageContent {
	readonly #fontNames: ReadonlyMap<FaceId, string>;
	readonly #operators: string[] = [];
	#fill = '';
	#stroke = '';
	#font = '';

	/** @param fontNames - resource name (`F1`) of each embedded face */
	constructor(fontNames: ReadonlyMap<FaceId, string>) {
		this.#fontNames = fontNames;
	}

	add(primitive: Primitive): void {
		if (primitive.kind === 'text') this.#text(primitive);
		else this.#shape(primitive);
	}

	toString(): string {
		return this.#operators.join('\n');
	}

	#text(text: TextPrimitive): void {
		this.#setFill(text.colour);
		this.#operators.push(`BT ${num(text.x)} ${num(PAGE.height - text.y)} Td`);
		for (const span of text.spans) {
			const font = `/${this.#fontNames.get(span.face)} ${num(text.size)} Tf`;
			if (font !== this.#font) this.#operators.push((this.#font = font));
			if (span.actualText === undefined) this.#operators.push(showGlyphs(span));
			else
				this.#operators.push(`/Span <</ActualText ${hexText(span.actualText)}>> BDC ${showGlyphs(span)} EMC`);
		}
		this.#operators.push('ET');
	}

	#shape(shape: ShapePrimitive): void {
		const { fill, stroke } = shape;
		if (fill) this.#setFill(fill);
		if (stroke) this.#setStroke(stroke);
		const paint = fill && stroke ? 'B' : fill ? 'f' : 'S';
		this.#operators.push(`${outline(shape)} ${paint}`);
	}

	#setFill(colour: string): void {
		if (colour === this.#fill) return;
		this.#fill = colour;
		this.#operators.push(`${rgb(colour)} rg`);
	}

	#setStroke({ colour, width, dash = [] }: Stroke): void {
		const operators = `${rgb(colour)} RG ${num(width)} w [${dash.map(num).join(' ')}] 0 d`;
		if (operators === this.#stroke) return;
		this.#stroke = operators;
		this.#operators.push(operators);
	}
}

/** Glyph ids in hexadecimal; gaps stand between them as negative adjustments. */
function showGlyphs({ glyphs, gaps }: GlyphSpan): string {
	let text = '<';
	let adjusted = false;
	for (let index = 0; index < glyphs.length; index++) {
		text += hex16(glyphs[index]!);
		if (!gaps[index]) continue;
		adjusted = true;
		text += `>${-gaps[index]!}<`;
	}
	return adjusted ? `[${text}>] TJ` : `${text}> Tj`;
}

function outline(shape: ShapePrimitive): string {
	switch (shape.kind) {
		case 'rect':
			return `${num(shape.x)} ${num(PAGE.height - shape.y - shape.height)} ${num(shape.width)} ${num(shape.height)} re`;
		case 'path': {
			const [first, ...rest] = shape.points.map(point);
			return `${first} m ${rest.map((to) => `${to} l`).join(' ')}${shape.closed ? ' h' : ''}`;
		}
		case 'circle':
			return circle(shape.x, shape.y, shape.radius);
	}
}

const point = ([x, y]: Point): string => `${num(x)} ${num(PAGE.height - y)}`;

function circle(x: number, y: number, radius: number): string {
	const k = radius * KAPPA;
	const curve = (...points: Point[]): string => `${points.map(point).join(' ')} c`;
	return [
		`${point([x + radius, y])} m`,
		curve([x + radius, y + k], [x + k, y + radius], [x, y + radius]),
		curve([x - k, y + radius], [x - radius, y + k], [x - radius, y]),
		curve([x - radius, y - k], [x - k, y - radius], [x, y - radius]),
		`${curve([x + k, y - radius], [x + radius, y - k], [x + radius, y])} h`
	].join(' ');
}
