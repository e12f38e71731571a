import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { allTexts } from '../helpers/texts.ts';

/**
 * Words that speak of a duty. 毋須, 無須 and 无须 say that there is none, and the title of an official guideline ends in
 * 須知, a notice.
 */
const law: Record<Language, RegExp> = {
	en: /\bmust\b/i,
	'zh-Hant': /必須|(?<![毋無])須(?!知》)/,
	'zh-Hans': /必须|(?<![无毋])须(?!知》)/
};

/** Where the word of a duty stands in the texts of a tree, one line for each place. */
function dutyWords(node: unknown, name: string): string[] {
	return allTexts(node).flatMap(({ path, text }) =>
		LANGUAGES.filter((language) => law[language].test(text[language])).map(
			(language) => `${name} ${path} ${language}: ${text[language]}`
		)
	);
}

describe('a word of duty', () => {
	test.each(['机构须告知本人', '必须删除', '届时须填写', '机构须知会本人'])('is found in %s', (text) => {
		expect(law['zh-Hans'].test(text)).toBe(true);
	});

	test.each(['无须证明', '《工作活动须知》', '不用标识'])('is not found in %s', (text) => {
		expect(law['zh-Hans'].test(text)).toBe(false);
	});
});

describe.each(['ai-privacy', 'chatbot-safety', 'data-scraping', 'generative-ai-policy'])(
	'the words of the law in %s',
	(id) => {
		const { frame, scoping, hints, questions, claims } = loadQuestionnaire(id);
		const register = new Map(claims.map((claim) => [claim.id, claim]));

		test('stand only in questions that the Ordinance carries', () => {
			const bad = questions
				.filter(({ duty }) => duty !== 'must')
				.flatMap((question) => dutyWords(question, question.id));
			expect(bad).toEqual([]);
		});

		test('stand outside the questions only where the Ordinance itself is set out', () => {
			const bad = [
				...dutyWords({ ...frame, legalLens: [] }, 'questionnaire'),
				...dutyWords(scoping, 'scoping'),
				...dutyWords(hints, 'hints')
			];
			expect(bad).toEqual([]);
		});

		test('stand in no claim that reports advice rather than law', () => {
			const bad = claims
				.filter(({ level }) => level === 'REC')
				.flatMap((claim) => dutyWords(claim.text, claim.id));
			expect(bad).toEqual([]);
		});

		test('a question that rests on memory alone is an option, cites documents as a whole and shows no figures', () => {
			const remembered = questions.filter((q) => q.claims.every((id) => register.get(id)?.status === 'MEM'));
			for (const { id, duty, claims, figures } of remembered) {
				expect(duty, id).toBe('could');
				expect(figures ?? [], id).toEqual([]);
				for (const claim of claims) expect(register.get(claim)?.locator, claim).toBeUndefined();
			}
			expect(remembered.map(({ id }) => id)).toEqual(id === 'ai-privacy' ? ['accessible-service'] : []);
		});
	}
);

// The habits of one person have no grouping by law.
test.each(['ai-privacy', 'data-scraping', 'generative-ai-policy'])(
	'the title of every principle of law that a question of %s rests on can be shown',
	(id) => {
		const { structure } = loadQuestionnaire(id);
		for (const { legal } of structure.questions)
			for (const principle of legal) expect(structure.legalLens).toContain(principle);
	}
);
