import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { OWN_POLICY } from '../../../../tests/fixtures/own-questionnaires.ts';
import { createAssessment, LANGUAGES, policyOutline, type Language } from '../../core/index.ts';
import { textsOf } from '../../core/questionnaire/texts-of.ts';
import { createI18nextTranslator } from '../../i18n/i18next-translator.ts';
import en from '../../i18n/locales/en/policy.json' with { type: 'json' };
import zhHans from '../../i18n/locales/zh-Hans/policy.json' with { type: 'json' };
import zhHant from '../../i18n/locales/zh-Hant/policy.json' with { type: 'json' };
import { outlineAsDocx } from './as-docx.ts';
import { outlineAsMarkdown, outlineAsText } from './as-text.ts';
import { outlineDocument } from './outline-document.ts';

const { structure } = OWN_POLICY;
const WORDS = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

function outlineIn(language: Language) {
	const assessment = {
		...createAssessment(structure, { id: 'a', now: '2026-11-23T00:00:00.000Z', selection: 'full' }),
		details: { organisation: 'Lin & Co <Ltd> *', asAt: '2026-11-23' },
		answers: { 'scope-1': { grade: 3 }, 'scope-2': { grade: 1 }, 'data-1': { unknown: true } }
	} as const;
	const { frame, questions } = textsOf(OWN_POLICY, language);
	return outlineDocument({
		sections: policyOutline(structure, assessment),
		assessment,
		frame,
		words: Object.fromEntries(
			Object.entries(questions).map(([id, q]) => [id, { short: q.short, policyText: q.policyText ?? '' }])
		),
		i18n: createI18nextTranslator(language, { policy: WORDS[language] }),
		asAt: 'THE DAY'
	});
}

describe('the draft policy outline', () => {
	test('says what is still to be said and what is said, each with its answer', () => {
		const [scope] = outlineIn('en').sections;
		expect(scope).toEqual({
			title: 'Scope',
			parts: [
				{
					title: 'Still to be said',
					points: [
						{
							text: '[Organisation] does thing 2, and says who does it.',
							about: 'Thing 2: Planned or ad hoc'
						}
					]
				},
				{
					title: 'Said already',
					points: [
						{
							text: '[Organisation] does thing 1, and says who does it.',
							about: 'Thing 1: Fully in place, with evidence'
						}
					]
				}
			]
		});
	});

	test.each(LANGUAGES)(
		'in %s names itself a draft that is not legal advice, in every format',
		async (language) => {
			const outline = outlineIn(language);
			const { draft, notAdvice } = WORDS[language];
			expect(outline.notes).toEqual([draft, notAdvice]);
			expect(outlineAsText(outline)).toContain(notAdvice);
			expect(outlineAsMarkdown(outline)).toContain(notAdvice);
			expect(await wordsOf(await outlineAsDocx(outline))).toContain(notAdvice);
		}
	);

	test('keeps what was typed as it was typed: Markdown escapes it, Word shows it', async () => {
		const outline = outlineIn('en');
		expect(outlineAsText(outline)).toContain('Lin & Co <Ltd> * · answers as at THE DAY');
		expect(outlineAsMarkdown(outline)).toContain('Lin & Co \\<Ltd\\> \\* · answers as at THE DAY');
		expect(outlineAsMarkdown(outline)).toContain('- \\[Organisation\\] does thing 2');
		expect(await wordsOf(await outlineAsDocx(outline))).toContain('Lin & Co <Ltd> * · answers as at THE DAY');
	});

	test('as a Word file has every point, in headings by section', async () => {
		const outline = outlineIn('zh-Hant');
		const docx = await outlineAsDocx(outline);
		const words = await wordsOf(docx);
		for (const { title, parts } of outline.sections) {
			expect(words).toContain(title);
			for (const { points } of parts) for (const { text } of points) expect(words).toContain(text);
		}
		const xml = await xmlOf(docx);
		expect(xml.match(/w:val="Heading1"/g)).toHaveLength(outline.sections.length);
	});
});

async function xmlOf(docx: Blob): Promise<string> {
	const files = unzipSync(new Uint8Array(await docx.arrayBuffer()));
	const main = files['word/document.xml'];
	if (!main) throw new Error(`No document in ${Object.keys(files).join(', ')}.`);
	return strFromU8(main);
}

async function wordsOf(docx: Blob): Promise<string> {
	const text = (await xmlOf(docx)).replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
	return text
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&apos;/g, "'")
		.replace(/&amp;/g, '&');
}
