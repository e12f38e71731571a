import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCount, seed } from '../../../../tests/helpers/random-runs.ts';
import { toText } from '../scoring/fraction.ts';
import { endsAnswers, nextState } from './question-state.ts';
import { disagreementQueue, readCounts, readResult } from './reading.ts';
import type { Counts } from './types.ts';

const few = fc.nat(12);
const countsOf = fc.tuple(few, few, few, few, few);

describe('readCounts', () => {
	test('takes the lower median of the grades and leaves "don\'t know" aside', () => {
		// 0 0 | 1 3 3 3 and two who do not know: the third of six is 1.
		const reading = readCounts([2, 1, 0, 3, 2]);
		expect(reading).toMatchObject({ answered: 8, graded: 6, median: 1 });
		expect(toText(reading.unknown!)).toBe('1/4');
		// 1 − ((1 + 1 + 0 + 2 + 2 + 2) / 6) / 1.5 = 1 − 16/18
		expect(toText(reading.agreement!)).toBe('1/9');
	});

	test('agreement is 1 when all agree', () => {
		expect(toText(readCounts([0, 0, 7, 0, 0]).agreement!)).toBe('1/1');
	});

	test('half at each end is no agreement at all', () => {
		// 1 − ((3·0 + 3·3) / 6) / 1.5 = 1 − 1
		expect(toText(readCounts([3, 0, 0, 3, 0]).agreement!)).toBe('0/1');
	});

	test('has no median and no agreement below five grades, however many do not know', () => {
		expect(readCounts([0, 4, 0, 0, 20])).toMatchObject({ graded: 4, median: null, agreement: null });
	});

	test('the median is the middle of the sorted list, and agreement stays between 0 and 1', () => {
		fc.assert(
			fc.property(countsOf, (counts) => {
				const sorted = [0, 1, 2, 3].flatMap((grade) => Array(counts[grade]).fill(grade) as number[]);
				const { median, agreement } = readCounts(counts);
				expect(median).toBe(sorted.length >= 5 ? sorted[Math.ceil(sorted.length / 2) - 1] : null);
				if (agreement) {
					expect(agreement.n >= 0n && agreement.n <= agreement.d).toBe(true);
					const mean = sorted.reduce((sum, grade) => sum + Math.abs(grade - median!), 0) / sorted.length;
					expect(Number(agreement.n) / Number(agreement.d)).toBeCloseTo(1 - mean / 1.5, 10);
				}
			}),
			{ numRuns: runCount(500), seed }
		);
	});
});

describe('readResult', () => {
	test('flags an agreement below 0.6, and exactly 0.6 not', () => {
		// Five grades with distances 3 in sum: 1 − (3/5)/1.5 = 0.6; one more and it is below.
		const flagged = (counts: Counts) => readResult({ counts, roles: [] }).disagreement;
		expect(flagged([0, 3, 1, 1, 0])).toBe(false);
		expect(flagged([1, 2, 1, 1, 0])).toBe(true);
	});

	test('flags roles whose medians are two grades apart', () => {
		const result = (far: Counts) =>
			readResult({
				counts: [0, 0, 0, 0, 0],
				roles: [
					{ role: 0, counts: [0, 5, 0, 0, 0] },
					{ role: 1, counts: far }
				]
			}).rolesApart;
		expect(result([0, 0, 0, 5, 0])).toBe(true);
		expect(result([0, 0, 5, 0, 0])).toBe(false);
	});
});

describe('disagreementQueue', () => {
	test('puts flagged questions first, then the least agreement', () => {
		const of = (counts: Counts) => ({ counts, roles: [] });
		expect(
			disagreementQueue([
				{ item: 0, result: of([0, 0, 6, 0, 0]) },
				{ item: 1, result: of([0, 3, 3, 0, 0]) },
				{ item: 2, result: null },
				{ item: 3, result: of([3, 0, 0, 3, 0]) },
				{ item: 4, result: of([0, 0, 0, 0, 6]) }
			])
		).toEqual([3, 1, 0]);
	});
});

describe('nextState', () => {
	test('doing it twice is doing it once', () => {
		for (const state of ['waiting', 'open', 'closed', 'revealed'] as const)
			for (const action of ['open', 'close', 'reveal', 'reset'] as const) {
				const next = nextState(state, action);
				if (next) expect(nextState(next, action)).toBe(next);
			}
	});

	test('what was never opened cannot be closed or revealed', () => {
		expect(nextState('waiting', 'close')).toBeNull();
		expect(nextState('waiting', 'reveal')).toBeNull();
	});

	test('a result is made when answers end, not when a shown result is hidden again', () => {
		expect(endsAnswers('open', 'revealed')).toBe(true);
		expect(endsAnswers('revealed', 'closed')).toBe(false);
		expect(endsAnswers('open', 'waiting')).toBe(false);
	});
});
