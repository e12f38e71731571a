import { describe } from 'vitest';
import type { Assessment } from '../../src/lib/core/index.ts';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { cleanText } from '../../src/lib/report/text/clean.ts';
import { readPdf, squeezed, type ReadPdf } from '../../src/lib/report/testing/read-pdf.ts';
import { fullAssessment, typedStrings } from '../fixtures/full-assessment.ts';
import { scoreOf } from './command-line.ts';
import { expect, ready, test, useBrowser } from './fixtures.ts';
import { ReportPage, ResultsPage } from './pages/result-pages.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import { anyValues, plain } from './words.ts';

const browser = useBrowser();

/** Room for header and footer, in pt from the page's edges: what stands there is repeated on every page. */
const FURNITURE = 66;
const PAGE_HEIGHT = 841.89;

/** Everything between headers and footers, without white space, since readers guess where it is. */
function bodyText({ pages }: ReadPdf): string {
	const body = pages.flatMap(({ items }) =>
		items.filter(({ y }) => y > FURNITURE && y < PAGE_HEIGHT - FURNITURE)
	);
	return squeezed(body.map(({ text }) => text).join(''));
}

async function arrive(language: Language) {
	const { page, problems } = await browser.newPage({ acceptDownloads: true });
	const visitor = new Visitor(page, language);
	const home = new HomePage(visitor);
	await home.open();
	return { visitor, home, problems, page };
}

/** Opens a file without anything to complain about: the results come up by themselves. */
async function openAssessment(home: HomePage, assessment: Assessment): Promise<void> {
	await home.openFile('assessment.json', JSON.stringify(assessment));
	await home.visitor.page.waitForURL(`**/results/#a=${assessment.id}`);
	await home.visitor.page.getByRole('heading', { level: 1, name: home.visitor.t('results:title') }).waitFor();
}

async function downloadFrom(home: HomePage, title: string): Promise<string> {
	const { bytes } = await home.visitor.download(() => home.action('download', title).click());
	return bytes.toString();
}

describe('from results to a report in the hand', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: the PDF holds the score, the organisation and every word that was typed`, async () => {
			const { visitor, home, problems } = await arrive(language);
			const assessment = fullAssessment(visitor.content.structure);
			await openAssessment(home, assessment);
			const shown = await new ResultsPage(visitor).score();
			await visitor.goTo('report');
			const report = new ReportPage(visitor);
			const { name, bytes } = await report.makePdf('full');
			expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
			expect(name).toMatch(
				new RegExp(
					`^Lotus-Hill-Tutorial-Centres-蓮崗補習社-ai-privacy-\\d{4}-\\d{2}-\\d{2}-${language}\\.pdf$`
				)
			);

			const pdf = await readPdf(new Uint8Array(bytes));
			expect(pdf.language).toBe(language);
			const text = bodyText(pdf);
			const told = await scoreOf(Buffer.from(JSON.stringify(assessment)));
			expect(shown).toBe(plain(`${told.score?.value} ${visitor.t('results:verdict.outOf')}`));
			const verdict = squeezed((pdf.pages[1]?.items ?? []).map((item) => item.text).join(''));
			expect(verdict).toContain(`${told.low?.value}–${told.high?.value}`);
			const missing = typedStrings(assessment).filter((typed) => !text.includes(squeezed(cleanText(typed))));
			expect(missing).toEqual([]);
			expect(problems).toEqual([]);
		});
});

describe('a report as a file that opens again', () => {
	test('made, deleted here, dropped on the home page: everything is back; the check finds it unchanged', async () => {
		const { visitor, home, page, problems } = await arrive('zh-Hant');
		const assessment = fullAssessment(visitor.content.structure);
		const title = assessment.details.title ?? '';
		await openAssessment(home, assessment);
		await visitor.goTo('report');
		const { name, bytes } = await new ReportPage(visitor).makePdf('full');

		await home.open();
		await home.remove(title);
		await home.openFile(name, bytes);
		await page.waitForURL(`**/results/#a=${assessment.id}`);
		await home.open();
		expect(JSON.parse(await downloadFrom(home, title))).toEqual(assessment);

		await visitor.open('check/');
		await page.waitForLoadState('networkidle');
		await page.context().setOffline(true);
		const file = { name, mimeType: 'application/pdf', buffer: bytes };
		await page.getByLabel(visitor.t('check:choose.button')).setInputFiles(file);
		await page.getByText(visitor.t('check:verdict.unchanged')).waitFor();
		expect(problems).toEqual([]);
	});

	test('the board’s two pages carry no data, and the home page says so', async () => {
		const { visitor, home, page, problems } = await arrive('en');
		await openAssessment(home, fullAssessment(visitor.content.structure));
		await visitor.goTo('report');
		const { name, bytes } = await new ReportPage(visitor).makePdf('board');
		await home.open();
		await home.openFile(name, bytes);
		await page.getByText(anyValues(visitor.t('issues:pdf_without_data'))).waitFor();
		expect(problems).toEqual([]);
	});

	test('characters that no font has are listed before the report is made', async () => {
		const { visitor, home, page } = await arrive('en');
		const assessment = fullAssessment(visitor.content.structure);
		await openAssessment(home, {
			...assessment,
			details: { ...assessment.details, period: 'Cuneiform \u{12000}' }
		});
		await visitor.goTo('report');
		await page.getByText('U+12000').waitFor();
		expect(await page.getByRole('heading', { name: visitor.t('reportPage:missing.title') }).count()).toBe(1);
	});
});

