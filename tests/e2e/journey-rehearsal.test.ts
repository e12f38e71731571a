import { describe } from 'vitest';
import { LANGUAGES } from '../../src/lib/core/languages.ts';
import { readPdf, squeezed } from '../../src/lib/report/testing/read-pdf.ts';
import { fullAssessment } from '../fixtures/full-assessment.ts';
import { expect, ready, test, useBrowser } from './fixtures.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import { QUESTIONNAIRE } from './words.ts';

const browser = useBrowser();

async function arrive(language: (typeof LANGUAGES)[number]) {
	const { page, problems } = await browser.newPage({ acceptDownloads: true });
	return { page, problems, visitor: new Visitor(page, language) };
}

/** Makes a PDF with the form whose words are given, and reads what it says. */
async function pdfOf(
	visitor: Visitor,
	words: string
): Promise<{ name: string; text: string; language: string }> {
	await visitor.button(`${words}.button`).click();
	const download = visitor.link(`${words}.download`);
	await download.waitFor();
	const { name, bytes } = await visitor.download(() => download.click());
	const pdf = await readPdf(new Uint8Array(bytes));
	const text = squeezed(pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
	return { name, text, language: String(pdf.language) };
}

describe('the rehearsal', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: results begin with the law and the themes, and the page on the checks is linked`, async () => {
			const { page, problems, visitor } = await arrive(language);
			const home = new HomePage(visitor);
			await home.open();
			const assessment = { ...fullAssessment(visitor.content.structure), selection: 'rehearsal' };
			await home.openFile('assessment.json', JSON.stringify(assessment));
			await page.waitForURL(`**/results/#a=${assessment.id}`);
			const themes = visitor.content.structure.themes.map(
				({ id }) => visitor.content.frame.themes[id]?.title
			);
			await page.getByRole('heading', { level: 2, name: visitor.t('results:steps.title') }).waitFor();
			const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
			const order = ['law.title', 'lenses.themes', 'verdict.title'].map((key) => visitor.t(`results:${key}`));
			expect(headings.filter((heading) => order.includes(heading))).toEqual(order);
			const shown = await page.locator('#themes').getByRole('heading', { level: 3 }).allTextContents();
			expect(shown).toEqual(themes);
			// A published figure says how far it was read; a theme without any says so.
			const without = visitor.content.structure.themes.filter(({ figures }) => figures.length === 0);
			expect(without.length).toBeGreaterThan(0);
			const none = page.locator('#themes').getByText(visitor.t('results:figures.none'), { exact: true });
			expect(await none.count()).toBe(without.length);
			const status = page
				.locator('#themes')
				.getByText(visitor.t('results:figures.status.SEEN-2'), { exact: true });
			expect(await status.count()).toBeGreaterThan(0);

			await visitor.goTo('details');
			await visitor.link('details:rehearsal').click();
			await page.getByRole('heading', { level: 2, name: visitor.t('rehearsal:rounds.title') }).waitFor();
			await page.getByText(visitor.t('rehearsal:rounds.noFigures'), { exact: true }).waitFor();
			expect(problems).toEqual([]);
		});
});

describe('the factual dossier', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: what is typed is stored, comes back and stands in the PDF`, async () => {
			const { page, problems, visitor } = await arrive(language);
			const home = new HomePage(visitor);
			await home.open();
			const assessment = fullAssessment(visitor.content.structure);
			await home.openFile('assessment.json', JSON.stringify(assessment));
			await page.waitForURL(`**/results/#a=${assessment.id}`);
			await visitor.goTo('report');
			await visitor.link('reportPage:dossier.open').click();
			const notice = page.locator('#dossier-collection-notice');
			await notice.waitFor();
			// The field of the systems starts from what the details say.
			const system = assessment.details.system ?? '';
			expect(await page.locator('#dossier-ai-use-systems').inputValue()).toContain(system);
			await notice.fill('Notice of 1 March 2026 聲明');
			await visitor.says('saved');
			await page.reload();
			await ready(page);
			await notice.waitFor();
			expect(await notice.inputValue()).toBe('Notice of 1 March 2026 聲明');

			const pdf = await pdfOf(visitor, 'dossier:pdf');
			expect(pdf.language).toBe(language);
			expect(pdf.name).toMatch(
				new RegExp(`-${QUESTIONNAIRE}-dossier-\\d{4}-\\d{2}-\\d{2}-${language}\\.pdf$`)
			);
			expect(pdf.text).toContain(squeezed('Notice of 1 March 2026 聲明'));
			expect(problems).toEqual([]);
		});
});

describe('the trainer kit', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: a case is found, printed as worksheets and opened as an assessment`, async () => {
			const { page, problems, visitor } = await arrive(language);
			await visitor.open('');
			await page
				.getByRole('contentinfo')
				.getByRole('link', { name: visitor.t('footer.training') })
				.click();
			await page.getByRole('heading', { level: 1, name: visitor.t('training:title') }).waitFor();
			await page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first().click();
			await page.waitForURL('**/training/bank-chatbot/');
			const name = await visitor.heading.textContent();

			const long = page.getByRole('heading', {
				level: 3,
				name: visitor.t('training:script.minutes', { n: 120 })
			});
			expect(await long.isVisible()).toBe(false);
			await page.getByLabel(visitor.t('training:script.minutes', { n: 120 })).check();
			expect(await long.isVisible()).toBe(true);

			const pdf = await pdfOf(visitor, 'training:pdf');
			expect(pdf.language).toBe(language);
			expect(pdf.text).toContain(squeezed(name ?? ''));

			await visitor.button('training:open.button').click();
			await page.waitForURL(/\/full\/[a-z-]+\/#a=/);
			await visitor.goTo('details');
			await page.waitForFunction(
				(title) => document.querySelector<HTMLInputElement>('#details-title')?.value === title,
				name
			);
			await visitor.goTo('results');
			await page.getByRole('heading', { level: 2, name: visitor.t('results:steps.title') }).waitFor();
			expect(problems).toEqual([]);
		});
});
