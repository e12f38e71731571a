import { describe, expect, test } from 'vitest';
import { checkAssessment } from '../../src/lib/core/assessment/check-assessment.ts';
import { parseAssessment } from '../../src/lib/core/assessment/parse-assessment.ts';
import { answerState, LANGUAGES, scopeOf, scoreAssessment } from '../../src/lib/core/index.ts';
import { caseAssessment } from '../../src/lib/core/questionnaire/case-assessment.ts';
import { loadCases } from '../../src/lib/server/case-files.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { allTexts } from '../helpers/texts.ts';

const { structure } = loadQuestionnaire('ai-privacy');
const cases = loadCases('ai-privacy');
const NOW = '2026-11-23T00:00:00Z';

test('three cases ship with ai-privacy', () => {
	expect(cases.map(({ id }) => id)).toEqual(['bank-chatbot', 'cv-screening', 'estate-agent-assistant']);
});

describe.each(cases.map((one) => [one.id, one] as const))('the case %s', (id, trainerCase) => {
	test.each(LANGUAGES)('starts a room with an assessment without a mistake in %s', (language) => {
		const assessment = caseAssessment(trainerCase, structure, { id, now: NOW, language });
		const read = parseAssessment(JSON.stringify(assessment));
		expect(read).toEqual({ ok: true, value: assessment });
		expect(checkAssessment(structure, assessment)).toEqual([]);
	});

	test('scores the same in every language', () => {
		const [first, ...others] = LANGUAGES.map((language) =>
			scoreAssessment(structure, caseAssessment(trainerCase, structure, { id, now: NOW, language }))
		);
		for (const other of others) expect(other).toEqual(first);
	});

	test('gives every kind of answer, each of which counts, and leaves at least 25 questions to the room', () => {
		const assessment = caseAssessment(trainerCase, structure, { id, now: NOW, language: 'en' });
		const kinds = scopeOf(structure, 'full', assessment.scope).in.map((question) => ({
			id: question.id,
			kind: answerState(question, assessment.answers[question.id], assessment.details.unit).kind
		}));
		const open = kinds.filter(({ kind }) => kind === 'open');
		expect(open.length).toBeGreaterThanOrEqual(25);
		expect(open.filter(({ id: question }) => assessment.answers[question])).toEqual([]);
		for (const kind of ['grade', 'unknown', 'notApplicable'])
			expect(
				kinds.some((state) => state.kind === kind),
				kind
			).toBe(true);
	});

	test('says that it is fictional, where the reader looks first', () => {
		const said = { en: /fictional/i, 'zh-Hant': /虛構/, 'zh-Hans': /虚构/ };
		for (const language of LANGUAGES)
			for (const text of [trainerCase.teaser, trainerCase.organisation, trainerCase.story[0]])
				expect(text?.[language]).toMatch(said[language]);
	});

	test('has two scripts whose minutes add up, and whose longer one asks the room more', () => {
		const [short, long] = [60, 120].map((minutes) => {
			const script = trainerCase.scripts.find((candidate) => candidate.minutes === minutes);
			expect(script?.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
			return (script?.steps ?? []).flatMap(({ live }) => live ?? []);
		});
		expect(new Set(long).size).toBe(long?.length);
		expect(long?.length).toBeGreaterThan(short?.length ?? 0);
	});

	test('keeps the words of law for the law: nothing in it is a must', () => {
		const bad = allTexts(trainerCase).flatMap(({ path, text }) =>
			LANGUAGES.filter((language) => /\bmust\b|須|须/i.test(text[language])).map((l) => `${path} ${l}`)
		);
		expect(bad).toEqual([]);
	});
});
