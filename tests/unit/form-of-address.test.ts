import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCases } from '../../src/lib/server/case-files.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { allTexts } from '../helpers/texts.ts';

const FOLDER = new URL('../../src/lib/i18n/locales/zh-Hans/', import.meta.url);
const FILES = readdirSync(FOLDER);

/** The words of a namespace; role cards are spoken to the person who holds them, as the cases are. */
function words(file: string): string {
	const messages = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Record<string, unknown>;
	return JSON.stringify({ ...messages, worksheet: {} });
}

// CONTRIBUTING.md has the rule: two forms of address never meet on one page.
describe('Simplified Chinese', () => {
	const forPersons = FILES.filter((file) => file.endsWith('.person.json'));

	test('says 您 in the interface, if it addresses anybody', () => {
		const bad = FILES.filter((file) => !forPersons.includes(file) && words(file).includes('你'));
		expect(bad).toEqual([]);
	});

	test('says 你 to a person, and the words beneath that it shares with others address nobody', () => {
		expect(forPersons.filter((file) => words(file).includes('您'))).toEqual([]);
		const shared = forPersons.map((file) => file.replace('.person', ''));
		expect(shared.filter((file) => /[你您]/.test(words(file)))).toEqual([]);
	});

	test('says 你 in chatbot safety and in the cases', () => {
		const { questions, frame } = loadQuestionnaire('chatbot-safety');
		const spoken = allTexts([questions, frame, loadCases('ai-privacy')]);
		expect(spoken.some(({ text }) => text['zh-Hans'].includes('你'))).toBe(true);
		expect(spoken.filter(({ text }) => text['zh-Hans'].includes('您')).map(({ path }) => path)).toEqual([]);
	});

	test.each(['ai-privacy', 'data-scraping', 'generative-ai-policy'])(
		'addresses nobody in the questions of %s, except in words meant for others',
		(id) => {
			const { questions, frame, scoping, hints } = loadQuestionnaire(id);
			const bad = allTexts([questions, frame, scoping, hints])
				// Clauses of a policy speak to staff, and what stands in quotation marks is what a notice says.
				.filter(({ path }) => !path.endsWith('policyText'))
				.filter(({ text }) => /[你您]/.test(text['zh-Hans'].replace(/“[^”]*”/g, '')));
			expect(bad.map(({ path }) => path)).toEqual([]);
		}
	);
});
