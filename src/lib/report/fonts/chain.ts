import type { FaceName, FontLanguage, Weight } from './types.ts';

export const FACE_NAMES: readonly FaceName[] = ['latin', 'hk', 'sc', 'emoji'];
export const FONT_LANGUAGES: readonly FontLanguage[] = ['en', 'zh-Hant', 'zh-Hans'];
export const WEIGHTS: readonly Weight[] = [400, 700];

const LATIN_FIRST: readonly FaceName[] = ['latin', 'hk', 'sc', 'emoji'];

/** Faces in the order in which they are asked for a character. */
const CHAINS: Record<FontLanguage, readonly FaceName[]> = {
	en: LATIN_FIRST,
	'zh-Hant': ['hk', 'sc', 'latin', 'emoji'],
	'zh-Hans': ['sc', 'hk', 'latin', 'emoji']
};

/**
 * Letters, digits and signs that come from the Latin face in Chinese text too. Curly quotes, dashes and the ellipsis are not
 * among them: in Chinese they are full width.
 */
export function isLatinInEveryLanguage(codePoint: number): boolean {
	return (
		codePoint < 0x2c8 || // Basic Latin to IPA, without the tone marks ˇˊˋ˙ that Bopomofo needs
		(codePoint >= 0x300 && codePoint < 0x530) || // combining marks, Greek, Cyrillic
		(codePoint >= 0x1d00 && codePoint < 0x2000) || // phonetic and additional Latin, extended Greek
		codePoint === 0x202f ||
		(codePoint >= 0x20a0 && codePoint < 0x20d0) // currency, so that HK$ and € sit beside digits of the same face
	);
}

/** @returns the faces that may draw this character in this language, first choice first */
export function facesFor(codePoint: number, language: FontLanguage): readonly FaceName[] {
	return isLatinInEveryLanguage(codePoint) ? LATIN_FIRST : CHAINS[language];
}

/**
 * Whether a character without a shape belongs to the one before it: variation selectors and skin tones. All others, joiners
 * for instance, go with the one behind: readers drop a text that ends with a format character.
 */
export function leansBack(codePoint: number): boolean {
	return (
		codePoint === 0x34f ||
		(codePoint >= 0x180b && codePoint <= 0x180d) ||
		codePoint === 0x180f ||
		(codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
		(codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
		(codePoint >= 0xe0100 && codePoint <= 0xe01ef)
	);
}

/**
 * Characters that only steer their neighbours: joiners, variation selectors, direction marks, tags, and skin tones, which a
 * face of one colour would draw as a hatched square. Faces without their substitution tables have nothing to draw for them.
 */
export function isWithoutShape(codePoint: number): boolean {
	if (codePoint < 0x180b) return codePoint === 0xad || codePoint === 0x34f || codePoint === 0x61c;
	return (
		codePoint <= 0x180f ||
		(codePoint >= 0x200b && codePoint <= 0x200f) ||
		(codePoint >= 0x202a && codePoint <= 0x202e) ||
		(codePoint >= 0x2060 && codePoint <= 0x206f) ||
		(codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
		codePoint === 0xfeff ||
		(codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
		(codePoint >= 0xe0000 && codePoint <= 0xe0fff)
	);
}
