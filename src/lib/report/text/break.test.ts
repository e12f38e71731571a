import { describe, expect, test } from 'vitest';
import { Break, findBreaks } from './break.ts';

/** The text with `|` at each good place for the end of a line. */
function marked(text: string): string {
	const breaks = findBreaks(text);
	return [...text.matchAll(/./gsu)]
		.map(({ 0: unit, index }) => (breaks[index]! >= Break.allowed ? `|${unit}` : unit))
		.join('');
}

describe('findBreaks', () => {
	test('breaks English at spaces and after hyphens only', () => {
		expect(marked('A well-kept list (of 1,000.5 items).')).toBe('A |well-|kept |list |(of |1,000.5 |items).');
	});
	test('breaks Chinese between characters, but not before closing or after opening punctuation', () => {
		expect(marked('你好，「世界」。')).toBe('你|好，|「世|界」。');
	});
	test('keeps closing punctuation with what stands before it, also behind a space', () => {
		expect(marked('資料 ）及')).toBe('資|料 ）|及');
		expect(marked('好 。好')).toBe('好 。|好');
	});
	test('parts curly quotes from Chinese text on their outer side', () => {
		expect(marked('他说“你好”的话')).toBe('他|说|“你|好”|的|话');
	});
	test('leaves apostrophes and English quotes alone', () => {
		expect(marked('the firm’s “own” list')).toBe('the |firm’s |“own” |list');
	});
	test('breaks an address after its separators', () => {
		const text = 'https://www.example.com/a/b_c?d=e&f.g';
		expect(marked(text).split('|').join('')).toBe(text);
		expect(marked(text)).toContain('com/|a/|b_|c?|d=|e&|f.|g');
	});
	test('does not break a short file name', () => {
		expect(marked('list_v2.xlsx')).toBe('list_v2.xlsx');
	});
	test('breaks a long name without spaces after its underscores', () => {
		expect(marked('register_of_all_the_systems_v2.xlsx')).toBe('register_|of_|all_|the_|systems_|v2.|xlsx');
	});
	test('never parts a surrogate pair or a letter from its accent', () => {
		const breaks = findBreaks('𨋢q\u0323𡃁');
		expect(breaks[1]).toBe(Break.never);
		expect(breaks[3]).toBe(Break.never);
	});
	test('asks for a break behind a line feed', () => {
		expect(findBreaks('a\nb')[2]).toBe(Break.required);
	});
});
