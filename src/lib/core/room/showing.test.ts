import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCount, seed } from '../../../../tests/helpers/random-runs.ts';
import { sumOf } from './counts.ts';
import { decideShowing, LEAST_SHOWN, type Showing } from './showing.ts';
import { PlainQuestion } from './testing.ts';
import type { Choice, RoleTally } from './types.ts';

const few = fc.nat(6);
const choice = fc.constantFrom<Choice>(0, 1, 2, 3, 'unknown');

function answered(count: number, role = -1, value: Choice = 2, from = 0, question = new PlainQuestion()) {
	for (let person = from; person < from + count; person++) question.answer(person, role, value);
	return question;
}

const resultOf = (showing: Showing) => (showing.show ? showing.result : null);

describe('decideShowing', () => {
	test('shows nothing below five answers', () => {
		expect(answered(4).close()).toEqual({ show: false, held: 'too_few' });
		expect(resultOf(answered(5).close())).toEqual({ counts: [0, 0, 5, 0, 0], roles: [] });
	});

	test('shows a reopened question again only after five people changed', () => {
		const question = answered(9);
		expect(question.close().show).toBe(true);
		answered(4, -1, 3, 0, question);
		expect(question.close()).toEqual({ show: false, held: 'too_few_new' });
		answered(5, -1, 3, 0, question);
		expect(resultOf(question.close())?.counts).toEqual([0, 0, 4, 5, 0]);
	});

	test('five changes of one person are one change', () => {
		const question = answered(9);
		question.close();
		for (const value of [0, 1, 3, 'unknown', 0] as const) question.answer(0, -1, value);
		expect(question.close().show).toBe(false);
	});

	test('going back to a choice that was shown before is no change', () => {
		const question = answered(10);
		question.close();
		answered(5, -1, 3, 0, question);
		expect(question.close().show).toBe(true);
		answered(5, -1, 2, 0, question);
		question.answer(10, -1, 0);
		expect(question.close()).toEqual({ show: false, held: 'too_few_new' });
	});

	test('a reset is no way around it', () => {
		const question = answered(9);
		question.close();
		question.reset();
		answered(9, -1, 2, 0, question);
		question.answer(9, -1, 0);
		expect(question.close().show).toBe(false);
	});

	test('shows a role only if it and the rest have five each', () => {
		const roles = (legal: number, others: number) =>
			resultOf(answered(others, 1, 1, 100, answered(legal, 0)).close())?.roles.map(({ role }) => role);
		expect(roles(5, 4)).toEqual([]);
		expect(roles(4, 5)).toEqual([]);
		expect(roles(5, 5)).toEqual([0, 1]);
		expect(roles(7, 0)).toEqual([]);
	});

	test('shows one role fewer where all of them together would leave two people over', () => {
		// 6 + 5 + 2 + 1: subtracting both large roles would leave 3 people, so the smaller of them joins the rest.
		const question = answered(6, 0);
		answered(5, 1, 1, 20, question);
		answered(2, 2, 1, 40, question);
		answered(1, -1, 1, 60, question);
		expect(resultOf(question.close())?.roles).toEqual([{ role: 0, counts: [0, 0, 6, 0, 0] }]);
	});

	test('roles add up to no more than all, whatever was answered', () => {
		const tally = fc.record({
			role: fc.constant(0),
			counts: fc.tuple(few, few, few, few, few)
		});
		fc.assert(
			fc.property(fc.array(tally, { maxLength: 6 }), (list) => {
				const tallies: RoleTally[] = list.map((one, index) => ({
					role: index - 1,
					counts: one.counts,
					fresh: one.counts
				}));
				const showing = decideShowing(tallies);
				if (!showing.show) return;
				const apart = showing.result.roles.reduce((sum, { counts }) => sum + sumOf(counts), 0);
				const rest = sumOf(showing.result.counts) - apart;
				expect(rest === 0 || rest >= LEAST_SHOWN).toBe(true);
				for (const { counts } of showing.result.roles)
					expect(sumOf(counts)).toBeGreaterThanOrEqual(LEAST_SHOWN);
			}),
			{ numRuns: runCount(500), seed }
		);
	});
});

/** Rank over the rational numbers, by Bareiss' elimination without fractions. */
function rank(rows: readonly (readonly bigint[])[]): number {
	const m = rows.map((row) => [...row]);
	let [done, last] = [0, 1n];
	for (let column = 0; column < (m[0]?.length ?? 0) && done < m.length; column++) {
		const pivot = m.findIndex((row, index) => index >= done && row[column] !== 0n);
		if (pivot < 0) continue;
		[m[done], m[pivot]] = [m[pivot]!, m[done]!];
		const head = m[done]!;
		for (let row = done + 1; row < m.length; row++) {
			const factor = m[row]![column]!;
			m[row] = m[row]!.map((value, index) => (value * head[column]! - head[index]! * factor) / last);
		}
		last = head[column]!;
		done++;
	}
	return done;
}

