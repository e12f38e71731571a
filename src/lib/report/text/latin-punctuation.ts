import type { ReportLanguage } from '../blocks.ts';
import { isEastAsian } from './characters.ts';

/** Marks with one code point for two forms: narrow in Latin text, full width in Chinese. */
export const SHARED_PUNCTUATION = '‘’“”–—…';

const SHARED = /[‘’“”–—…]/;
/** A pair of quotation marks; an apostrophe inside is none. */
const QUOTED = /“[^“”\n]+”|‘(?:[^‘’\n]|’(?=\p{L}))+’/gu;
const DASH = /[–—…]+/g;
const APOSTROPHE = /(?<=[a-z\u00c0-\u024f])’/gi;

export interface TextPart {
	readonly text: string;
	/** Whose faces draw it. */
	readonly language: ReportLanguage;
}

/**
 * Splits Chinese text so that the quotation marks, apostrophes and dashes of English sentences
 * inside it are drawn by the Latin face: full width, `firm’s` would fall apart.
 *
 * Both marks of a pair are decided together: they are Latin when neither what they enclose nor
 * what they touch is East Asian.
 */
export function splitByPunctuation(text: string, language: ReportLanguage): TextPart[] {
	if (language === 'en' || !SHARED.test(text)) return [{ text, language }];
	const parts: TextPart[] = [];
	let start = 0;
	for (const index of findLatin(text)) {
		if (index > start) parts.push({ text: text.slice(start, index), language });
		parts.push({ text: text[index]!, language: 'en' });
		start = index + 1;
	}
	if (start < text.length) parts.push({ text: text.slice(start), language });
	return parts;
}

/** Places of the marks that belong to Latin text, ascending. */
function findLatin(text: string): number[] {
	const latin = new Set<number>();
	const paired = new Set<number>();
	for (const { 0: quoted, index } of text.matchAll(QUOTED)) {
		const last = index + quoted.length - 1;
		paired.add(last);
		if (![...quoted.slice(1, -1)].every(isLatin) || !standsInLatin(text, index, last + 1)) continue;
		latin.add(index).add(last);
	}
	for (const { index } of text.matchAll(APOSTROPHE)) {
		if (!paired.has(index) && isLatin(text[index + 1] ?? ' ')) latin.add(index);
	}
	for (const { 0: dash, index } of text.matchAll(DASH)) {
		if (!standsInLatin(text, index, index + dash.length)) continue;
		for (let at = index; at < index + dash.length; at++) latin.add(at);
	}
	return [...latin].sort((a, b) => a - b);
}

/** Whether no East Asian character comes next on either side, and there is something on one of them. */
function standsInLatin(text: string, start: number, end: number): boolean {
	const before = text.slice(0, start).trimEnd().at(-1);
	const after = text.slice(end).trimStart()[0];
	return (before !== undefined || after !== undefined) && isLatin(before ?? ' ') && isLatin(after ?? ' ');
}

const isLatin = (character: string): boolean => !isEastAsian(character.codePointAt(0)!);
