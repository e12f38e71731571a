import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { allTexts } from '../helpers/texts.ts';

/** Words that speak of a duty; 毋須, 無須 and 无须 say that there is none. */
const law: Record<Language, RegExp> = {
	en: /\bmust\b/i,
	'zh-Hant': /必須|(?<![毋無])須/,
	'zh-Hans': /必须|(?<![无毋])须/
};

describe.each(['data-scraping', 'generative-ai-policy'])('the words of the law in %s', (id) => {
	const { structure, questions, claims } = loadQuestionnaire(id);
	const register = new Map(claims.map((claim) => [claim.id, claim]));

	test('stand only in questions that the Ordinance carries', () => {
		const bad = questions
			.filter(({ duty }) => duty !== 'must')
			.flatMap((question) =>
				allTexts(question).flatMap(({ path, text }) =>
					LANGUAGES.filter((language) => law[language].test(text[language])).map(
						(language) => `${question.id} ${path} ${language}: ${text[language]}`
					)
				)
			);
		expect(bad).toEqual([]);
	});

	test('stand in no claim that reports advice rather than law', () => {
		const bad = claims
			.filter(({ level }) => level === 'REC')
			.flatMap((claim) =>
				LANGUAGES.filter((language) => law[language].test(claim.text[language])).map(
					(language) => `${claim.id} ${language}: ${claim.text[language]}`
				)
			);
		expect(bad).toEqual([]);
	});

	test('a question never rests on memory alone', () => {
		const bad = questions.filter((q) => q.claims.every((id) => register.get(id)?.status === 'MEM'));
		expect(bad.map(({ id }) => id)).toEqual([]);
	});

	test('the title of every principle of law that a question rests on can be shown', () => {
		for (const { legal } of structure.questions)
			for (const id of legal) expect(structure.legalLens).toContain(id);
	});
});
