import type { Line } from '../text/paragraph.ts';
import { LINE_FEED_GLYPH, MARK_GLYPH, type ShapedText } from '../text/shaped-text.ts';
import type { Canvas, GlyphSpan } from './canvas.ts';
import { drawSeverityMark } from './severity-mark.ts';
import type { TagOrArtifact } from './tag.ts';
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
		const spans: GlyphSpan[] = [];
		let width = 0;
		for (; index < line.drawEnd && shaped.styleOf[index] === style; index++) {
			const glyph = shaped.glyphs[index]!;
			if (glyph === MARK_GLYPH) {
				if (spans.length > 0) break;
				drawSeverityMark(canvas, shaped.marks.get(index)!, start, baseline, size, place.tag);
				x += (shaped.advances[index]! * size) / 1000;
				index++;
				break;
			}
			if (glyph === LINE_FEED_GLYPH) continue;
			const gap = index < line.drawEnd - 1 ? shaped.gaps[index]! : 0;
			addGlyph(spans, shaped, index, gap);
			width += shaped.advances[index]! + gap;
		}
		if (spans.length === 0) continue;
		const paint = place.paint ?? TEXT_COLOUR[colour];
		canvas.add({ kind: 'text', x: start, y: baseline, size, colour: paint, language, spans, tag: place.tag });
		x += (width * size) / 1000;
		if (link)
			canvas.link({
				x: start,
				y: place.top,
				width: x - start,
				height: leading,
				target: link,
				tag: place.tag
			});
	}
}

function addGlyph(spans: GlyphSpan[], shaped: ShapedText, index: number, gap: number): void {
	const face = shaped.faces[index]!;
	const codePoint = shaped.codePoints[index]!;
	const last = spans.at(-1);
	if (shaped.missing.has(codePoint)) {
		spans.push({
			face,
			glyphs: [shaped.glyphs[index]!],
			gaps: [gap],
			actualText: String.fromCodePoint(codePoint)
		});
	} else if (last?.face === face && last.actualText === undefined) {
		last.glyphs.push(shaped.glyphs[index]!);
		last.gaps.push(gap);
	} else {
		spans.push({ face, glyphs: [shaped.glyphs[index]!], gaps: [gap] });
	}
}
