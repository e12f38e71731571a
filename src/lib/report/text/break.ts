import { Rules } from '@cto.af/linebreak';
import { isEastAsian, isNoLineEnd, isNoLineStart } from './characters.ts';

/** What may happen before a UTF-16 unit of a text. */
export const Break = {
	/** Never: inside a character, or against the rules of typesetting. */
	never: 0,
	/** Only when a whole line holds no better place: inside a word. */
	emergency: 1,
	allowed: 2,
	required: 3
} as const;

/**
 * UAX #14 in full (Unicode 15.1, all of its conformance tests), plain ESM without a build step.
 * `linebreak` 1.1 is faster but keeps the pair table of Unicode 13 and is CommonJS; `Intl.Segmenter`
 * knows no lines, and the browsers' own breaking would differ from Node's.
 */
const rules = new Rules();

/** An address, a path, or a name without spaces that is too long to be a word. */
const LONG_TOKEN =
	/[^\s\u2e80-\u9fff\uff00-\uffef]{25,}|(?:https?:\/\/|www\.)[^\s\u2e80-\u9fff\uff00-\uffef]+/gi;
const URL_BREAK_AFTER = new Set('/?&=.-_');
const WORD_CHARACTER = /[\p{L}\p{N}%]/u;
/** Marks, joiners, variation selectors, skin tones: never parted from what stands before. */
const EXTENDS = /[\p{M}\u200d\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/u;

/**
 * Finds where lines of a text may end.
 *
 * On top of UAX #14: closing punctuation never starts and opening punctuation never ends a line;
 * quotation marks beside Chinese text part from it on their outer side; addresses and other long
 * tokens may break after `/ ? & = . - _`.
 *
 * @param text - cleaned; a line feed is a required break after it
 * @returns one {@link Break} a UTF-16 unit, for the place *before* it; index 0 is `never`
 */
export function findBreaks(text: string): Uint8Array {
	const breaks = new Uint8Array(text.length);
	for (const { position, required } of rules.breaks(text)) {
		if (position < text.length) breaks[position] = required ? Break.required : Break.allowed;
	}
	addQuoteBreaks(text, breaks);
	addTokenBreaks(text, breaks);
	for (let at = 1; at < text.length; at++) {
		if (breaks[at] === Break.allowed && !mayPart(text, at)) breaks[at] = Break.emergency;
		else if (breaks[at] === Break.never && isCharacterStart(text, at)) breaks[at] = Break.emergency;
	}
	return breaks;
}

/** Kinsoku: spaces before a closing or after an opening mark do not make a good place either. */
function mayPart(text: string, at: number): boolean {
	return !isNoLineStart(text[at]!) && !isNoLineEnd(text[at - 1]!);
}

/** Whether a unit starts what a reader sees as one character. */
function isCharacterStart(text: string, at: number): boolean {
	const codePoint = text.codePointAt(at)!;
	if (codePoint >= 0xdc00 && codePoint <= 0xdfff) return false;
	if (codePoint < 0x300) return true;
	return text.charCodeAt(at - 1) !== 0x200d && !EXTENDS.test(String.fromCodePoint(codePoint));
}

/** UAX #14 (before Unicode 16) glues curly quotes to both neighbours, which chains Chinese text together. */
function addQuoteBreaks(text: string, breaks: Uint8Array): void {
	for (let at = 1; at < text.length - 1; at++) {
		const unit = text.charCodeAt(at);
		if (unit < 0x2018 || unit > 0x201d) continue;
		const before = codePointBefore(text, at);
		const after = text.codePointAt(at + 1)!;
		if ((unit === 0x2018 || unit === 0x201c) && isEastAsian(before)) breaks[at] = Break.allowed;
		if ((unit === 0x2019 || unit === 0x201d) && isEastAsian(after)) breaks[at + 1] = Break.allowed;
	}
}

function codePointBefore(text: string, at: number): number {
	const unit = text.charCodeAt(at - 1);
	return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.codePointAt(at - 2)! : unit;
}

function addTokenBreaks(text: string, breaks: Uint8Array): void {
	for (const match of text.matchAll(LONG_TOKEN)) {
		const end = match.index + match[0].length;
		for (let at = match.index + 1; at < end; at++) {
			if (!URL_BREAK_AFTER.has(text[at - 1]!)) continue;
			// Not inside `//` or `?=`, and not before the full stop that ends the sentence.
			if (breaks[at] === Break.never && WORD_CHARACTER.test(text[at]!)) breaks[at] = Break.allowed;
		}
	}
}
