import { describe, expect, test } from 'vitest';
import { cleanText } from './clean.ts';

describe('cleanText', () => {
	test('turns tabs into spaces, so that pasted cells stay apart', () => {
		expect(cleanText('Serial\tKeeper')).toBe('Serial Keeper');
	});
	test('drops control characters, soft hyphens and direction marks', () => {
		expect(cleanText('a\u0000b\u0007c\u00add\u200ee\u202ef\u2066g\u009fh')).toBe('abcdefgh');
	});
	test('makes every kind of line break a line feed', () => {
		expect(cleanText('a\r\nb\rc\u000bd\u2028e\u0085f')).toBe('a\nb\nc\nd\ne\nf');
	});
	test('replaces lone surrogates and keeps pairs', () => {
		expect(cleanText('a\ud83db𨋢\udc4d')).toBe('a\ufffdb𨋢\ufffd');
	});
	test('composes letters and their accents', () => {
		expect(cleanText('Cafe\u0301')).toBe('Café');
	});
	test('converts nothing between Traditional and Simplified', () => {
		expect(cleanText('這裏這里这里')).toBe('這裏這里这里');
	});
});
