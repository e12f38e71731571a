import type { Line } from '../text/paragraph.ts';
import { isRightToLeft, visualRuns } from '../text/right-to-left.ts';
import { LINE_FEED_GLYPH, MARK_GLYPH, type ShapedText } from '../text/shaped-text.ts';
import type { Canvas, GlyphSpan } from './canvas.ts';
import { drawSeverityMark } from './severity-mark.ts';
import { ARTIFACT, isTag, languageOf, tag, type Tag, type TagOrArtifact } from './tag.ts';
import { TEXT_COLOUR, type TypeSize } from './theme.ts';

interface Placement {
	readonly x: number;
	/** Top of the line. */
	readonly top: number;
	readonly type: TypeSize;
	readonly paint: string | undefined;
	readonly tag: TagOrArtifact;
}

/** Baseline below the top of a line: the em square of Han characters stands in the middle. */
export function baselineOf(type: TypeSize): number {
	return (type.leading - type.size) / 2 + 0.87 * type.size;
}

/** Draws a line as texts of one style each, with link areas and severity marks. */
export function drawLine(canvas: Canvas, shaped: ShapedText, line: Line, place: Placement): void {
	const { size, leading } = place.type;
	const baseline = place.top + baselineOf(place.type);
	let x = place.x;
	let index = line.start;
	while (index < line.drawEnd) {
		const style = shaped.styleOf[index]!;
		const { colour, language, link } = shaped.styles[style]!;
		const start = x;
		const drawn: number[] = [];
		const spans: GlyphSpan[] = [];
		for (; index < line.drawEnd && shaped.styleOf[index] === style; index++) {
			const glyph = shaped.glyphs[index]!;
			if (glyph === MARK_GLYPH) {
				if (drawn.length > 0) break;
				drawSeverityMark(canvas, shaped.marks.get(index)!, start, baseline, size, ARTIFACT);
				x += (shaped.advances[index]! * size) / 1000;
				index++;
				break;
			}
			if (glyph === LINE_FEED_GLYPH) continue;
			drawn.push(index);
		}
		if (drawn.length === 0) continue;
		let width = 0;
		for (const { rightToLeft, indices } of visualRuns(drawn.map((at) => shaped.codePoints[at]!))) {
			for (const inner of indices) {
				const at = drawn[inner]!;
				const gap = at < line.drawEnd - 1 ? shaped.gaps[at]! : 0;
				addGlyph(spans, shaped, at, gap, rightToLeft);
				width += shaped.advances[at]! + gap;
			}
		}
		const paint = place.paint ?? TEXT_COLOUR[colour];
		const element = elementOf(shaped, style, place.tag);
		x += (width * size) / 1000;
		canvas.add({
			kind: 'text',
			x: start,
			y: baseline,
			width: x - start,
			size,
			colour: paint,
			language,
			spans,
			tag: element
		});
		// Where a table's head stands again, its links do not.
		if (!link || !isTag(element)) continue;
		canvas.link({
			x: start,
			y: place.top,
			width: x - start,
			height: leading,
			target: link,
			description: textOfStyle(shaped, style),
			tag: element
		});
	}
}

/** Elements inside a text, by style: a link that goes on in the next line is still one link. */
const inner = new WeakMap<ShapedText, Map<number, Tag>>();

/** Links, and words in another language than what stands around them, are elements of their own. */
function elementOf(shaped: ShapedText, style: number, outer: TagOrArtifact): TagOrArtifact {
	if (!isTag(outer)) return outer;
	const { language, link } = shaped.styles[style]!;
	const foreign = language === languageOf(outer) ? undefined : language;
	if (!foreign && (!link || outer.role === 'Link')) return outer;
	let known = inner.get(shaped);
	if (!known) inner.set(shaped, (known = new Map()));
	let element = known.get(style);
	if (!element) {
		element = tag(link ? 'Link' : 'Span', outer, { language: foreign });
		known.set(style, element);
	}
	return element;
}

function textOfStyle(shaped: ShapedText, style: number): string {
	let text = '';
	shaped.styleOf.forEach((own, index) => {
		if (own === style && shaped.glyphs[index] !== MARK_GLYPH) text += textOfGlyph(shaped, index);
	});
	return text.replace(/\s+/g, ' ').trim();
}

const textOfGlyph = (shaped: ShapedText, index: number): string =>
	shaped.texts.get(index) ?? String.fromCodePoint(shaped.codePoints[index]!);

function addGlyph(spans: GlyphSpan[], shaped: ShapedText, index: number, gap: number, apart: boolean): void {
	const face = shaped.faces[index]!;
	const codePoint = shaped.codePoints[index]!;
	const last = spans.at(-1);
	// A replacement text would stand in the order of reading, and not all readers know that.
	if (shaped.missing.has(codePoint) && !isRightToLeft(codePoint)) {
		spans.push({
			face,
			glyphs: [shaped.glyphs[index]!],
			gaps: [gap],
			actualText: textOfGlyph(shaped, index)
		});
	} else if (last?.face === face && last.actualText === undefined && last.apart === apart) {
		last.glyphs.push(shaped.glyphs[index]!);
		last.gaps.push(gap);
	} else {
		spans.push({ face, glyphs: [shaped.glyphs[index]!], gaps: [gap], apart });
	}
}
