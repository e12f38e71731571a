import type { LinkTarget, ReportLanguage, Severity, TextColour } from '../blocks.ts';
import type { FaceId, Weight } from '../fonts/types.ts';

/** Appearance of a stretch of shaped text. */
export interface ShapedStyle {
	readonly weight: Weight;
	readonly colour: TextColour;
	readonly language: ReportLanguage;
	readonly link: LinkTarget | null;
}

/** Glyph ids below zero are not in a font. */
export const LINE_FEED_GLYPH = -1;
export const MARK_GLYPH = -2;

/**
 * A paragraph as glyphs, before it is broken into lines. The lists have one entry a glyph and
 * are plain arrays: most paragraphs are short.
 */
export interface ShapedText {
	/** Cleaned text of all runs. */
	readonly text: string;
	/** Glyph id in the subset of its face, or one of the ids above. */
	readonly glyphs: number[];
	/** `null` for a glyph that is in no font. */
	readonly faces: (FaceId | null)[];
	/** In 1/1000 em. */
	readonly advances: number[];
	/** Where the glyph's character starts in `text`, in UTF-16 units. */
	readonly offsets: number[];
	readonly codePoints: number[];
	/** By index, what a glyph stands for where that is more than its code point. */
	readonly texts: Map<number, string>;
	/** Index into `styles`. */
	readonly styleOf: number[];
	readonly styles: ShapedStyle[];
	/** Extra space after the glyph unless it ends a line, in 1/1000 em: between Han and Latin. */
	readonly gaps: number[];
	/** One `Break` a glyph, for the place before it. */
	readonly breaks: number[];
	/** Rank to draw, by index of its `MARK_GLYPH`. */
	readonly marks: ReadonlyMap<number, Severity>;
	/** Code points that no face has: drawn as □. */
	readonly missing: ReadonlySet<number>;
}
