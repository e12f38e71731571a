import type { FontCoverage } from './types.ts';

/** First index character of {@link FontCoverage.plan}. */
export const PLAN_BASE = 0x30;

/** @returns for a code point, the index of the file that holds it, or -1 */
export type FileFinder = (codePoint: number) => number;

/** @returns a look-up in constant time, for a table that is made once a manifest */
export function readCoverage({ ranges, plan }: FontCoverage): FileFinder {
	const spans = ranges === '' ? [] : ranges.split(',');
	let end = 0;
	const starts = spans.map((span) => {
		const [distance, length = '1'] = span.split('+') as [string, string?];
		const start = end + parseInt(distance, 16);
		end = start + parseInt(length, 16);
		return [start, end] as const;
	});
	// One number for each code point up to the last: 0 for none, so that a new array needs no filling.
	const table = new Uint16Array(end);
	let at = 0;
	for (const [first, last] of starts) {
		for (let codePoint = first; codePoint < last; codePoint++)
			table[codePoint] = plan.charCodeAt(at++) - PLAN_BASE + 1;
	}
	return (codePoint) => (codePoint < table.length ? table[codePoint]! - 1 : -1);
}
