import type { Language } from '../core/languages.ts';

/** Hong Kong writes the day first in English. */
const LOCALES: Readonly<Record<Language, string>> = {
	en: 'en-GB',
	'zh-Hant': 'zh-Hant-HK',
	'zh-Hans': 'zh-Hans-CN'
};

/**
 * A date in words of the language.
 *
 * @param date - ISO: a day, a month (`2025-12`) or a year; anything else comes back as it is
 */
export function dateText(language: Language, date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	if (!/^\d{4}(-\d{2}){0,2}$/.test(date) || !year) return date;
	return new Intl.DateTimeFormat(LOCALES[language], {
		timeZone: 'UTC',
		year: 'numeric',
		...(month && { month: 'long' }),
		...(day && { day: 'numeric' })
	}).format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
}

/** A moment in the reader's own time zone, to the minute. @param time - ISO time */
export function timeText(language: Language, time: string): string {
	return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(
		new Date(time)
	);
}
