/** What the report's font part offers to text layout and to the PDF writer. Types only. */

export type Weight = 400 | 700;
export type FontLanguage = 'en' | 'zh-Hant' | 'zh-Hans';
export type FaceName = 'latin' | 'hk' | 'sc' | 'emoji';
/** One embedded font, for example `latin-400`. */
export type FaceId = `${FaceName}-${Weight}`;

/** Measures of a face for a PDF FontDescriptor, in 1/1000 em; y grows upwards. */
export interface FaceMetrics {
	/** Always 1000: faces drawn on another grid are rescaled when they are built. */
	unitsPerEm: number;
	ascent: number;
	/** Negative: below the baseline. */
	descent: number;
	capHeight: number;
	/** xMin, yMin, xMax, yMax over every glyph of the whole face. */
	bbox: [number, number, number, number];
	/** Degrees counter-clockwise from the vertical; 0 for an upright face. */
	italicAngle: number;
	/** Width of a vertical stem, for FontDescriptor /StemV. */
	stemV: number;
	/** PostScript name of the whole face, without a subset tag: `NotoSansHK-Regular`. */
	postscriptName: string;
}

/** One file of glyphs. */
export interface FontFile {
	/** Name inside `static/fonts`; it carries a hash of the content, so it can be cached for ever. */
	file: string;
	/** Size of the file as stored (gzip). */
	bytes: number;
}

/** Which characters a face has and which of its files holds each; the same for both weights. */
export interface FontCoverage {
	/**
	 * Code points, ascending, as ranges `start+length` in hexadecimal joined by commas; `+length` is left out when it is 1, and
	 * each start is written as the distance from the end of the range before: `41+1a,6` is U+0041–U+005A and U+0061.
	 */
	ranges: string;
	/** One character a code point in the same order: its UTF-16 code less 0x30 is the index into `files`. */
	plan: string;
}

export interface FontManifestFace extends FaceMetrics {
	/** In the order of {@link FontCoverage.plan}: signs and core first, then the rest from frequent to rare. */
	files: FontFile[];
}

/** `static/fonts/manifest.json`. */
export interface FontManifest {
	/** Version of the file format; a runtime refuses any other. */
	format: 1;
	/** Hash of everything that the files were made from. */
	inputs: string;
	coverage: Record<FaceName, FontCoverage>;
	faces: Record<FaceId, FontManifestFace>;
}

/** Where the files of `static/fonts` come from; keeping them is the source's business. */
export interface FontSource {
	/**
	 * @param file name of a file in `static/fonts`
	 * @returns its bytes, gzipped as stored, or already inflated where a server did that on the way
	 * @throws {FontError} `font_file_unavailable`
	 */
	load(file: string): Promise<Uint8Array>;
}

/** Neighbouring glyphs of one face. The three lists have one entry a glyph. */
export interface GlyphRun {
	face: FaceId;
	/** Glyph ids in the *subset* that {@link FontStack.subsets} returns for this face. */
	glyphs: number[];
	/** Code points as typed; also for a glyph that is drawn as □ because no face has the character. */
	codePoints: number[];
	/** Widths in 1/1000 em. */
	advances: number[];
	/** By index, what a glyph stands for where that is more than its code point: it carries characters without a shape. */
	texts: Map<number, string>;
}

/** Narrows what {@link FontStack.prepare} loads; without it all languages and both weights are made ready. */
export interface PrepareOptions {
	languages?: readonly FontLanguage[];
	weights?: readonly Weight[];
}

/** A TrueType file with the used glyphs of one face. */
export interface FontSubset {
	face: FaceId;
	/** With a tag of six letters from the content: `ABCDEF+NotoSansHK-Regular`. */
	postscriptName: string;
	bytes: Uint8Array;
	metrics: FaceMetrics;
	/** Width in 1/1000 em by new glyph id; entry 0 is .notdef. */
	widths: number[];
	/** Text by new glyph id, for ToUnicode: a character with those without a shape that go with it; empty for .notdef. */
	unicode: string[];
}

/** Faces chained by language. One stack makes one document: it remembers which glyphs were shaped. */
export interface FontStack {
	/**
	 * Loads what these texts need; afterwards measuring and shaping are synchronous. May be called again with more texts.
	 * The printable ASCII characters and the no-break space are always made ready.
	 * @returns code points that no face has, ascending: they are drawn as □
	 * @throws {FontError} `font_file_unavailable`, `font_file_damaged`
	 */
	prepare(texts: Iterable<string>, options?: PrepareOptions): Promise<{ missing: number[] }>;
	/**
	 * Splits text into runs of one face by the chain of the language. Variation selectors, joiners and other characters without
	 * a shape are not drawn; they go into the text of a neighbour's glyph, or of a blank one where nothing follows. Each character that no face has gets a □ glyph of its own, so its ToUnicode entry is still true.
	 * @throws {FontError} `not_prepared` when the text has a character that {@link prepare} was not given
	 */
	shape(text: string, language: FontLanguage, weight: Weight): GlyphRun[];
	/** Width in 1/1000 em, without touching the subset. @throws {FontError} `not_prepared` */
	measure(text: string, language: FontLanguage, weight: Weight): number;
	metrics(face: FaceId): FaceMetrics;
	/** The glyphs shaped so far, for embedding: one file a used face, in a fixed order of faces. Call at the end. */
	subsets(): FontSubset[];
}
