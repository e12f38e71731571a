import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import type { Assessment } from '../../src/lib/core/index.ts';
import { fullAssessment } from '../fixtures/full-assessment.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { overflow, violations } from './pages/look.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import { content } from './words.ts';

const browser = useBrowser();
const full = fullAssessment(content('en').structure);
const TITLES = ['Enquiry chatbot', 'Homework marker'] as const;
const [CHATBOT, MARKER] = TITLES;
/** Where pictures go, for whoever wants to look at the pages. */
const PICTURES = process.env['PLUMBLINE_PICTURES'];

function named(title: string, over: Partial<Assessment> = {}): Assessment {
	const id = title.toLowerCase().replaceAll(' ', '-');
	return { ...full, id, details: { ...full.details, title, system: title }, ...over };
}
const STORED = [
	named(CHATBOT),
	named(MARKER, {
		answers: {},
		actions: {},
		details: { title: MARKER, system: MARKER, unit: 'system', owner: 'Lee' }
	})
];

/** A person with two stored assessments, on the page that lists them all. */
async function arrive(language: Language, options: Parameters<typeof browser.newPage>[0] = {}) {
	const { page, problems } = await browser.newPage({ reducedMotion: 'reduce', ...options });
	const visitor = new Visitor(page, language);
	await visitor.open('assessments/');
	for (const assessment of STORED) {
		const file = {
			name: 'a.json',
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(assessment))
		};
		await page.getByLabel(visitor.t('openFile:choose')).setInputFiles(file);
		await card(visitor, assessment.details.title ?? '').waitFor();
	}
	return { page, problems, visitor };
}
const section = (visitor: Visitor, key: string): Locator =>
	visitor.page.getByRole('region', { name: visitor.t(`portfolio:${key}.title`), exact: true }).first();
const card = (visitor: Visitor, title: string): Locator =>
	section(visitor, 'list')
		.getByRole('listitem')
		.filter({ has: visitor.page.getByRole('heading', { name: title }) });
function press(visitor: Visitor, action: string, title: string): Promise<void> {
	const { t, page } = visitor;
	const name = t('portfolio:card.of', { action: t(`portfolio:action.${action}`), title });
	return page.getByRole('button', { name, exact: true }).click();
}

for (const language of LANGUAGES)
	test(`every part of the portfolio is there, is accessible and fits a phone, in ${language}`, async () => {
		const { page, problems, visitor } = await arrive(language);
		for (const key of ['list', 'inventory', 'heat', 'gaps', 'due', 'evidence'])
			await section(visitor, key).waitFor();
		const { structure, frame } = visitor.content;
		const heat = section(visitor, 'heat').getByRole('table');
		for (const { id } of structure.groups)
			await heat.getByRole('columnheader', { name: frame.groups[id]?.short ?? id, exact: true }).waitFor();
		await section(visitor, 'inventory').getByText('Example Supplier Limited 例子供應商').waitFor();
		// Names of questions have arrived: no id is left.
		const first = structure.questions.find(({ id }) => full.actions[id])?.id ?? '';
		await section(visitor, 'due')
			.getByRole('link', { name: visitor.content.questions[first]?.short ?? '' })
			.first()
			.waitFor();
		if (PICTURES) {
			mkdirSync(PICTURES, { recursive: true });
			await page.screenshot({ path: `${PICTURES}/portfolio-${language}.png`, fullPage: true });
			await section(visitor, 'list').scrollIntoViewIfNeeded();
			await page.screenshot({ path: `${PICTURES}/portfolio-${language}-list.png` });
		}
		expect(await violations(page)).toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await violations(page)).toEqual([]);
		await page.setViewportSize({ width: 320, height: 800 });
		expect(await overflow(page)).toBe('');
		if (PICTURES)
			await page.screenshot({ path: `${PICTURES}/portfolio-${language}-320-dark.png`, fullPage: true });
		expect(problems).toEqual([]);
	});

test('search and filters leave what was asked for, in the list and in the dashboard', async () => {
	const { page, visitor } = await arrive('en');
	await visitor.field('portfolio:filter.search').fill('homework');
	await card(visitor, CHATBOT).waitFor({ state: 'detached' });
	await page
		.getByText(visitor.t('portfolio:gaps.empty'))
		.or(section(visitor, 'gaps').getByRole('table'))
		.waitFor();
	expect(await section(visitor, 'inventory').getByRole('row').count()).toBe(2);
	await visitor.button('portfolio:filter.clear').click();
	await visitor.field('portfolio:filter.owner').selectOption('Lee');
	await card(visitor, CHATBOT).waitFor({ state: 'detached' });
	await card(visitor, MARKER).waitFor();
});

test('what is deleted comes back at once, or after the page has been left, with everything in it', async () => {
	const { page, visitor } = await arrive('en');
	await press(visitor, 'delete', CHATBOT);
	await card(visitor, CHATBOT).waitFor({ state: 'detached' });
	const undo = visitor.button('portfolio:said.undo');
	await expect.poll(() => undo.evaluate((button) => button === document.activeElement)).toBe(true);
	await undo.click();
	await card(visitor, CHATBOT).waitFor();

	await press(visitor, 'delete', CHATBOT);
	await card(visitor, CHATBOT).waitFor({ state: 'detached' });
	await visitor.open('');
	await visitor.open('assessments/');
	const { t } = visitor;
	const restore = t('portfolio:card.of', { action: t('portfolio:deleted.restore'), title: CHATBOT });
	await page.getByRole('button', { name: restore, exact: true }).click();
	await card(visitor, CHATBOT).waitFor();
	const name = t('portfolio:card.of', { action: t('portfolio:action.download'), title: CHATBOT });
	const { bytes } = await visitor.download(() => page.getByRole('button', { name, exact: true }).click());
	expect(JSON.parse(bytes.toString())).toEqual(STORED[0]);
});

test('what is archived leaves the lists, the home page’s too, and comes back when it is asked for', async () => {
	const { visitor } = await arrive('en');
	await press(visitor, 'duplicate', CHATBOT);
	await card(visitor, `${CHATBOT} (copy)`).waitFor();
	await press(visitor, 'archive', CHATBOT);
	await section(visitor, 'list')
		.getByRole('heading', { name: CHATBOT, exact: true })
		.waitFor({ state: 'detached' });

	const home = new HomePage(visitor);
	await home.open();
	await home.row(`${CHATBOT} (copy)`).waitFor();
	expect(await home.row(CHATBOT).count()).toBe(0);
	await visitor.link('home:stored.portfolio').click();
	await visitor.field('portfolio:filter.show').selectOption('archived');
	await press(visitor, 'unarchive', CHATBOT);
	await visitor.field('portfolio:filter.show').selectOption('current');
	await section(visitor, 'list').getByRole('heading', { name: CHATBOT, exact: true }).waitFor();
});