describe('the data file', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: exported, deleted and opened again, the assessment is the same`, async () => {
			const { visitor, home, page, problems } = await arrive(language);
			const assessment = fullAssessment(visitor.content.structure);
			const title = assessment.details.title ?? '';
			await openAssessment(home, assessment);
			await visitor.goTo('report');
			const { name, bytes } = await new ReportPage(visitor).downloadData();
			expect(name).toBe('Lotus-Hill-Tutorial-Centres-蓮崗補習社-ai-privacy-2026-11-20.json');
			expect(JSON.parse(bytes.toString())).toEqual(assessment);

			await home.open();
			await home.remove(title);
			await visitor.open(visitor.path('results/', `#a=${assessment.id}`));
			await page.getByRole('heading', { level: 1, name: visitor.t('bar:notFound.title') }).waitFor();

			await home.open();
			await home.openFile(name, bytes);
			await page.waitForURL(`**/results/#a=${assessment.id}`);
			await home.open();
			expect(JSON.parse(await downloadFrom(home, title))).toEqual(assessment);
			expect(problems).toEqual([]);
		});

	for (const [place, button, address] of [
		['where nothing is open yet', 'results:none.file', 'results/'],
		['where an address names an assessment of another device', 'bar:notFound.file', 'results/#a=elsewhere']
	] as const)
		test(`in each language: is opened in place ${place}`, async () => {
			for (const language of LANGUAGES) {
				const { page, problems } = await browser.newPage();
				const visitor = new Visitor(page, language);
				const assessment = fullAssessment(visitor.content.structure);
				await visitor.open(visitor.path(address));
				await visitor.button(button).click();
				await new HomePage(visitor).openFile('assessment.json', JSON.stringify(assessment));
				await page.waitForURL(`**/results/#a=${assessment.id}`);
				expect(await new ResultsPage(visitor).score()).not.toBe('');
				expect(problems).toEqual([]);
			}
		});

	test('deleted by mistake, an assessment can be put back whole', async () => {
		const { visitor, home } = await arrive('en');
		const assessment = fullAssessment(visitor.content.structure);
		const title = assessment.details.title ?? '';
		await openAssessment(home, assessment);
		await home.open();
		await home.remove(title);
		await visitor.button('home:stored.undo').click();
		await home.row(title).waitFor();
		expect(JSON.parse(await downloadFrom(home, title))).toEqual(assessment);
	});

	for (const language of LANGUAGES)
		test(`in ${language}: a bad file gets a list of what is wrong and changes nothing`, async () => {
			const { visitor, home, page, problems } = await arrive(language);
			const good = fullAssessment(visitor.content.structure);
			const title = good.details.title ?? '';
			await openAssessment(home, good);
			await home.open();
			const before = await downloadFrom(home, title);
			for (const { file, says } of badFiles(good)) {
				await home.openFile('bad.json', file);
				await home.list.getByText(visitor.t('openFile:badTitle')).waitFor();
				for (const { code, place } of says) {
					const line = home.list
						.getByRole('listitem')
						.filter({ hasText: anyValues(visitor.t(`issues:${code}`)) });
					await line.filter({ hasText: place }).first().waitFor();
				}
			}
			await page.reload();
			await ready(page);
			await home.loaded();
			await home.row(title).waitFor();
			expect(await home.list.getByRole('heading', { level: 3, name: title }).count()).toBe(1);
			expect(await downloadFrom(home, title)).toBe(before);
			expect(problems).toEqual([]);
		});
});

/** Files nobody should open, and which mistakes are named where. */
function badFiles(good: Assessment): { file: string; says: { code: string; place: string }[] }[] {
	const json = JSON.stringify(good);
	return [
		{ file: json.slice(0, -40), says: [{ code: 'invalid_json', place: '' }] },
		{ file: '{"format":"somebody-elses","answers":{}}', says: [{ code: 'not_an_assessment', place: '' }] },
		{ file: '%PDF-1.7 …', says: [{ code: 'pdf_file', place: '' }] },
		{
			file: JSON.stringify({ ...good, formatVersion: 2 }),
			says: [{ code: 'newer_format', place: 'formatVersion' }]
		},
		{
			file: JSON.stringify({
				...good,
				answers: {
					...good.answers,
					'no-such-question': { grade: 1 },
					'named-owner': { grade: 1, unknown: true }
				}
			}),
			says: [
				{ code: 'unknown_question', place: 'answers.no-such-question' },
				{ code: 'several_answers', place: 'answers.named-owner' }
			]
		},
		{
			file: JSON.stringify({ ...good, extra: 1, selection: 'everything' }),
			says: [{ code: 'unknown_key', place: 'extra' }]
		}
	];
}
