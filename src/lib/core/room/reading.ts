import type { Grade } from '../questionnaire/types.ts';
import { compare, fraction, subtract, type Fraction } from '../scoring/fraction.ts';
import { gradedOf, sumOf, UNKNOWN_INDEX } from './counts.ts';
import { LEAST_SHOWN } from './showing.ts';
import type { Counts, Result } from './types.ts';

const GRADES: readonly Grade[] = [0, 1, 2, 3];
const LOW_AGREEMENT = fraction(6, 10);

/** What one distribution says. Source: docs/scoring.md, section 10. */
export interface Reading {
	/** All who answered. */
	readonly answered: number;
	/** Those of them who gave a grade. */
	readonly graded: number;
	/** Lower median of the grades; `null` below five of them. */
	readonly median: Grade | null;
	/** 1: all agree, 0: half at each end; `null` below five grades. */
	readonly agreement: Fraction | null;
	/** Share of *don't know* among all answers; `null` of nothing. */
	readonly unknown: Fraction | null;
}

export interface ResultReading extends Reading {
	readonly roles: readonly (Reading & { readonly role: number })[];
	/** `agreement` is below 0.6. */
	readonly disagreement: boolean;
	/** The medians of two roles are two or more grades apart. */
	readonly rolesApart: boolean;
}

function lowerMedian(counts: Counts): Grade {
	let left = Math.ceil(gradedOf(counts) / 2);
	return GRADES.find((grade) => (left -= counts[grade]) <= 0) ?? 3;
}

/** A = 1 − mean|k − median| / 1.5, as an exact fraction. */
function agreementOf(counts: Counts, median: Grade): Fraction {
	const distance = GRADES.reduce<number>((sum, grade) => sum + counts[grade] * Math.abs(grade - median), 0);
	return subtract(fraction(1), fraction(2 * distance, 3 * gradedOf(counts)));
}

export function readCounts(counts: Counts): Reading {
	const [answered, graded] = [sumOf(counts), gradedOf(counts)];
	const median = graded >= LEAST_SHOWN ? lowerMedian(counts) : null;
	return {
		answered,
		graded,
		median,
		agreement: median === null ? null : agreementOf(counts, median),
		unknown: answered === 0 ? null : fraction(counts[UNKNOWN_INDEX], answered)
	};
}

/** Everything that is derived from a shown result; nothing in here says more than the result itself. */
export function readResult(result: Result): ResultReading {
	const all = readCounts(result.counts);
	const roles = result.roles.map(({ role, counts }) => ({ role, ...readCounts(counts) }));
	const medians = roles.flatMap(({ median }) => (median === null ? [] : [median]));
	return {
		...all,
		roles,
		disagreement: all.agreement !== null && compare(all.agreement, LOW_AGREEMENT) < 0,
		rolesApart: medians.length > 1 && Math.max(...medians) - Math.min(...medians) >= 2
	};
}

/**
 * Which questions to talk about first: flagged ones before others, less agreement before more, then the room's order.
 *
 * @returns the items of the given list that have a result with an agreement, in that order
 */
export function disagreementQueue(
	questions: readonly { readonly item: number; readonly result: Result | null }[]
): number[] {
	return questions
		.flatMap(({ item, result }) => {
			const reading = result && readResult(result);
			return reading?.agreement
				? [
						{
							item,
							agreement: reading.agreement,
							flagged: reading.disagreement || reading.rolesApart
						}
					]
				: [];
		})
		.sort(
			(a, b) => Number(b.flagged) - Number(a.flagged) || compare(a.agreement, b.agreement) || a.item - b.item
		)
		.map(({ item }) => item);
}
