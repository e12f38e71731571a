import { dayAfter, type Calendar, type CalendarEntry } from './calendar.ts';
import { FormatError } from './errors.ts';

/** Longest line in bytes, without its end. Source: RFC 5545, section 3.1. */
const LINE_BYTES = 75;

/**
 * Writes a calendar file (RFC 5545): one all-day entry a day to keep, which blocks nobody's time.
 *
 * @throws {FormatError} `no_dates` when there is nothing to write: a calendar has to have an entry
 */
export function writeIcs({ name, changed, entries }: Calendar): Uint8Array<ArrayBuffer> {
	const dated = entries
		.filter(({ day }) => !Number.isNaN(Date.parse(day)))
		// 29 February of a year without one is the day after the 28th.
		.map((entry) => ({ ...entry, day: new Date(Date.parse(entry.day)).toISOString().slice(0, 10) }));
	if (dated.length === 0)
		throw new FormatError(
			'no_dates',
			'Nothing has a date yet: no action that is still to be done, no accepted risk, no evidence. Set due dates in the action plan first.'
		);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Plumbline//Action plan//EN',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escaped(name)}`,
		...dated.flatMap((entry) => entryLines(entry, stampOf(changed))),
		'END:VCALENDAR'
	];
	const text = lines.map((line) => `${folded(line)}\r\n`).join('');
	return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

function entryLines({ uid, day, title, text }: CalendarEntry, stamp: string): string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${stamp}`,
		`LAST-MODIFIED:${stamp}`,
		`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
		`DTEND;VALUE=DATE:${dayAfter(day).replaceAll('-', '')}`,
		`SUMMARY:${escaped(title)}`,
		`DESCRIPTION:${escaped(text)}`,
		'TRANSP:TRANSPARENT',
		'END:VEVENT'
	];
}

/** `20261120T093000Z` */
function stampOf(time: string): string {
	return `${time.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text value: RFC 5545, section 3.3.11; control characters other than tab and line feed are not allowed. */
function escaped(text: string): string {
	return (
		text
			.toWellFormed()
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are the characters meant
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
			.replace(/[\\;,]/g, '\\$&')
			.replaceAll('\n', '\\n')
	);
}

/** Folds a line by bytes; a character is never cut. */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	let bytes = 0;
	for (const character of line) {
		const size = new TextEncoder().encode(character).length;
		if (bytes + size > LINE_BYTES) {
			parts.push(part);
			// The space that begins a continued line counts.
			[part, bytes] = ['', 1];
		}
		part += character;
		bytes += size;
	}
	return [...parts, part].join('\r\n ');
}
