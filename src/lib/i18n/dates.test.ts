import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../core/languages.ts';
import { dateText, isoDay } from './dates.ts';

const LOCALES = { en: 'en-GB', 'zh-Hant': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' } as const;

describe('a date in words', () => {
	test.each(LANGUAGES)('reads in %s as the platform would write it', (language) => {
		const platform = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
		for (const day of ['2026-11-23', '2027-01-01', '1999-12-31']) {
			expect(dateText(language, day)).toBe(platform.format(Date.parse(day)));
		}
	});

	test('writes a day, a month or a year the way each language does', () => {
		expect(dateText('en', '2026-11-23')).toBe('23 November 2026');
		expect(dateText('zh-Hant', '2026-11-23')).toBe('2026年11月23日');
		expect(dateText('zh-Hans', '2025-12')).toBe('2025年12月');
		expect(dateText('en', '2025-12')).toBe('December 2025');
		expect(dateText('en', '2016')).toBe('2016');
		expect(dateText('zh-Hant', '2016')).toBe('2016年');
	});

	test('is the reader’s own day when a time is given', () => {
		const time = '2026-11-23T23:30:00.000Z';
		expect(dateText('en', time)).toBe(dateText('en', isoDay(new Date(time))));
	});

	test('stays as it is when it is not a date', () => {
		for (const text of ['spring', 'autumn', '', 'June 5', '2026-13-01'])
			expect(dateText('en', text)).toBe(text);
		expect(dateText('zh-Hant', '')).toBe('');
	});
});
