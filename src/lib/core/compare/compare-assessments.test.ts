import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import { arbitraryCase } from '../../../../tests/helpers/changed-answers.ts';
import { seed } from '../../../../tests/helpers/random-runs.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import type { Answer, Assessment } from '../assessment/types.ts';
import { parseRule } from '../questionnaire/rule.ts';
import { toText } from '../scoring/fraction.ts';
import { compareAssessments } from './compare-assessments.ts';

const groups = ['a', 'b', 'c', 'd', 'e'];
const structure = questionnaire(
	groups.flatMap((group) => [
		question(`${group}-1`, group, { weight: 3 }),
		question(`${group}-2`, group, { weight: 2 })
	])
);
const full = Object.fromEntries(structure.questions.map(({ id }) => [id, { grade: 3 as const }]));
const given = (answers: Record<string, Answer>, over: Partial<Assessment> = {}): Assessment =>
	assessment({ ...full, ...answers }, over);
const compared = (earlier: Assessment, later: Assessment) => compareAssessments(structure, earlier, later);

describe('two assessments beside each other', () => {
	test('give the exact difference of the score and of each principle', () => {
		const change = compared(
			given({ 'a-1': { grade: 0 } }),
			given({ 'a-1': { grade: 1 }, 'b-2': { grade: 2 } })
		);
		// Principle a: (0 + 6) of 15 → (3 + 6) of 15; b: 15 of 15 → (9 + 4) of 15, which is −2 of 15.
		expect(change.groups.map(({ score }) => toText(score.difference!))).toEqual([
			'20/1',
			'-40/3',
			'0/1',
			'0/1',
			'0/1'
		]);
		// (20 − 40⁄3) ÷ 5 principles
		expect(toText(change.score.difference!)).toBe('4/3');
		expect(change.groups[0]!.level).toEqual({ before: 1, now: 2, difference: 1 });
		expect(change.differences).toEqual([]);
	});

	test('say which answers are worth more, worth less, or only put another way', () => {
		const change = compared(
			given({ 'a-1': { grade: 1 }, 'b-1': { grade: 3 }, 'c-1': {}, 'd-1': { grade: 2 } }),
			given({
				'a-1': { grade: 2 },
				'b-1': { unknown: true },
				'c-1': { unknown: true },
				'd-1': { notApplicable: { reason: 'None', approver: 'Lee' } }
			})
		);
		expect(change.answers.map(({ question: id, direction }) => `${id} ${direction}`)).toEqual([
			'a-1 improved',
			'b-1 regressed',
			'c-1 restated',
			'd-1 restated'
		]);
	});

	test('call a gap closed only when the highest grade is reached', () => {
		const { gaps } = compared(
			given({ 'a-1': { grade: 1 }, 'b-1': { grade: 2 }, 'c-1': { grade: 0 }, 'd-1': { grade: 3 } }),
			given({
				'a-1': { grade: 3 },
				'b-1': { notApplicable: { reason: 'None', approver: 'Lee' } },
				'c-1': { grade: 2 },
				'd-1': { grade: 1 }
			})
		);
		expect(gaps).toEqual({ closed: ['a-1'], removed: ['b-1'], opened: ['d-1'], added: [], kept: ['c-1'] });
	});

	test('list what is asked in one of the two only, and do not call it moved', () => {
		const partly = questionnaire([
			...structure.questions,
			question('a-3', 'a', { selections: ['quick', 'full'] })
		]);
		const both = questionnaire(partly.questions.map((one) => ({ ...one, selections: ['full', 'quick'] })));
		const narrow = {
			...both,
			questions: both.questions.map((one) => (one.id === 'a-3' ? { ...one, selections: ['full'] } : one))
		};
		const change = compareAssessments(
			narrow,
			given({}, { selection: 'quick' }),
			given({ 'a-3': { grade: 1 } })
		);
		expect(change).toMatchObject({
			differences: ['selection'],
			cameIntoScope: ['a-3'],
			leftScope: [],
			answers: []
		});
		expect(change.gaps.added).toEqual(['a-3']);
	});

	test('name everything that keeps them from measuring the same thing', () => {
		const scoped = questionnaire(
			structure.questions.map((one) =>
				one.id === 'a-2' ? { ...one, when: 'pd', rule: parseRule('pd')! } : one
			),
			{
				facts: [{ id: 'data', multiple: false, choices: [{ id: 'yes' }, { id: 'no' }] } as never],
				conditions: [{ id: 'pd', fact: 'data', choices: ['yes'], whenUnsure: true }]
			}
		);
		const earlier = given(
			{},
			{
				questionnaire: { id: 'example', version: '0.9.0' },
				details: { unit: 'system' },
				scope: { data: ['no'] }
			}
		);
		const change = compareAssessments(scoped, earlier, given({}, { scope: { data: ['yes'] } }));
		expect(change.differences).toEqual(['version', 'unit', 'scope']);
		expect(change.cameIntoScope).toEqual(['a-2']);
	});

	test('say what became of the actions', () => {
		const change = compared(
			given(
				{},
				{
					actions: {
						'a-1': {},
						'b-1': { status: 'done' },
						'c-1': { status: 'doing' },
						'd-1': { status: 'done' }
					}
				}
			),
			given(
				{},
				{
					actions: {
						'a-1': { status: 'done' },
						'b-1': { status: 'doing' },
						'c-1': { status: 'accepted' },
						'd-1': { status: 'done' }
					}
				}
			)
		);
		expect(change.actions).toEqual({ done: ['a-1'], accepted: ['c-1'], reopened: ['b-1'] });
	});

	test('have no difference where one of them has no score', () => {
		const none = assessment({}, { selection: 'nothing' });
		expect(compared(none, given({})).score).toMatchObject({ before: null, difference: null });
		expect(compared(none, given({})).level.difference).toBeNull();
	});

	test('are refused when they belong to different questionnaires', () => {
		const other = given({}, { questionnaire: { id: 'other', version: '1.0.0' } });
		expect(() => compared(other, given({}))).toThrow('"other"');
	});
});

