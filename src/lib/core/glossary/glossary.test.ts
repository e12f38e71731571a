import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { registerIn } from '../../server/shared-content.ts';
import { LANGUAGES } from '../languages.ts';
import { describeIssue } from '../questionnaire/describe-issue.ts';
import { textsOf } from '../questionnaire/texts-of.ts';
import { compileGlossary, formsOf } from './compile-glossary.ts';
import { markTerms } from './mark-terms.ts';
import type { MarkedPart } from './types.ts';

const text = readFileSync('questionnaires/glossary.yaml', 'utf8');
const register = registerIn('questionnaires');

function compile(from = '', to = '') {
	if (from && !text.includes(from)) throw new Error(`"${from}" is not in the file.`);
	return compileGlossary({ path: 'glossary.yaml', text: text.replace(from, to) }, register);
}
const result = compile();
if (!result.ok) throw new Error(result.issues.map(describeIssue).join('\n'));
const { terms } = result.value;
const plain = (parts: readonly MarkedPart[]) =>
	parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
const found = (parts: readonly MarkedPart[]) =>
	parts.flatMap((part) => (typeof part === 'string' ? [] : [part.term]));

describe('the glossary', () => {
	test('has thirty to fifty terms, each short and in three languages', () => {
		expect(terms.length).toBeGreaterThanOrEqual(30);
		expect(terms.length).toBeLessThanOrEqual(50);
		for (const { id, definition } of terms) {
			expect(definition.en.split(/\s+/).length, id).toBeLessThanOrEqual(50);
			for (const language of ['zh-Hant', 'zh-Hans'] as const)
				expect(definition[language].length, `${id} ${language}`).toBeLessThanOrEqual(95);
		}
	});

	test.each([
		['a claim that is not in the register', '[DPP3-a-1]', '[DPP3-z]', 'unknown_claim'],
		['an id used twice', 'id: deepfake', 'id: plugin', 'duplicate_id'],
		[
			'a form that belongs to another term',
			'["data user", "data users"]',
			'["data subject"]',
			'duplicate_form'
		],
		['a term without a source', 'claims: [DPP3-a-1]', 'claims: []', 'too_small']
	])('is refused with %s', (_, from, to, code) => {
		const wrong = compile(from, to);
		expect(wrong.ok ? [] : wrong.issues.map((issue) => issue.code)).toContain(code);
	});
});

describe('marking terms in a text', () => {
	const mark = (words: string, language: (typeof LANGUAGES)[number] = 'en', used = new Set<string>()) =>
		markTerms(words, terms, language, used);

	test('finds each term once, as the text writes it', () => {
		expect(mark('Data users answer; a data user keeps a log.')).toEqual([
			{ term: 'data-user', text: 'Data users' },
			' answer; a data user keeps a log.'
		]);
	});

	test('prefers the longer of two terms that begin together', () => {
		expect(found(mark('A privacy impact assessment and an AI incident.'))).toEqual(['pia', 'ai-incident']);
		expect(found(mark('資料外洩事故發生後', 'zh-Hant'))).toEqual(['data-breach']);
		expect(mark('資料外洩事故發生後', 'zh-Hant')[0]).toEqual({ term: 'data-breach', text: '資料外洩事故' });
	});

	test('does not find a word inside another word', () => {
		expect(found(mark('Unbiased and debiased, adrift.'))).toEqual([]);
	});

	test('leaves alone what was marked before, and remembers what it marked', () => {
		const used = new Set(['bias']);
		expect(found(mark('Bias and drift.', 'en', used))).toEqual(['drift']);
		expect([...used]).toEqual(['bias', 'drift']);
	});

	test('never changes a text: its pieces joined are the text', () => {
		for (const language of LANGUAGES)
			for (const { why, good } of Object.values(textsOf(loadQuestionnaire('ai-privacy'), language).questions))
				for (const words of [why, good]) expect(plain(mark(words, language))).toBe(words);
		const forms = terms.flatMap((term) => [...formsOf(term, 'en')]);
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom(...forms), fc.string(), fc.constantFrom(' ', '. ', '-')), {
					maxLength: 12
				}),
				(pieces) => {
					const words = pieces.join('');
					const parts = mark(words);
					expect(plain(parts)).toBe(words);
					expect(new Set(found(parts)).size).toBe(found(parts).length);
				}
			)
		);
	});

	test('finds terms in the help of most questions, in every language', () => {
		for (const language of LANGUAGES) {
			const texts = Object.values(textsOf(loadQuestionnaire('ai-privacy'), language).questions);
			const marked = texts.filter(({ why, good }) => found(mark(why + good, language)).length > 0);
			expect(marked.length / texts.length, language).toBeGreaterThan(0.5);
		}
	});
});
