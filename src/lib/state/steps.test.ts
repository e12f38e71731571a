import { expect, test } from 'vitest';
import { OWN_HABITS, OWN_POLICY } from '../../../tests/fixtures/own-questionnaires.ts';
import { loadQuestionnaire } from '../server/questionnaire-files.ts';
import { stepsOf } from './steps.ts';

test('an assessment has the pages that its questionnaire has something for', () => {
	expect(stepsOf(loadQuestionnaire('ai-privacy').structure)).toEqual([
		'details',
		'scope',
		'questions',
		'results',
		'plan',
		'report'
	]);
	expect(stepsOf(OWN_POLICY.structure)).toEqual([
		'details',
		'scope',
		'questions',
		'results',
		'policy',
		'plan',
		'report'
	]);
	expect(stepsOf(OWN_HABITS.structure)).toEqual(['details', 'questions', 'results', 'report']);
});
