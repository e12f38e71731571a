import type { Inline, ReportLanguage, Run, Severity, TextColour } from '../blocks.ts';
import type { FaceId, FontStack, Weight } from '../fonts/types.ts';
import { Break, findBreaks } from './break.ts';
import { isHan, isLatinOrDigit } from './characters.ts';
import { cleanText } from './clean.ts';
import { splitByPunctuation } from './latin-punctuation.ts';
import { LINE_FEED_GLYPH, MARK_GLYPH, type ShapedStyle, type ShapedText } from './shaped-text.ts';

/** Space between Han and Latin letters or digits, in 1/1000 em. */
const HAN_LATIN_GAP = 125;
/** Room of a severity mark with the space behind it, in 1/1000 em. */
export const MARK_ADVANCE = 1300;

/** What a text looks like where its runs say nothing else. */
export interface BaseStyle {
	readonly language: ReportLanguage;
	readonly weight?: Weight | undefined;
	readonly colour?: TextColour | undefined;
	/** Mark before the first character. */
	readonly severity?: Severity | undefined;
}

/** What shaping needs from the document. */
export interface ShapingContext {
	readonly fonts: FontStack;
	/** Code points that no face has. */
	readonly missing: ReadonlySet<number>;
	/** Ids that links can lead to. */
	readonly anchors: ReadonlySet<string>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Turns running text into glyphs with break chances; spaces at both ends fall away. */
export function shapeInline(inline: Inline, base: BaseStyle, context: ShapingContext): ShapedText {
	const runs = trimRuns(typeof inline === 'string' ? [{ text: inline }] : inline);
	const marks = new Map<number, Severity>();
	const shaped: Mutable<ShapedText> = {
		text: '',
		glyphs: [],
		faces: [],
		advances: [],
		offsets: [],
		codePoints: [],
		texts: new Map(),
		styleOf: [],
		styles: [],
		gaps: [],
		breaks: [],
		marks,
		missing: context.missing
	};
	const mark = (severity: Severity | undefined, style: number): void => {
		if (!severity) return;
		marks.set(shaped.glyphs.length, severity);
		addGlyph(shaped, MARK_GLYPH, MARK_ADVANCE, shaped.text.length, 0xfffc, style);
	};
	runs.forEach((run, index) => {
		shaped.styles.push(styleOf(run, base, context));
		const style = shaped.styles.length - 1;
		if (index === 0) mark(base.severity, style);
		mark(run.severity, style);
		run.text.split('\n').forEach((part, line) => {
			if (line > 0) {
				addGlyph(shaped, LINE_FEED_GLYPH, 0, shaped.text.length, 0x0a, style);
				shaped.text += '\n';
			}
			addText(shaped, part, style, context.fonts);
		});
	});
	setBreaksAndGaps(shaped);
	return shaped;
}

function styleOf(run: Run, base: BaseStyle, context: ShapingContext): ShapedStyle {
	// A link into a chapter that was left out of this report is plain text.
	const broken = run.link && 'anchor' in run.link && !context.anchors.has(run.link.anchor);
	const link = (!broken && run.link) || null;
	return {
		weight: run.bold === undefined ? (base.weight ?? 400) : run.bold ? 700 : 400,
		colour: run.colour ?? (link ? 'accent' : (base.colour ?? 'ink')),
		language: run.language ?? base.language,
		link
	};
}

/** Cleans every run; outer spaces of the whole paragraph go, so nothing hangs in front of the first line. */
function trimRuns(runs: readonly Run[]): Run[] {
	const cleaned = runs.map((run) => ({ ...run, text: cleanText(run.text) }));
	for (const run of cleaned) {
		run.text = run.text.trimStart();
		if (run.text) break;
	}
	for (const run of cleaned.toReversed()) {
		run.text = run.text.trimEnd();
		if (run.text) break;
	}
	return cleaned.filter((run) => run.text || run.severity);
}

function addText(shaped: Mutable<ShapedText>, text: string, style: number, fonts: FontStack): void {
	const { language, weight } = shaped.styles[style]!;
	let offset = shaped.text.length;
	shaped.text += text;
	const whole = shaped.text;
	for (const part of splitByPunctuation(text, language)) {
		for (const run of fonts.shape(part.text, part.language, weight)) {
			for (let index = 0; index < run.glyphs.length; index++) {
				const codePoint = run.codePoints[index]!;
				const typed = run.texts.get(index);
				if (typed) shaped.texts.set(shaped.glyphs.length, typed);
				// What has no form (joiners, variation selectors) has no glyph of its own.
				while (offset < whole.length && whole.codePointAt(offset) !== codePoint) offset++;
				addGlyph(shaped, run.glyphs[index]!, run.advances[index]!, offset, codePoint, style, run.face);
				offset += codePoint > 0xffff ? 2 : 1;
			}
		}
	}
}

function addGlyph(
	shaped: ShapedText,
	glyph: number,
	advance: number,
	offset: number,
	codePoint: number,
	style: number,
	face: FaceId | null = null
): void {
	shaped.faces.push(face);
	shaped.glyphs.push(glyph);
	shaped.advances.push(advance);
	shaped.offsets.push(offset);
	shaped.codePoints.push(codePoint);
	shaped.styleOf.push(style);
}

function setBreaksAndGaps(shaped: ShapedText): void {
	const breaks = findBreaks(shaped.text);
	for (let index = 0; index < shaped.glyphs.length; index++) {
		const offset = shaped.offsets[index]!;
		// A mark shares its offset with the character behind it, from which it never parts.
		const behindMark = index > 0 && shaped.glyphs[index - 1] === MARK_GLYPH;
		shaped.breaks.push(index === 0 || behindMark ? Break.never : breaks[offset]!);
		shaped.gaps.push(needsGap(shaped, index) ? HAN_LATIN_GAP : 0);
	}
}

function needsGap(shaped: ShapedText, index: number): boolean {
	const left = shaped.codePoints[index]!;
	const right = shaped.codePoints[index + 1];
	if (right === undefined) return false;
	if (isHan(left)) return isLatinOrDigit(right);
	return isHan(right) && isLatinOrDigit(left);
}
