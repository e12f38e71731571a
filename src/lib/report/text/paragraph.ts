import { Break } from './break.ts';
import { isBreakableSpace, isHan, isNoLineStart } from './characters.ts';
import { LINE_FEED_GLYPH, type ShapedText } from './shaped-text.ts';

/** One line of a paragraph: a range of its glyphs. */
export interface Line {
	readonly start: number;
	/** Behind the last glyph that is drawn; spaces at the line's end come after it. */
	readonly drawEnd: number;
	/** Start of the next line. */
	readonly end: number;
	/** In 1/1000 em, without spaces at the end. */
	readonly width: number;
}

/**
 * Breaks a paragraph into lines, first fit.
 *
 * @param width - in 1/1000 em; a line is wider only when a single character is
 * @returns at least one line; an empty text has one empty line
 */
export function breakLines(shaped: ShapedText, width: number): Line[] {
	const lines: Line[] = [];
	const count = shaped.glyphs.length;
	let start = 0;
	while (start < count) {
		const end = findLineEnd(shaped, start, width);
		lines.push(makeLine(shaped, start, end));
		start = end;
	}
	if (count === 0 || shaped.glyphs[count - 1] === LINE_FEED_GLYPH) lines.push(makeLine(shaped, count, count));
	else avoidLoneHan(shaped, lines, width);
	return lines;
}

/** Width of a text on one line (the widest, where line feeds part it), in 1/1000 em. */
export function naturalWidth(shaped: ShapedText): number {
	return widest(shaped, Break.required);
}

/** Width of the widest part that should not be broken, in 1/1000 em. */
export function longestWord(shaped: ShapedText): number {
	return widest(shaped, Break.allowed);
}

function widest(shaped: ShapedText, breakFrom: number): number {
	let result = 0;
	let start = 0;
	for (let index = 1; index <= shaped.glyphs.length; index++) {
		if (index < shaped.glyphs.length && shaped.breaks[index]! < breakFrom) continue;
		result = Math.max(result, makeLine(shaped, start, index).width);
		start = index;
	}
	return result;
}

/** The last place up to which the line fits: a good one, else inside a word, else after one character. */
function findLineEnd(shaped: ShapedText, start: number, width: number): number {
	let used = 0;
	let good = -1;
	let emergency = -1;
	let polite = -1;
	for (let index = start; index < shaped.glyphs.length; index++) {
		if (index > start) {
			const chance = shaped.breaks[index]!;
			if (chance === Break.required) return index;
			if (chance === Break.allowed) good = index;
			else if (chance === Break.emergency) {
				emergency = index;
				if (!isNoLineStart(String.fromCodePoint(shaped.codePoints[index]!))) polite = index;
			}
		}
		used += shaped.advances[index]!;
		// A space hangs over the end of the line, and a gap falls away there.
		if (used > width && !isSpaceAt(shaped, index)) {
			if (good > start) return good;
			if (polite > start) return polite;
			if (emergency > start) return emergency;
			return nextCharacter(shaped, start);
		}
		used += shaped.gaps[index]!;
	}
	return shaped.glyphs.length;
}

function nextCharacter(shaped: ShapedText, start: number): number {
	let next = start + 1;
	while (next < shaped.glyphs.length && shaped.breaks[next] === Break.never) next++;
	return next;
}

const isSpaceAt = (shaped: ShapedText, index: number): boolean =>
	shaped.glyphs[index] === LINE_FEED_GLYPH || isBreakableSpace(shaped.codePoints[index]!);

function makeLine(shaped: ShapedText, start: number, end: number): Line {
	let drawEnd = end;
	while (drawEnd > start && isSpaceAt(shaped, drawEnd - 1)) drawEnd--;
	let width = 0;
	for (let index = start; index < drawEnd; index++) {
		width += shaped.advances[index]!;
		if (index < drawEnd - 1) width += shaped.gaps[index]!;
	}
	return { start, drawEnd, end, width };
}

/** Takes one more character down when the last line is a single Han character, with or without a stop. */
function avoidLoneHan(shaped: ShapedText, lines: Line[], width: number): void {
	const last = lines.at(-1)!;
	const before = lines.at(-2);
	if (!before || !isLoneHan(shaped, last) || shaped.breaks[last.start] === Break.required) return;
	for (let index = last.start - 1; index > before.start; index--) {
		if (shaped.breaks[index] !== Break.allowed) continue;
		const moved = makeLine(shaped, index, last.end);
		// Not when a long word would come down and leave the line above half empty.
		if (moved.width > Math.min(width, 8000)) return;
		lines.splice(-2, 2, makeLine(shaped, before.start, index), moved);
		return;
	}
}

function isLoneHan(shaped: ShapedText, line: Line): boolean {
	if (line.drawEnd === line.start || !isHan(shaped.codePoints[line.start]!)) return false;
	for (let index = line.start + 1; index < line.drawEnd; index++) {
		if (!isNoLineStart(String.fromCodePoint(shaped.codePoints[index]!))) return false;
	}
	return true;
}
