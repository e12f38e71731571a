import { describe, expect, test } from 'vitest';
import {
	createAssessment,
	LANGUAGES,
	type Answer,
	type Assessment,
	type Grade
} from '../../src/lib/core/index.ts';
import type { CompiledQuestionnaire } from '../../src/lib/core/questionnaire/compile.ts';
import { textsOf } from '../../src/lib/core/questionnaire/texts-of.ts';
import { reportTranslator } from '../../src/lib/i18n/report-messages.ts';
import { wordingsOf } from '../../src/lib/i18n/wordings.ts';
import { buildReport } from '../../src/lib/report/content/index.ts';
import { listQuestionnaires, loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { OWN_HABITS, OWN_POLICY } from '../fixtures/own-questionnaires.ts';

const ALL = [...listQuestionnaires().map((id) => loadQuestionnaire(id)), OWN_HABITS, OWN_POLICY];
const named = ALL.flatMap((compiled) =>
	LANGUAGES.map((language) => ({ id: compiled.structure.id, language, compiled }))
);

/** Every kind of answer, in turn. */
function mixed({ structure }: CompiledQuestionnaire): Assessment {
	const answers = structure.questions.flatMap(({ id, kind }, index): [string, Answer][] => {
		if (index % 6 === 5) return [];
		if (index % 6 === 4) return [[id, { unknown: true }]];
		return kind === 'graded' ? [[id, { grade: (index % 4) as Grade }]] : [];
	});
	const now = '2026-11-23T00:00:00.000Z';
	return {
		...createAssessment(structure, { id: 'mixed', now, selection: 'full' }),
		answers: Object.fromEntries(answers)
	};
}

/** A report as its words, with every key that was asked for and has none. */
function reportOf(compiled: CompiledQuestionnaire, language: (typeof LANGUAGES)[number]) {
	const translator = reportTranslator(language, wordingsOf(compiled.structure));
	const missing: string[] = [];
	const document = buildReport({
		questionnaire: compiled.structure,
		texts: textsOf(compiled, language),
		assessment: mixed(compiled),
		translate: (key, params) => {
			const words = translator.t(key, params);
			if (words === key.replace('report:', '') && words.includes('.')) missing.push(key);
			return words;
		},
		language,
		made: '2026-11-23T01:00:00.000Z',
		options: { chapters: 'full' }
	});
	return { document, missing, text: JSON.stringify(document.blocks) };
}

describe.each(named)('the report of $id in $language', ({ compiled, language }) => {
	const { structure } = compiled;
	const { document, missing, text } = reportOf(compiled, language);

	test('leaves no heading alone with its introduction at the foot of a page', () => {
		const alone = document.blocks.filter((block, index) => {
			const [before, after] = [document.blocks[index - 1], document.blocks[index + 1]];
			if (block.type !== 'paragraph' || before?.type !== 'heading' || !after) return false;
			const introduces =
				after.type === 'heading'
					? after.level > before.level
					: !['paragraph', 'page-break', 'list'].includes(after.type);
			return introduces && !block.keepWithNext;
		});
		expect(alone).toEqual([]);
	});

	test('finds words for everything that it says', () => {
		expect(missing).toEqual([]);
		expect(text).not.toMatch(/undefined|\{\{/);
	});

	test('has no heading without anything under it', () => {
		const bare = document.blocks.filter((block, index) => {
			const next = document.blocks[index + 1];
			if (block.type !== 'heading') return false;
			return !next || (next.type === 'heading' && next.level <= block.level);
		});
		expect(bare).toEqual([]);
	});

	test('has chapters for an organisation and one list of habits for a person', () => {
		const types = document.blocks.map(({ type }) => type);
		expect(types.includes('cover')).toBe(structure.audience === 'organisation');
		if (structure.audience !== 'person') return;
		const tables = document.blocks.filter(({ type }) => type === 'table');
		expect(tables).toMatchObject([{ rows: { length: structure.themes.length } }]);
	});
});

test('a report says nothing of legal duties where no question rests on the Ordinance', () => {
	const duties = reportTranslator('en').t('report:verdict.noOpenDuties');
	expect(reportOf(OWN_POLICY, 'en').text).not.toContain(duties);
	expect(reportOf(loadQuestionnaire('ai-privacy'), 'en').text).toMatch(/open legal dut/i);
});

test.each([
	['en', /\bprinciples?\b/i],
	['zh-Hant', /項原則/],
	['zh-Hans', /项原则/]
] as const)('a report by sections does not speak of principles in %s', (language, word) => {
	expect(reportOf(OWN_POLICY, language).text).not.toMatch(word);
	expect(reportOf(loadQuestionnaire('ai-privacy'), language).text).toMatch(word);
});
