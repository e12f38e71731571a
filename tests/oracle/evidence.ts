import { ratio } from './fraction.ts';
import type { Reading } from './reading.ts';
import { shownRatio } from './score.ts';
import type { Note } from './shapes.ts';

/** A claim is a grade of 2 or 3. */
function isClaim({ state, low }: Reading): boolean {
	return state === 'grade' && low >= 2;
}

export function hasEvidence({ answer }: Reading, asAt: string, note: Note): boolean {
	return (answer?.evidence ?? []).some(({ what, expires }) => {
		if (what.trim() === '') {
			note('pointer without a name');
			return false;
		}
		if (expires && expires < asAt) {
			note('pointer expired');
			return false;
		}
		note(expires === asAt ? 'pointer counts on its last day' : 'pointer counts');
		return true;
	});
}

/** Evidenced, and somebody named saw or tested it. */
function isConfirmed(reading: Reading, asAt: string, note: Note): boolean {
	const basis = reading.answer?.basis;
	if (!hasEvidence(reading, asAt, note) || (basis?.kind !== 'seen' && basis?.kind !== 'tested')) return false;
	const named = (basis.by ?? '').trim() !== '';
	note(named ? 'evidence confirmed' : 'evidence tested by nobody named');
	return named;
}

/** Section 8 of docs/scoring.md: weights of claims, of evidenced and of confirmed ones. */
export function coverEvidence(readings: readonly Reading[], asAt: string, note: Note) {
	const weigh = (some: readonly Reading[]) =>
		some.reduce((total, { question }) => total + question.weight, 0);
	const claims = readings.filter(isClaim);
	const claimed = weigh(claims);
	const evidenced = weigh(claims.filter((reading) => hasEvidence(reading, asAt, note)));
	const confirmed = weigh(claims.filter((reading) => isConfirmed(reading, asAt, note)));
	if (claimed === 0) note('no claims yet');
	return {
		claimed,
		evidenced,
		confirmed,
		percent: claimed === 0 ? null : shownRatio(ratio(100 * evidenced, claimed))
	};
}

/** The readings if only evidenced answers count: a claim without a pointer is worth grade 1. */
export function withoutBareClaims(readings: readonly Reading[], asAt: string, note: Note): Reading[] {
	return readings.map((reading) => {
		if (!isClaim(reading) || hasEvidence(reading, asAt, note)) return reading;
		note('claim lowered to 1 for lack of evidence');
		return { ...reading, low: 1, high: 1 };
	});
}
