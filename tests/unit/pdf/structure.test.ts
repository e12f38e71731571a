import { beforeAll, describe, expect, test } from 'vitest';
import { createAssessment } from '../../../src/lib/core/index.ts';
import { LANGUAGES } from '../../../src/lib/core/languages.ts';
import { createPdf } from '../../../src/lib/report/create-pdf.ts';
import { openTestFonts } from '../../../src/lib/report/fonts/testing.ts';
import { sampleDocument } from '../../../src/lib/report/testing/sample-document.ts';
import { listQuestionnaires, loadQuestionnaire } from '../../../src/lib/server/questionnaire-files.ts';
import { sampleAssessment } from '../../../src/lib/state/sample.ts';
import { allCases } from '../../../src/lib/server/case-pages.ts';
import { everyFact } from '../../fixtures/full-assessment.ts';
import { checkPdf, RULES } from '../../helpers/pdf-check/check.ts';
import {
	compiled,
	filled,
	makeBlank,
	makeDossier,
	makeReport,
	makeWorksheet
} from '../../helpers/make-report.ts';
import { MUTATIONS, mutate } from '../../helpers/pdf-check/mutations.ts';

const DATA = { board: 'nothing', management: 'answers', full: 'everything' } as const;

describe('every report has the shape of PDF/UA-1 and PDF/A-3a', () => {
	for (const language of LANGUAGES)
		for (const chapters of ['board', 'management', 'full'] as const)
			test(`${chapters}, in ${language}`, { timeout: 60_000 }, async () => {
				const previous = chapters === 'full' ? sampleAssessment(compiled.structure, language) : undefined;
				const { bytes } = await makeReport(language, { chapters, data: DATA[chapters] }, filled(), previous);
				expect(await checkPdf(bytes)).toEqual([]);
			});

	test('with nothing answered, and without a cover', { timeout: 60_000 }, async () => {
		const empty = createAssessment(compiled.structure, {
			id: 'empty',
			now: '2026-11-23T00:00:00Z',
			selection: 'quick'
		});
		expect(await checkPdf((await makeReport('en', { chapters: 'full' }, empty)).bytes)).toEqual([]);
		const { bytes } = await makeReport('zh-Hans', { chapters: ['gaps', 'answers'], detail: 'no-notes' });
		expect(await checkPdf(bytes)).toEqual([]);
	});

	test.each(LANGUAGES)('the factual dossier, in %s', { timeout: 60_000 }, async (language) => {
		const dossier = everyFact(compiled.structure);
		for (const assessment of [{ ...filled(), dossier }, filled(), { ...filled(), answers: {}, scope: {} }])
			expect(await checkPdf((await makeDossier(language, assessment)).bytes)).toEqual([]);
	});

	test.each(LANGUAGES)('the worksheets of every case, in %s', { timeout: 60_000 }, async (language) => {
		expect(allCases().length).toBeGreaterThan(0);
		for (const { told } of allCases())
			expect([
				told.id,
				...(await checkPdf((await makeWorksheet(told.id, language, '2026-11-23T00:00:00Z')).bytes))
			]).toEqual([told.id]);
	});

	test.each(LANGUAGES)('with every kind of block, in %s', async (language) => {
		const { createStack } = await openTestFonts();
		const { bytes } = await createPdf(sampleDocument(language), createStack());
		expect(await checkPdf(bytes)).toEqual([]);
	});
});

const QUESTIONNAIRES = listQuestionnaires().map((id) => loadQuestionnaire(id));

describe('every questionnaire on paper has the same shape', () => {
	for (const { structure } of QUESTIONNAIRES)
		for (const language of LANGUAGES)
			test(`${structure.id}, in ${language}`, { timeout: 60_000 }, async () => {
				const { bytes, missing } = await makeBlank(structure.id, language);
				expect(missing).toEqual([]);
				expect(await checkPdf(bytes)).toEqual([]);
			});
});

describe('each rule of the check can fail', () => {
	let sound: Uint8Array;
	beforeAll(async () => {
		const { createStack } = await openTestFonts();
		const attachment = { name: 'data.json', description: 'Data', json: '{}' };
		sound = (await createPdf({ ...sampleDocument('en'), attachment }, createStack())).bytes;
	});

	test('for each there is a change that breaks it', () => {
		expect(new Set(MUTATIONS.map(({ breaks }) => breaks))).toEqual(new Set(Object.keys(RULES)));
	});

	test('a file that was only saved again is as sound as before', async () => {
		expect(await checkPdf(await mutate(sound, () => {}))).toEqual([]);
	});

	test.each(MUTATIONS)('$breaks: $change', async ({ breaks, apply }) => {
		const problems = await checkPdf(await mutate(sound, apply));
		expect(new Set(problems.map((line) => line.split(': ')[0]))).toEqual(new Set([breaks]));
	});
});
