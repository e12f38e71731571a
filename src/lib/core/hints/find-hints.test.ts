import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullAssessment } from '../../../../tests/fixtures/full-assessment.ts';
import { answerWith } from '../../../../tests/helpers/changed-answers.ts';
import { arbitraryAssessment } from '../../../../tests/helpers/random-assessment.ts';
import { runCount, seed } from '../../../../tests/helpers/random-runs.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { findHints, scoreAssessment, type Answer, type Assessment, type ScopeAnswers } from '../index.ts';
import { textsOf } from '../questionnaire/texts-of.ts';
import { meets, parseGradeCondition } from './grade-condition.ts';

const compiled = loadQuestionnaire('ai-privacy');
const { structure } = compiled;
const { hints } = textsOf(compiled, 'en');

/** Everything applies. */
const SCOPE: ScopeAnswers = {
	route: ['build', 'buy-as-is'],
	pd: ['yes'],
	collect: ['form'],
	train: ['yes'],
	sens: ['children'],
	effect: ['high'],
	auto: ['broad'],
	gen: ['yes'],
	public: ['yes'],
	third: ['supplier'],
	special: ['marketing', 'matching', 'staff-monitoring']
};

function found(answers: Record<string, Answer>, scope: ScopeAnswers = SCOPE): string[] {
	const assessment: Assessment = {
		...fullAssessment(structure),
		selection: 'full',
		details: { unit: 'system' },
		scope,
		answers
	};
	const score = scoreAssessment(structure, assessment);
	return findHints(hints, structure, assessment, score).map(({ hint }) => hint.id);
}

const NO_LIST: Answer = { elements: [], done: true };

describe('consistency hints', () => {
	test('point out answers that do not fit together, and only those', () => {
		expect(found({ 'ai-inventory': NO_LIST, 'risk-assessment': { grade: 2 } })).toEqual([
			'risks-without-a-list'
		]);
		expect(found({ 'ai-inventory': NO_LIST, 'risk-assessment': { grade: 1 } })).toEqual([]);
	});

	test('say nothing about an answer that is open, unknown or not applicable', () => {
		expect(found({ 'risk-assessment': { grade: 3 } })).toEqual([]);
		expect(found({ 'ai-inventory': { elements: [] }, 'risk-assessment': { grade: 3 } })).toEqual([]);
		expect(found({ 'ai-inventory': { unknown: true }, 'risk-assessment': { grade: 3 } })).toEqual([]);
	});

	test('say nothing about a question that does not apply', () => {
		const answers: Record<string, Answer> = {
			'agent-permissions': { grade: 3 },
			'agent-environment': { grade: 0 }
		};
		expect(found(answers)).toEqual(['agents-held-but-loose']);
		expect(found(answers, { ...SCOPE, auto: ['no'] })).toEqual([]);
	});

	test('rest on a scoping fact only when it was answered for certain', () => {
		const answers: Record<string, Answer> = {
			'privacy-policy-ai': { grade: 3 },
			'staff-informed': { grade: 0 }
		};
		expect(found(answers)).toEqual(['staff-outside-the-policy']);
		expect(found(answers, { ...SCOPE, special: 'unsure' })).toEqual([]);
		expect(found(answers, { ...SCOPE, special: [] })).toEqual([]);
	});

	test.each(hints.map(({ id }) => id))('“%s” can come up', (id) => {
		const hint = hints.find((one) => one.id === id);
		const answers = (hint?.answers ?? []).map(({ question: name, is, grade }): [string, Answer] => {
			const question = structure.questions.find((one) => one.id === name)!;
			const own = { ...fullAssessment(structure), details: { unit: 'system' as const } };
			return [name, answerWith(question, own, is === '<=' ? 0 : question.kind === 'checklist' ? 3 : grade)];
		});
		expect(found(Object.fromEntries(answers))).toContain(id);
	});

	test('never change a score, and name only questions in scope that were graded as the hint says', () => {
		fc.assert(
			fc.property(arbitraryAssessment(structure), (assessment) => {
				const score = scoreAssessment(structure, assessment);
				const all = findHints(hints, structure, assessment, score);
				expect(scoreAssessment(structure, assessment)).toEqual(score);
				const applies = new Set(score.scope.in.map(({ id }) => id));
				for (const { hint, answers } of all) {
					expect(answers.map(({ question }) => question.id)).toEqual(
						hint.answers.map(({ question }) => question)
					);
					answers.forEach(({ question, state }, index) => {
						expect(applies.has(question.id)).toBe(true);
						expect(state.kind === 'grade' && meets(hint.answers[index]!, state.grade)).toBe(true);
					});
				}
			}),
			{ numRuns: runCount(200), seed }
		);
	});

	test('are silent when every answer is the best one or the worst one', () => {
		for (const grade of [0, 3] as const) {
			const own = { ...fullAssessment(structure), details: { unit: 'system' as const } };
			const answers = structure.questions.map((question) => [question.id, answerWith(question, own, grade)]);
			expect(found(Object.fromEntries(answers) as Record<string, Answer>)).toEqual([]);
		}
	});
});

describe('a condition on a grade', () => {
	test('is a question, a direction and a grade', () => {
		expect(parseGradeCondition('ai-inventory <= 0')).toEqual({
			question: 'ai-inventory',
			is: '<=',
			grade: 0
		});
		for (const bad of ['ai-inventory', 'ai-inventory < 1', 'ai-inventory >= 4', '>= 2', 'a <= 1 b'])
			expect(parseGradeCondition(bad), bad).toBeNull();
	});
});
