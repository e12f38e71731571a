import type { Language } from '../core/languages.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

/** Hong Kong writes the day first in English. */
const LOCALES: Readonly<Record<Language, string>> = {
	en: 'en-GB',
	'zh-Hant': 'zh-Hant-HK',
	'zh-Hans': 'zh-Hans-CN'
};

/** A year, a month or a day, as sources and date fields give them. */
const DATE = /^\d{4}(-\d{2}){0,2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T/;

/**
 * A date in words of the language: *23 November 2026*, 2026年11月23日.
 *
 * Written out here because the first `Intl.DateTimeFormat` of a page costs more than all scores together.
 *
 * @param date - ISO: a day, a month (`2025-12`) or a year, which stay as coarse as they are; or a time in UTC, which is
 *   shown as the reader's own day; anything else comes back as it is
 */
export function dateText(language: Language, date: string): string {
	const moment = new Date(date);
	if (Number.isNaN(moment.getTime())) return date;
	if (TIME.test(date)) return dateText(language, isoDay(moment));
	if (!DATE.test(date)) return date;
	const [year, month, day] = date.split('-').map(Number);
	if (language === 'en')
		return [day, month && MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ');
	return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

/** @returns the reader's own day as an ISO date, as date fields give it */
export function isoDay(now: Date): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A moment in the reader's own time zone, to the minute. @param time - ISO time */
export function timeText(language: Language, time: string): string {
	return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(
		new Date(time)
	);
}
