import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeFonts, fakeContext } from '../testing/fake-fonts.ts';
import { isNoLineEnd, isNoLineStart } from './characters.ts';
import { breakLines, longestWord, naturalWidth } from './paragraph.ts';
import { MARK_ADVANCE, shapeInline } from './shape-inline.ts';
import type { ShapedText } from './shaped-text.ts';

const shape = (text: string): ShapedText => shapeInline(text, { language: 'zh-Hant' }, fakeContext());

/** Texts of the lines as they are drawn; width in em. */
function lines(text: string, em: number): string[] {
	const shaped = shape(text);
	return breakLines(shaped, em * 1000).map((line) => textOf(shaped, line.start, line.drawEnd));
}

function textOf(shaped: ShapedText, start: number, end: number): string {
	return shaped.codePoints
		.slice(start, end)
		.map((codePoint) => String.fromCodePoint(codePoint))
		.join('');
}

describe('breakLines', () => {
	test('fills lines with words and drops the spaces at their ends', () => {
		expect(lines('aa bb cc dd', 2.5)).toEqual(['aa bb', 'cc dd']);
	});
	test('takes a character down rather than start a line with a full stop', () => {
		expect(lines('一二三四五。六七', 5)).toEqual(['一二三四', '五。六七']);
	});
	test('takes an opening bracket down rather than end a line with it', () => {
		expect(lines('一二三四「五六」', 5)).toEqual(['一二三四', '「五六」']);
	});
	test('does not leave a single Han character on the last line', () => {
		expect(lines('一二三四五六', 5)).toEqual(['一二三四', '五六']);
		expect(lines('一二三四五六。', 5)).toEqual(['一二三四', '五六。']);
	});
	test('cuts a word only when it is longer than a line', () => {
		expect(lines('a bbbbbbbb c', 3)).toEqual(['a', 'bbbbbb', 'bb c']);
	});
	test('starts a new line at each line feed, also for empty lines', () => {
		expect(lines('a\n\nb', 10)).toEqual(['a', '', 'b']);
	});
	test('gives an empty text one empty line', () => {
		expect(lines('', 10)).toEqual(['']);
	});
	test('leaves an eighth of an em between Han and Latin, except at a line’s end', () => {
		// 2 Han + 2 letters + 2 gaps = 2 × 1000 + 2 × 500 + 2 × 125
		expect(naturalWidth(shape('甲ab乙'))).toBe(3250);
		expect(naturalWidth(shape('甲 ab'))).toBe(2500);
		const [first] = breakLines(shape('甲乙ab'), 2000);
		expect(first!.width).toBe(2000);
	});
	test('knows the longest part that should stay whole', () => {
		expect(longestWord(shape('aa bbbb 甲'))).toBe(2000);
	});
	test('drops spaces around a paragraph, across its runs', () => {
		const shaped = shapeInline(
			[{ text: ' \t' }, { text: ' a', bold: true }, { text: ' b ' }, { text: ' ' }],
			{ language: 'en' },
			fakeContext()
		);
		expect(shaped.text).toBe('a b');
	});
	test('finds its place again behind characters that have no shape', () => {
		const shaped = shape('a\u200bb\u200bc');
		expect(shaped.offsets).toEqual([0, 2, 4]);
	});
	test('keeps a severity mark with its word', () => {
		const shaped = shapeInline(
			[{ text: 'aa ' }, { text: 'bb', severity: 'high' }],
			{ language: 'en' },
			fakeContext()
		);
		const [, second] = breakLines(shaped, MARK_ADVANCE + 1050);
		expect(second!.start).toBe(3);
		expect(second!.width).toBe(MARK_ADVANCE + 1000);
	});
});

const PIECES = fc.constantFrom(
	'資料',
	'私隱',
	'機構',
	'AI',
	'DPP1',
	'privacy',
	'a',
	' ',
	' ',
	'，',
	'。',
	'「',
	'」',
	'（',
	'）',
	'“',
	'”',
	'！',
	'：',
	'https://example.com/a?b=c',
	'2026',
	'𨋢',
	'👍',
	'well-kept',
	'、',
	'…',
	'\n'
);
const TEXTS = fc.array(PIECES, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('lines of any text', () => {
	test('hold every character once, in order, and nothing else', () => {
		fc.assert(
			fc.property(TEXTS, fc.integer({ min: 1, max: 30 }), (text, em) => {
				const shaped = shape(text);
				const joined = breakLines(shaped, em * 1000).map((line) => textOf(shaped, line.start, line.end));
				expect(joined.join('')).toBe(text.trim());
			})
		);
	});
	test('are no wider than they may be, unless they are one character', () => {
		fc.assert(
			fc.property(TEXTS, fc.integer({ min: 1, max: 30 }), (text, em) => {
				const shaped = shape(text);
				for (const line of breakLines(shaped, em * 1000)) {
					if (line.drawEnd - line.start > 1) expect(line.width).toBeLessThanOrEqual(em * 1000);
				}
			})
		);
	});
	test('do not start with closing or end with opening punctuation where a word fits the line', () => {
		// Words with their punctuation: what people write. Runs of marks longer than a line cannot be helped.
		const word = fc.constantFrom(
			'資料',
			'「私隱」',
			'機構，',
			'（AI）',
			'說：“好”。',
			'privacy, ',
			'see (here). ',
			'甲！',
			'“own” '
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 6, max: 30 }), (words, em) => {
				for (const line of lines(words.join(''), em).filter((text) => text !== '')) {
					expect(isNoLineStart(line[0]!)).toBe(false);
					expect(isNoLineEnd(line.at(-1)!)).toBe(false);
				}
			})
		);
	});
	test('are measured as the fonts measure them, where no gap is due', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('privacy', 'a', ' ', '.'), { maxLength: 20 }), (pieces) => {
				const text = pieces.join('').trim();
				expect(naturalWidth(shape(text))).toBe(createFakeFonts().measure(text, 'en', 400));
			})
		);
	});
});
