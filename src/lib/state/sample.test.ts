import { describe, expect, test } from 'vitest';
import { answerState, findGaps, floor, LANGUAGES, scopeOf, scoreAssessment } from '../core/index.ts';
import { checkAssessment } from '../core/assessment/check-assessment.ts';
import { parseAssessment } from '../core/assessment/parse-assessment.ts';
import { loadQuestionnaire } from '../server/questionnaire-files.ts';
import { sampleAssessment } from './sample.ts';

const { structure } = loadQuestionnaire('ai-privacy');
const sample = sampleAssessment(structure);

describe('sampleAssessment', () => {
	test.each(LANGUAGES)('is a file without a mistake in %s', (language) => {
		const written = sampleAssessment(structure, language);
		expect(parseAssessment(JSON.stringify(written)).ok).toBe(true);
		expect(checkAssessment(structure, written)).toEqual([]);
	});

	test('has the same answers in every language, in other words', () => {
		const traditional = sampleAssessment(structure, 'zh-Hant');
		expect(scoreAssessment(structure, traditional)).toEqual(scoreAssessment(structure, sample));
		expect(traditional.details.organisation).not.toBe(sample.details.organisation);
	});

	test('shows every kind of answer: one open, one not known, one not applicable', () => {
		const states = scopeOf(structure, 'full', sample.scope).in.map(
			(question) => answerState(question, sample.answers[question.id], sample.details.unit).kind
		);
		const count = (kind: string) => states.filter((state) => state === kind).length;
		expect([count('open'), count('unknown'), count('notApplicable')]).toEqual([1, 1, 1]);
	});

	test('is a middling result with two critical gaps, so that there is something to look at', () => {
		const score = scoreAssessment(structure, sample);
		const shown = score.overall && floor(score.overall.score);
		expect(shown).toBeGreaterThanOrEqual(55);
		expect(shown).toBeLessThanOrEqual(65);
		expect(findGaps(sample, score).filter(({ priority }) => priority === 'critical')).toHaveLength(2);
	});
});
