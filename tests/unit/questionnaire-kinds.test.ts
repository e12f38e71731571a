import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	createAssessment,
	findGaps,
	scoreAssessment,
	scoreLenses,
	type Answer,
	type Assessment
} from '../../src/lib/core/index.ts';
import { textsOf } from '../../src/lib/core/questionnaire/texts-of.ts';
import { OWN_HABITS, OWN_POLICY } from '../fixtures/own-questionnaires.ts';
import { arbitraryAssessment } from '../helpers/random-assessment.ts';
import { arbitraryQuestionnaire } from '../helpers/random-questionnaire.ts';

function answered(compiled: typeof OWN_POLICY, answer: Answer): Assessment {
	const { structure } = compiled;
	return {
		...createAssessment(structure, { id: 'a', now: '2026-11-23T00:00:00.000Z', selection: 'full' }),
		answers: Object.fromEntries(structure.questions.map(({ id }) => [id, answer]))
	};
}

describe('a questionnaire of sections, without values, themes, practice areas or a legal lens', () => {
	const { structure } = OWN_POLICY;

	test('is scored by its sections', () => {
		const score = scoreAssessment(structure, answered(OWN_POLICY, { grade: 3 }));
		expect(score.overall).toMatchObject({ level: 3 });
		expect(score.groups.map(({ id, counted }) => [id, counted])).toEqual([
			['scope', true],
			['data', true],
			['people', true],
			['support', true]
		]);
	});

	test('has no other readings', () => {
		const lenses = scoreLenses(structure, scoreAssessment(structure, answered(OWN_POLICY, { grade: 1 })));
		expect(Object.values(lenses).flat()).toEqual([]);
	});

	test('has no overall score when the scoping facts leave too few sections with enough weight', () => {
		const assessment = { ...answered(OWN_POLICY, { grade: 3 }), scope: { size: ['small'] } };
		const score = scoreAssessment(structure, assessment);
		expect(score.groups.find(({ id }) => id === 'people')).toMatchObject({ weight: 3, counted: false });
		expect([score.overall, score.reason]).toEqual([null, 'too_few_groups']);
	});

	test('carries wording for a policy in each language', () => {
		expect(structure.draftsPolicy).toBe(true);
		expect(textsOf(OWN_POLICY, 'zh-Hant').questions['scope-1']?.policyText).toMatch(/^［機構］/);
		expect(textsOf(OWN_HABITS, 'en').questions['before-1']?.policyText).toBeNull();
	});
});

describe('a questionnaire for a person', () => {
	const { structure } = OWN_HABITS;

	test('speaks to a person, has nothing to scope, and never gives an overall score', () => {
		expect(structure).toMatchObject({ audience: 'person', facts: [], draftsPolicy: false });
		expect(scoreAssessment(structure, answered(OWN_HABITS, { grade: 3 })).overall).toBeNull();
	});

	test('orders what to do next by weight and effort', () => {
		const assessment = answered(OWN_HABITS, { grade: 1 });
		const gaps = findGaps(assessment, scoreAssessment(structure, assessment));
		expect(gaps.map(({ question, effort }) => [question, effort])).toEqual([
			['before-2', 1],
			['during-1', 1],
			['before-1', 2],
			['before-3', 2],
			['during-2', 2]
		]);
	});

	test('reads each habit from its own questions', () => {
		const assessment = answered(OWN_HABITS, { grade: 2 });
		const { themes } = scoreLenses(structure, scoreAssessment(structure, assessment));
		expect(themes.map(({ id, questions }) => [id, questions])).toEqual([
			['tip-1', ['before-1']],
			['tip-2', ['before-2']],
			['tip-3', ['before-3']],
			['tip-4', ['during-1', 'during-2']]
		]);
	});
});

test('where each question has one theme, the themes share out all points of the groups', () => {
	fc.assert(
		fc.property(
			arbitraryQuestionnaire.chain((q) => fc.tuple(fc.constant(q), arbitraryAssessment(q))),
			([questionnaire, assessment]) => {
				fc.pre(questionnaire.themes.length > 0);
				const score = scoreAssessment(questionnaire, assessment);
				const sum = (parts: readonly { points: number; weight: number }[]) => [
					parts.reduce((total, { points }) => total + points, 0),
					parts.reduce((total, { weight }) => total + weight, 0)
				];
				expect(sum(scoreLenses(questionnaire, score).themes)).toEqual(sum(score.groups));
			}
		)
	);
});
