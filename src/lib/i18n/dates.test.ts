import { describe, expect, test } from 'vitest';
import { dateText } from './dates.ts';

describe('dateText', () => {
	test('writes a day, a month or a year the way each language does', () => {
		expect(dateText('en', '2026-11-23')).toBe('23 November 2026');
		expect(dateText('zh-Hant', '2026-11-23')).toBe('2026年11月23日');
		expect(dateText('zh-Hans', '2025-12')).toBe('2025年12月');
		expect(dateText('en', '2016')).toBe('2016');
	});

	test('leaves alone what is not a date', () => {
		expect(dateText('en', 'spring')).toBe('spring');
	});
});
