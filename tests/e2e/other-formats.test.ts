import ICAL from 'ical.js';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { describe } from 'vitest';
import type { Assessment } from '../../src/lib/core/index.ts';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { docxText } from '../../src/lib/report/formats/testing.ts';
import { readPdf, squeezed } from '../../src/lib/report/testing/read-pdf.ts';
import { cleanText } from '../../src/lib/report/text/clean.ts';
import { fullAssessment, typedStrings } from '../fixtures/full-assessment.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';

const browser = useBrowser();
type Format = 'xlsx' | 'csv' | 'docx' | 'ics';

async function arrive(language: Language) {
	const { page, problems } = await browser.newPage({ acceptDownloads: true });
	return { visitor: new Visitor(page, language), page, problems };
}

/** Opens an assessment and goes to its report page. */
async function openReport(visitor: Visitor, assessment: Assessment): Promise<void> {
	const home = new HomePage(visitor);
	await home.open();
	await home.openFile('assessment.json', JSON.stringify(assessment));
	await visitor.page.waitForURL(`**/results/#a=${assessment.id}`);
	await visitor.goTo('report');
}

async function downloaded(visitor: Visitor, format: Format) {
	const button = visitor.button(`reportPage:other.${format}.name`);
	const file = await visitor.download(() => button.click());
	// Whoever cannot see the download hears of it.
	await visitor.page.getByRole('status').filter({ hasText: file.name }).first().waitFor();
	return file;
}

describe('other formats of a report', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: spreadsheet, CSV, Word and calendar are downloaded with what was typed`, async () => {
			const { visitor, problems } = await arrive(language);
			const assessment = fullAssessment(visitor.content.structure);
			const typed = typedStrings(assessment).map((text) => text.replace(/T.*Z$/, ''));
			await openReport(visitor, assessment);
			const name = (ending: string) =>
				new RegExp(
					`^Lotus-Hill-Tutorial-Centres-蓮崗補習社-ai-privacy-\\d{4}-\\d{2}-\\d{2}-${language}\\.${ending}$`
				);

			const xlsx = await downloaded(visitor, 'xlsx');
			expect(xlsx.name).toMatch(name('xlsx'));
			const sheets = (await readWorkbook(xlsx.bytes, { trim: false } as never)) as unknown as {
				sheet: string;
				data: unknown[][];
			}[];
			expect(sheets[0]?.sheet).toBe(visitor.t('report:formats.sheet.summary'));
			const cells = sheets.flatMap(({ data }) =>
				data.flat().map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)))
			);
			const text = cells.join('\n');
			expect(typed.filter((wanted) => !text.includes(wanted))).toEqual([]);

			const csv = await downloaded(visitor, 'csv');
			expect(csv.name).toMatch(name('csv'));
			const { data, errors } = Papa.parse<string[]>(csv.bytes.toString(), { skipEmptyLines: true });
			expect(errors).toEqual([]);
			expect(data.length).toBe(1 + visitor.content.structure.questions.length);

			const docx = await downloaded(visitor, 'docx');
			expect(docx.name).toMatch(name('docx'));
			const words = squeezed(docxText(docx.bytes));
			expect(typed.filter((wanted) => !words.includes(squeezed(cleanText(wanted))))).toEqual([]);

			const ics = await downloaded(visitor, 'ics');
			expect(ics.name).toMatch(name('ics'));
			const events = new ICAL.Component(ICAL.parse(ics.bytes.toString()) as never).getAllSubcomponents(
				'vevent'
			);
			expect(events.length).toBeGreaterThan(10);
			expect(problems).toEqual([]);
		});

	for (const language of LANGUAGES)
		test(`in ${language}: a calendar without a single date says what to do instead`, async () => {
			const { visitor, page, problems } = await arrive(language);
			const { structure } = visitor.content;
			await openReport(visitor, { ...fullAssessment(structure), answers: {}, actions: {} });
			await visitor.button('reportPage:other.ics.name').click();
			await page
				.getByRole('main')
				.getByText(visitor.t('reportPage:other.noDates'), { exact: true })
				.waitFor();
			expect(problems).toEqual([]);
		});
});

describe('a questionnaire on paper', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: PDF and Word hold every question of the selection`, async () => {
			const { visitor, page, problems } = await arrive(language);
			await visitor.open('questionnaires/ai-privacy/');
			const { content } = visitor;
			await page.getByLabel(visitor.t('instrument:blank.selection')).selectOption('quick');
			const pdf = await visitor.download(() => visitor.button('instrument:blank.pdf').click());
			expect(pdf.name).toBe(`ai-privacy-${content.structure.version}-quick-${language}.pdf`);
			const { pages } = await readPdf(new Uint8Array(pdf.bytes));
			const printed = squeezed(pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''));
			await page.getByText(pdf.name, { exact: false }).waitFor();
			const docx = await visitor.download(() => visitor.button('instrument:blank.docx').click());
			const written = squeezed(docxText(docx.bytes));
			const asked = content.structure.questions.filter(({ selections }) => selections.includes('quick'));
			const wanted = asked.map(({ id }) => squeezed(cleanText(content.questions[id]?.question ?? id)));
			expect(wanted.filter((question) => !printed.includes(question))).toEqual([]);
			expect(wanted.filter((question) => !written.includes(question))).toEqual([]);
			expect(problems).toEqual([]);
		});
});
