import { describe, expect, test } from 'vitest';
import { splitByPunctuation } from './latin-punctuation.ts';

/** The marks that the Latin face draws. */
const latin = (text: string): string =>
	splitByPunctuation(text, 'zh-Hant')
		.filter(({ language }) => language === 'en')
		.map((part) => part.text)
		.join('');

describe('splitByPunctuation', () => {
	test('gives English sentences in a Chinese report their narrow marks', () => {
		expect(latin('The firm’s notice says “improve service” – nothing else.')).toBe('’“”–');
		expect(latin('62–66')).toBe('–');
		expect(latin('the clinics’ data …')).toBe('’…');
	});
	test('leaves Chinese sentences their full-width marks, also around Latin words', () => {
		expect(latin('他說“你好”——不是…')).toBe('');
		expect(latin('“AI”系統使用“AI”')).toBe('');
		expect(latin('用‘AI’, 即')).toBe('');
		expect(latin('「AI」……')).toBe('');
	});
	test('decides both marks of a pair together', () => {
		expect(latin('“AI”系統 and “AI” systems')).toBe('“”');
	});
	test('splits without loss', () => {
		const text = '它的firm’s“a”，“b” c';
		expect(
			splitByPunctuation(text, 'zh-Hans')
				.map((part) => part.text)
				.join('')
		).toBe(text);
	});
});
