import type { Language } from '$lib/core/languages.ts';

/** Conventions of Hong Kong for English and Traditional Chinese, of the mainland for Simplified Chinese. */
const LOCALES: Readonly<Record<Language, string>> = {
	en: 'en-GB',
	'zh-Hant': 'zh-Hant-HK',
	'zh-Hans': 'zh-Hans-CN'
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Formatters are slow to make and the same for a whole page. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A day in words: *23 November 2026*, 2026年11月23日.
 *
 * @param iso - `2026-11-23`, or a time in UTC, which is shown as the reader's own day
 * @returns the words, or the text as it came when it is not a date
 */
export function formatDate(iso: string, language: Language): string {
	const time = Date.parse(iso);
	if (Number.isNaN(time)) return iso;
	const plain = DAY.test(iso);
	const key = `${language}/${plain}`;
	const formatter =
		formatters.get(key) ??
		new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', ...(plain && { timeZone: 'UTC' }) });
	formatters.set(key, formatter);
	return formatter.format(time);
}

/** @returns the reader's own day as an ISO date, as date fields give it */
export function isoDay(now: Date): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
