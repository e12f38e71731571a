import type { Glyph } from './outline.ts';
import type { FaceId, FaceMetrics, FontSubset } from './types.ts';
import { writeTrueType } from './write-truetype.ts';

/** Glyph 0, which a report never shows: a hollow box. */
const NOTDEF: Glyph = {
	advance: 500,
	ends: [3, 7],
	xs: [50, 50, 450, 450, 100, 400, 400, 100],
	ys: [0, 700, 700, 0, 50, 50, 650, 650],
	on: [1, 1, 1, 1, 1, 1, 1, 1]
};

/** A glyph in use: which text it stands for and how it looks. */
export interface UsedGlyph {
	text: string;
	glyph: Glyph;
}

/** @param used in order of new glyph ids, starting with id 1 */
export function writeSubset(face: FaceId, metrics: FaceMetrics, used: readonly UsedGlyph[]): FontSubset {
	const glyphs = [NOTDEF, ...used.map(({ glyph }) => glyph)];
	const bytes = writeTrueType(glyphs, metrics);
	// A lone surrogate is not text; a ToUnicode map may not hold one.
	const unicode = ['', ...used.map(({ text }) => text.toWellFormed())];
	return {
		face,
		// The text counts too: two subsets with the same shapes for different characters are not the same font.
		postscriptName: `${tagFor(bytes, unicode.join(''))}+${metrics.postscriptName}`,
		bytes,
		metrics,
		widths: glyphs.map(({ advance }) => advance),
		unicode
	};
}

/** Six capital letters from the content (FNV-1a): the same subset has the same name everywhere. */
function tagFor(bytes: Uint8Array, text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	let rest = hash >>> 0;
	let tag = '';
	for (let i = 0; i < 6; i++, rest = Math.floor(rest / 26)) tag += String.fromCharCode(65 + (rest % 26));
	return tag;
}