/** All sets of at most `size` of the people 0 … count−1 with the largest number of members. */
function* smallGroups(count: number, size: number, from = 0): Generator<number[]> {
	if (size === 0) {
		yield [];
		return;
	}
	for (let first = from; first <= count - size; first++)
		for (const rest of smallGroups(count, size - 1, first + 1)) yield [first, ...rest];
}

type Step =
	| { readonly kind: 'answer'; readonly person: number; readonly choice: Choice }
	| { readonly kind: 'close' | 'reset' };

const PEOPLE = 13;
const roleOf = (person: number) => (person < 6 ? 0 : person < 11 ? 1 : -1);

/** The groups of people and choices behind everything that the host was shown. */
function groupsShown(
	steps: readonly Step[],
	decide?: (tallies: readonly RoleTally[]) => Showing
): string[][] {
	const question = new PlainQuestion();
	const groups: string[][] = [];
	for (const step of steps) {
		if (step.kind === 'answer') question.answer(step.person, roleOf(step.person), step.choice);
		else if (step.kind === 'reset') question.reset();
		else {
			const result = resultOf(question.close(decide));
			if (!result) continue;
			groups.push(question.behind(() => true));
			for (const { role } of result.roles) groups.push(question.behind((of) => of === role));
		}
	}
	return groups;
}

/**
 * Whether some sum and difference of shown groups speaks of at least one but fewer than five people. It does exactly
 * if leaving these people's columns out lowers the rank.
 */
function somebodyIsExposed(groups: readonly (readonly string[])[]): boolean {
	const columns = [...new Set(groups.flat())];
	const rows = groups.map((group) => columns.map((column) => (group.includes(column) ? 1n : 0n)));
	const whole = rank(rows);
	for (const few of smallGroups(PEOPLE, LEAST_SHOWN - 1)) {
		const kept = columns.flatMap((column, index) =>
			few.includes(Number(column.split(':')[0])) ? [] : [index]
		);
		if (rank(rows.map((row) => kept.map((index) => row[index]!))) < whole) return true;
	}
	return false;
}

const answers = (from: number, count: number, value: Choice): Step[] =>
	Array.from({ length: count }, (_, index) => ({ kind: 'answer', person: from + index, choice: value }));
const close: Step = { kind: 'close' };

describe('no sequence of results exposes anybody', () => {
	const step: fc.Arbitrary<Step[]> = fc.oneof(
		{
			weight: 6,
			arbitrary: fc
				.tuple(fc.nat(8), fc.integer({ min: 1, max: 13 }), choice)
				.map(([from, count, value]) => answers(from, Math.min(count, PEOPLE - from), value))
		},
		{
			weight: 3,
			arbitrary: fc.tuple(fc.nat(PEOPLE - 1), choice).map(([from, value]) => answers(from, 1, value))
		},
		{ weight: 5, arbitrary: fc.constant<Step[]>([close]) },
		{ weight: 1, arbitrary: fc.constant<Step[]>([{ kind: 'reset' }]) }
	);

	test('whatever is answered, closed, reopened and reset, no difference of results speaks of fewer than five', () => {
		let several = 0;
		fc.assert(
			fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
				const groups = groupsShown([...steps.flat(), close]);
				if (groups.length > 1) several++;
				expect(somebodyIsExposed(groups)).toBe(false);
			}),
			{ numRuns: runCount(200, 5_000), seed }
		);
		// The test is about something: most random rooms show more than one result.
		expect(several).toBeGreaterThan(20);
	}, 300_000);

	test('comparing only with the result before would expose somebody: the rule has to look at all of them', () => {
		// Two halves change one after the other; then the first goes back while one more person joins.
		const attack = [
			...answers(0, 10, 2),
			close,
			...answers(0, 5, 3),
			close,
			...answers(5, 5, 3),
			close,
			...answers(0, 5, 2),
			...answers(11, 1, 0),
			close
		];
		// At least five answers differ from the result before each time in this story: such a rule shows all four.
		const pairwise = (): Showing => ({ show: true, result: { counts: [0, 0, 0, 0, 0], roles: [] } });
		expect(somebodyIsExposed(groupsShown(attack, pairwise))).toBe(true);
		expect(somebodyIsExposed(groupsShown(attack))).toBe(false);
	});
});
