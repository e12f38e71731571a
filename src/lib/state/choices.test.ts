import { describe, expect, test } from 'vitest';
import type { ScopingFact } from '../core/index.ts';
import { choicesOf, chosenRadio, withChoice, withFactChoice } from './choices.ts';

describe('withChoice', () => {
	test('a new answer takes the place of another kind of answer and leaves what was written', () => {
		const before = { unknown: true, note: 'ask IT', flagged: true } as const;
		expect(withChoice(before, '2', true)).toEqual({ grade: 2, note: 'ask IT', flagged: true });
	});

	test('a checklist that is done stays done when an element is ticked afterwards', () => {
		expect(withChoice({ elements: ['a'], done: true }, 'b', true)).toEqual({
			elements: ['a', 'b'],
			done: true
		});
		expect(withChoice({ elements: ['a'] }, 'a', false)).toEqual({ elements: [] });
	});

	test('"none of these" takes every tick away and counts as done', () => {
		expect(withChoice({ elements: ['a', 'b'] }, 'none', true)).toEqual({ elements: [], done: true });
	});

	test('an answer changed by hand is no longer inherited', () => {
		const inherited = { assessment: 'org', updated: '2026-01-01T00:00:00Z' };
		expect(withChoice({ grade: 3, inherited }, '1', true)).toEqual({ grade: 1 });
	});

	test('what the controls show brings the same answer back', () => {
		for (const answer of [
			{ grade: 0 as const },
			{ unknown: true as const },
			{ elements: ['a', 'b'], done: true },
			{ elements: [], done: true },
			{ elements: ['a'] },
			{ elements: ['a'], unknown: true as const }
		]) {
			const again = choicesOf(answer).reduce((before, value) => withChoice(before, value, true), {});
			expect(again).toEqual(answer);
		}
	});

	test('"not applicable" shows as chosen before its reason is written', () => {
		expect(chosenRadio(withChoice({ grade: 1 }, 'na', true))).toBe('na');
	});
});

describe('withFactChoice', () => {
	const fact: ScopingFact = {
		id: 'third',
		multiple: true,
		choices: [
			{ id: 'supplier', exclusive: false },
			{ id: 'overseas', exclusive: false },
			{ id: 'nobody', exclusive: true }
		],
		reasonRequiredFor: []
	};

	test('an exclusive choice clears the others, and any other clears it', () => {
		expect(withFactChoice(fact, ['supplier', 'overseas'], 'nobody', true)).toEqual(['nobody']);
		expect(withFactChoice(fact, ['nobody'], 'supplier', true)).toEqual(['supplier']);
	});

	test('several choices stand in the order of the questionnaire', () => {
		expect(withFactChoice(fact, ['overseas'], 'supplier', true)).toEqual(['supplier', 'overseas']);
	});

	test('"not sure" stands alone, and taking the last choice away leaves no answer', () => {
		expect(withFactChoice(fact, ['supplier'], 'unsure', true)).toBe('unsure');
		expect(withFactChoice(fact, 'unsure', 'overseas', true)).toEqual(['overseas']);
		expect(withFactChoice(fact, ['supplier'], 'supplier', false)).toBeNull();
	});

	test('a fact with one answer takes the new one', () => {
		expect(withFactChoice({ ...fact, multiple: false }, ['supplier'], 'overseas', true)).toEqual([
			'overseas'
		]);
	});
});
