import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '$lib/core/languages.ts';
import { formatDate, isoDay } from './format.ts';

const LOCALES = { en: 'en-GB', 'zh-Hant': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' } as const;

describe('a date in words', () => {
	test.each(LANGUAGES)('reads in %s as the platform would write it', (language) => {
		const platform = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
		for (const day of ['2026-11-23', '2027-01-01', '1999-12-31']) {
			expect(formatDate(day, language)).toBe(platform.format(Date.parse(day)));
		}
	});

	test('is the reader\u2019s own day when a time is given', () => {
		const time = '2026-11-23T23:30:00.000Z';
		expect(formatDate(time, 'en')).toBe(formatDate(isoDay(new Date(time)), 'en'));
	});

	test('stays as it is when it is not a date', () => {
		expect(formatDate('autumn', 'en')).toBe('autumn');
		expect(formatDate('', 'zh-Hant')).toBe('');
	});
});
