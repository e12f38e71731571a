import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWN_HABITS, OWN_POLICY } from '../../../../tests/fixtures/own-questionnaires.ts';
import { arbitraryAssessment } from '../../../../tests/helpers/random-assessment.ts';
import { createAssessment, scoreAssessment, type Answer } from '../index.ts';
import { habitsOf, isKept } from './habits.ts';

const { structure } = OWN_HABITS;

function habits(answers: Record<string, Answer>) {
	const now = '2026-11-23T00:00:00.000Z';
	const assessment = { ...createAssessment(structure, { id: 'a', now, selection: 'full' }), answers };
	return habitsOf(structure, scoreAssessment(structure, assessment));
}

describe('habits', () => {
	test('stand by the weakest answer, and the question that holds them back comes next', () => {
		const found = habits({ 'during-1': { grade: 3 }, 'during-2': { grade: 1 } });
		expect(found.find(({ id }) => id === 'tip-4')).toMatchObject({
			standing: { kind: 'grade', grade: 1 },
			next: 'during-2'
		});
	});

	test('are open until each of their questions is answered, and then that question comes next', () => {
		const found = habits({ 'during-1': { grade: 0 } });
		expect(found.find(({ id }) => id === 'tip-4')).toMatchObject({
			standing: { kind: 'open' },
			next: 'during-2'
		});
	});

	test('come with what helps most next first, then the unanswered, then those that are kept', () => {
		// Weight 2 each; effort 2, 1, 2 for tips 1, 2, 3: never, mostly, kept; tip 4 is not answered.
		const found = habits({
			'before-1': { grade: 0 },
			'before-2': { unknown: true },
			'before-3': { grade: 3 }
		});
		expect(found.map(({ id, standing, next }) => [id, standing.kind, next])).toEqual([
			['tip-2', 'unknown', 'before-2'],
			['tip-1', 'grade', 'before-1'],
			['tip-4', 'open', 'during-1'],
			['tip-3', 'grade', null]
		]);
	});

	test('are the sections where a questionnaire has no themes', () => {
		const { structure: policy } = OWN_POLICY;
		const now = '2026-11-23T00:00:00.000Z';
		const score = scoreAssessment(policy, createAssessment(policy, { id: 'a', now, selection: 'full' }));
		expect(habitsOf(policy, score).map(({ id }) => id)).toEqual(['scope', 'data', 'people', 'support']);
	});

	test('hold every question that applies once, and have a next step exactly when one is left', () => {
		fc.assert(
			fc.property(arbitraryAssessment(structure), (assessment) => {
				const score = scoreAssessment(structure, assessment);
				const found = habitsOf(structure, score);
				expect(found.flatMap(({ questions }) => questions).sort()).toEqual(
					score.answers.map(({ question }) => question.id).sort()
				);
				for (const { standing, next } of found)
					expect(next === null).toBe(isKept(standing) || standing.kind === 'notApplicable');
			})
		);
	});
});
