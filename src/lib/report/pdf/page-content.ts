import type { FaceId } from '../fonts/types.ts';
import type { GlyphSpan, Point, Primitive, ShapePrimitive, Stroke, TextPrimitive } from '../layout/canvas.ts';
import { isTag, type Tag, type TagOrArtifact } from '../layout/tag.ts';
import { PageMarks } from './page-marks.ts';
import { hex16, hexText, num, rgb } from './syntax.ts';

/** Source: ISO 32000-1, 14.8.2.2.2; headers and footers by ISO 14289-1, 7.8. */
const ARTIFACT_OPERATORS = {
	decoration: '/Artifact <</Type/Layout>> BDC',
	header: '/Artifact <</Type/Pagination/Subtype/Header>> BDC',
	footer: '/Artifact <</Type/Pagination/Subtype/Footer>> BDC',
	repeated: '/Artifact <</Type/Pagination>> BDC'
} as const;

/** Control points of a quarter circle, as a share of the radius. */
const KAPPA = 0.5523;

/**
 * Writes the marks of one page as content stream operators. Keeps the graphics state, so that
 * colours and fonts are set only when they change.
 */
export class PageContent {
	readonly #fontNames: ReadonlyMap<FaceId, string>;
	/** Of the page, in pt: PDF counts from the bottom. */
	readonly #height: number;
	readonly #operators: string[] = [];
	/** Which element each marked piece belongs to. */
	readonly marks = new PageMarks();
	/** `undefined` outside every marked piece. */
	#marked: TagOrArtifact | undefined;
	#fill = '';
	#stroke = '';
	#font = '';

	/** @param fontNames - resource name (`F1`) of each embedded face */
	constructor(fontNames: ReadonlyMap<FaceId, string>, height: number) {
		this.#fontNames = fontNames;
		this.#height = height;
	}

	add(primitive: Primitive): void {
		this.#mark(primitive.tag);
		if (isTag(primitive.tag)) this.#cover(primitive.tag, primitive);
		if (primitive.kind === 'text') this.#text(primitive);
		else this.#shape(primitive);
	}

	/** The operators of the page; nothing can be added afterwards. */
	finish(): string {
		if (this.#marked !== undefined) this.#operators.push('EMC');
		return this.#operators.join('\n');
	}

	/** Everything drawn stands in a marked piece: of an element, or an artifact. */
	#mark(mark: TagOrArtifact): void {
		if (mark === this.#marked) return;
		if (this.#marked !== undefined) this.#operators.push('EMC');
		this.#marked = mark;
		this.#operators.push(
			isTag(mark)
				? `/${mark.role} <</MCID ${this.marks.start(mark)}>> BDC`
				: ARTIFACT_OPERATORS[mark ?? 'decoration']
		);
	}

	#cover(element: Tag, primitive: Primitive): void {
		for (let at: Tag | null = element; at; at = at.parent) {
			if (at.role === 'Figure') this.marks.cover(at, primitive);
		}
	}

	#text(text: TextPrimitive): void {
		this.#setFill(text.colour);
		this.#operators.push(`BT ${num(text.x)} ${num(this.#height - text.y)} Td`);
		for (const span of text.spans) {
			const font = `/${this.#fontNames.get(span.face)} ${num(text.size)} Tf`;
			if (font !== this.#font) this.#operators.push((this.#font = font));
			if (span.apart) this.#operators.push(`/Span BMC ${showGlyphs(span)} EMC`);
			else if (span.actualText === undefined) this.#operators.push(showGlyphs(span));
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
		this.#operators.push(`${outline(shape, this.#height)} ${paint}`);
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

function outline(shape: ShapePrimitive, height: number): string {
	switch (shape.kind) {
		case 'rect':
			return `${num(shape.x)} ${num(height - shape.y - shape.height)} ${num(shape.width)} ${num(shape.height)} re`;
		case 'path': {
			const [first, ...rest] = shape.points.map((at) => point(at, height));
			return `${first} m ${rest.map((to) => `${to} l`).join(' ')}${shape.closed ? ' h' : ''}`;
		}
		case 'circle':
			return circle(shape.x, height - shape.y, shape.radius);
	}
}

const point = ([x, y]: Point, height: number): string => `${num(x)} ${num(height - y)}`;

/** @param y - from the bottom */
function circle(x: number, y: number, radius: number): string {
	const k = radius * KAPPA;
	const curve = (...points: Point[]): string =>
		`${points.map(([px, py]) => `${num(px)} ${num(py)}`).join(' ')} c`;
	return [
		`${num(x + radius)} ${num(y)} m`,
		curve([x + radius, y + k], [x + k, y + radius], [x, y + radius]),
		curve([x - k, y + radius], [x - radius, y + k], [x - radius, y]),
		curve([x - radius, y - k], [x - k, y - radius], [x, y - radius]),
		`${curve([x + k, y - radius], [x + radius, y - k], [x + radius, y])} h`
	].join(' ');
}
