import type { Language } from '$lib/core/languages.ts';

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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day in words: *23 November 2026*, 2026年11月23日.
 *
 * Written out here because the first `Intl.DateTimeFormat` of a page costs more than all scores together.
 *
 * @param iso - `2026-11-23`, or a time in UTC, which is shown as the reader's own day
 * @returns the words, or the text as it came when it is not a date
 */
export function formatDate(iso: string, language: Language): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return iso;
	const [year, month, day] = (DAY.test(iso) ? iso : isoDay(date)).split('-').map(Number) as [
		number,
		number,
		number
	];
	return language === 'en' ? `${day} ${MONTHS[month - 1] ?? ''} ${year}` : `${year}年${month}月${day}日`;
}

/** @returns the reader's own day as an ISO date, as date fields give it */
export function isoDay(now: Date): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
