import { describe, expect, test } from 'vitest';
import { LANGUAGES, sectionsOf, type Language, type Questionnaire } from '../../core/index.ts';
import { textsOf } from '../../core/questionnaire/texts-of.ts';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import type { Block, ReportDocument } from '../blocks.ts';
import { collectTexts } from '../collect-texts.ts';
import { createPdf } from '../create-pdf.ts';
import { openTestFonts } from '../fonts/testing.ts';
import { buildBlank } from './blank.ts';
import { writeDocx } from './write-docx.ts';
import { docxText } from './testing.ts';

const compiled = loadQuestionnaire('ai-privacy');
const { structure } = compiled;

function blank(
	language: Language,
	selection: string,
	questionnaire: Questionnaire = structure
): ReportDocument {
	const translator = reportTranslator(language);
	return buildBlank({
		questionnaire,
		texts: textsOf(compiled, language),
		selection,
		language,
		translate: (key, params) => {
			const { count } = params ?? {};
			const forms = count === undefined ? [key] : [key, `${key}_one`, `${key}_other`];
			if (!forms.some((form) => translator.has(form))) throw new Error(`No words for ${key} in ${language}.`);
			return translator.t(key, params);
		}
	});
}

const idsOf = (blocks: readonly Block[], kind: string): string[] =>
	blocks.flatMap(({ id }) => (id?.startsWith(`${kind}-`) ? [id.slice(kind.length + 1)] : []));

describe.each(LANGUAGES)('a questionnaire on paper in %s', (language) => {
	test.each(structure.selections.map(({ id }) => id))('asks all of %s in its own order', (selection) => {
		const { blocks } = blank(language, selection);
		const sections = sectionsOf(structure, selection);
		expect(idsOf(blocks, 'fact')).toEqual(structure.facts.map(({ id }) => id));
		expect(idsOf(blocks, 'section')).toEqual(sections.map(({ id }) => id));
		expect(idsOf(blocks, 'question')).toEqual(sections.flatMap(({ questions }) => questions));
	});

	test('prints every way to answer, as PDF without a missing character and as Word document', async () => {
		const document = blank(language, 'quick');
		const texts = textsOf(compiled, language);
		const asked = structure.questions.filter(({ selections }) => selections.includes('quick'));
		const ways = asked.flatMap(({ id }) => {
			const words = texts.questions[id];
			return [...(words?.anchors ?? []), ...Object.values(words?.elements ?? {})];
		});
		const printed = collectTexts(document).texts.join('\n');
		expect(ways.filter((way) => !printed.includes(way))).toEqual([]);
		const { missing } = await createPdf(document, (await openTestFonts()).createStack());
		expect(missing).toEqual([]);
		const written = docxText(await writeDocx(document));
		expect(ways.filter((way) => !written.includes(way))).toEqual([]);
	});
});

test('a questionnaire without scoping facts begins with its first section', () => {
	const sections = { ...structure, facts: [], groupKind: 'section' as const };
	const { blocks } = blank('en', 'quick', sections);
	expect(idsOf(blocks, 'fact')).toEqual([]);
	expect(blocks.some(({ id }) => id === 'facts')).toBe(false);
	expect(idsOf(blocks, 'question').length).toBeGreaterThan(20);
});