describe('for any two assessments', () => {
	const real = loadQuestionnaire('ai-privacy').structure;
	const pairs = fc.tuple(arbitraryCase(real), arbitraryCase(real)).map(([a, b]) => ({
		structure: a.structure,
		earlier: a.assessment,
		later: { ...b.assessment, questionnaire: a.assessment.questionnaire }
	}));

	test('looking back is looking forward with the signs changed', () => {
		fc.assert(
			fc.property(pairs, ({ structure: by, earlier, later }) => {
				const [there, back] = [
					compareAssessments(by, earlier, later),
					compareAssessments(by, later, earlier)
				];
				expect(back.score.difference && { ...back.score.difference, n: -back.score.difference.n }).toEqual(
					there.score.difference
				);
				expect(back.gaps.closed).toEqual(there.gaps.opened);
				expect(back.gaps.removed).toEqual(there.gaps.added);
				expect(back.gaps.kept).toEqual(there.gaps.kept);
				expect(back.cameIntoScope).toEqual(there.leftScope);
				const of = (change: typeof there, direction: string) =>
					change.answers.filter((answer) => answer.direction === direction).map(({ question: id }) => id);
				expect(of(back, 'improved')).toEqual(of(there, 'regressed'));
			}),
			{ numRuns: 150, seed }
		);
	});

	test('an assessment beside itself has not moved', () => {
		fc.assert(
			fc.property(arbitraryCase(real), ({ structure: by, assessment: one }) => {
				const { answers, differences, gaps, score, actions } = compareAssessments(by, one, one);
				expect([answers, differences, gaps.closed, gaps.opened, gaps.removed, gaps.added]).toEqual(
					Array(6).fill([])
				);
				expect(actions).toEqual({ done: [], accepted: [], reopened: [] });
				if (score.difference) expect(score.difference.n).toBe(0n);
			}),
			{ numRuns: 100, seed }
		);
	});
});
