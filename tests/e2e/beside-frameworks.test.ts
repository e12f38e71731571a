import { describe } from 'vitest';
import { LANGUAGES } from '../../src/lib/core/languages.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { violations } from './pages/look.ts';
import { SectionPage } from './pages/section-page.ts';
import { Visitor } from './pages/visitor.ts';
import { SAMPLE } from './places.ts';

const browser = useBrowser();

async function arrive(
	language: (typeof LANGUAGES)[number],
	options: Parameters<typeof browser.newPage>[0] = {}
) {
	const { page, problems } = await browser.newPage({ reducedMotion: 'reduce', ...options });
	return { page, problems, visitor: new Visitor(page, language) };
}

/** Opens the help of the first question of the sample that explains a term. */
async function openHelp(visitor: Visitor) {
	const section = new SectionPage(visitor);
	await section.open('full', 'human-oversight', SAMPLE);
	const item = section.item('oversight-level');
	await item.getByText(visitor.t('assess:help.open'), { exact: true }).click();
	const term = item.locator('button[popovertarget]').first();
	await term.waitFor();
	const id = (await term.getAttribute('popovertarget')) ?? '';
	return { term, definition: visitor.page.locator(`[id="${id}"]`) };
}

describe('a term in the help of a question', () => {
	test('is explained to a mouse that rests on it, which may go over to the explanation; Escape closes it', async () => {
		const { page, visitor, problems } = await arrive('en');
		const { term, definition } = await openHelp(visitor);
		await term.hover();
		await definition.waitFor({ state: 'visible' });
		const [word, box] = [await term.boundingBox(), await definition.boundingBox()];
		// Below the word or, where there is no room, above it; without a gap that a pointer would fall into.
		const gap = Math.max(box!.y - (word!.y + word!.height), word!.y - (box!.y + box!.height));
		expect(Math.abs(gap)).toBeLessThan(3);
		await definition.hover();
		expect(await definition.isVisible()).toBe(true);
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await definition.waitFor({ state: 'hidden' });
		await page.mouse.move(0, 0);
		await term.hover();
		await definition.waitFor({ state: 'visible' });
		await page.mouse.move(0, 0);
		await definition.waitFor({ state: 'hidden' });
		expect(problems).toEqual([]);
	});

	test('is explained by keyboard, stays until it is dismissed, and focus stays on the word', async () => {
		const { page, visitor } = await arrive('zh-Hant');
		const { term, definition } = await openHelp(visitor);
		await term.focus();
		await page.keyboard.press('Enter');
		await definition.waitFor({ state: 'visible' });
		await page.mouse.move(5, 5);
		expect(await definition.isVisible()).toBe(true);
		await page.keyboard.press('Escape');
		await definition.waitFor({ state: 'hidden' });
		expect(await term.evaluate((button) => button === document.activeElement)).toBe(true);
	});

	test('is explained on a phone in a sheet inside the window, and leads to the glossary', async () => {
		const { page, visitor } = await arrive('zh-Hans', {
			viewport: { width: 320, height: 640 },
			hasTouch: true,
			colorScheme: 'dark'
		});
		const { term, definition } = await openHelp(visitor);
		await term.tap();
		await definition.waitFor({ state: 'visible' });
		const box = await definition.boundingBox();
		expect([box!.x >= 0, box!.x + box!.width <= 320, box!.y + box!.height <= 640]).toEqual([
			true,
			true,
			true
		]);
		expect(await violations(page)).toEqual([]);
		const link = definition.getByRole('link', { name: visitor.t('footer.glossary') });
		const [, id] = ((await link.getAttribute('href')) ?? '').split('#');
		await visitor.open('glossary/');
		expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
	});
});

describe('what else the answers say', () => {
	test('two answers that do not fit are pointed out with links to both, and the score stays', async () => {
		const { page, visitor, problems } = await arrive('en');
		const section = new SectionPage(visitor);
		await section.open('full', 'accountability');
		await section.radio('risk-assessment', 3).check();
		await section.radio('ai-inventory', 'none').check();
		await visitor.says('saved');
		await visitor.goTo('results');
		const hints = page.getByRole('region', { name: visitor.t('results:hints.title'), exact: true });
		const { short } = visitor.content.questions['ai-inventory']!;
		const link = hints.getByRole('link', { name: short, exact: true });
		await link.waitFor();
		await hints
			.getByRole('link', { name: visitor.content.questions['risk-assessment']!.short, exact: true })
			.waitFor();
		await link.click();
		await section.arrived('accountability');
		expect(problems).toEqual([]);
	});

	for (const language of LANGUAGES)
		test(`the sample is read beside eight frameworks, from the results on, in ${language}`, async () => {
			const { page, visitor, problems } = await arrive(language);
			await visitor.open(visitor.path('results/', SAMPLE));
			await visitor.link('results:steps.crosswalk').click();
			await page.getByRole('heading', { level: 1, name: visitor.t('crosswalk:own.title') }).waitFor();
			const tables = page.getByRole('main').getByRole('table');
			await tables.nth(7).waitFor();
			expect(await tables.count()).toBe(8);
			// What nothing here is near has a dash, not a zero.
			expect(await page.getByRole('cell', { name: '—', exact: true }).count()).toBeGreaterThan(0);
			expect(problems).toEqual([]);
		});
});

describe('the sources', () => {
	test('are reached from a question’s source list, at the document', async () => {
		const { page, visitor } = await arrive('en');
		const section = new SectionPage(visitor);
		await section.open('full', 'data-privacy', SAMPLE);
		const item = section.item('lawful-purpose');
		await item.getByText(visitor.t('assess:help.open'), { exact: true }).click();
		const link = item.getByRole('link', { name: visitor.t('assess:source.register') }).first();
		const href = (await link.getAttribute('href')) ?? '';
		await visitor.open(href.slice('/en/'.length));
		const [, id = ''] = href.split('#');
		const entry = page.locator(`section[id="${id}"]`);
		await entry.getByText(visitor.t('sources:facts.read'), { exact: true }).waitFor();
		await entry.locator('summary').click();
		expect(await entry.getByRole('listitem').count()).toBeGreaterThan(0);
	});
});
