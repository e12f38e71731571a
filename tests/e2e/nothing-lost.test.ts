import type { BrowserContext, Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Language } from '../../src/lib/core/languages.ts';
import { addressOf, expect, ready, test, useBrowser } from './fixtures.ts';
import { SectionPage } from './pages/section-page.ts';
import { Visitor } from './pages/visitor.ts';
import { storedAnswer, timeUntilStored } from './stored.ts';

const browser = useBrowser();
const FIRST = 'quick/accountability/';

async function arrive(language: Language = 'en') {
	const context = await browser.newContext();
	const visitor = new Visitor(await context.newPage(), language);
	return { context, visitor, page: visitor.page, section: new SectionPage(visitor) };
}

/** The first section, with an assessment that one answer has started. */
async function begin(language: Language = 'en') {
	const found = await arrive(language);
	await found.visitor.open(found.visitor.path(FIRST));
	await found.section.radio('named-owner', 1).check();
	await found.visitor.says('saved');
	return { ...found, fragment: await found.visitor.assessmentFragment() };
}

/** The same section on a new page; the note shows only once the database has been asked. */
async function returnTo(visitor: Visitor, question = 'named-owner'): Promise<SectionPage> {
	const again = await visitor.inNewTab();
	await again.open(again.path(FIRST));
	const section = new SectionPage(again);
	await section.openNotes(question);
	return section;
}

/** Lets no script of the app arrive until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**', async (route) => {
		await released;
		await route.continue().catch(() => undefined);
	});
	return release;
}

describe('before the scripts have arrived', () => {
	test('an answer is there after they have, and is stored', async () => {
		const { context, visitor, page, section } = await arrive();
		const release = await holdScripts(page);
		await page.goto(addressOf('en', visitor.path(FIRST)), { waitUntil: 'commit' });
		await section.radio('named-owner', 2).check();
		await section.group('ai-inventory').getByRole('checkbox').first().check();
		expect(await page.evaluate(() => document.documentElement.dataset['ready'])).toBeUndefined();
		release();
		await ready(page);
		await visitor.says('saved');
		expect(await section.radio('named-owner', 2).isChecked()).toBe(true);
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({ grade: 2 });
		expect((await storedAnswer(context, 'ai-inventory'))?.elements).toHaveLength(1);
	});

	test('a changed answer of a stored assessment replaces the stored one', async () => {
		const { context, visitor, fragment } = await begin();
		const again = await visitor.inNewTab();
		const release = await holdScripts(again.page);
		await again.page.goto(addressOf('en', again.path(FIRST, fragment)), { waitUntil: 'commit' });
		const section = new SectionPage(again);
		await section.radio('named-owner', 3).check();
		release();
		await ready(again.page);
		await again.says('saved');
		expect(await section.radio('named-owner', 3).isChecked()).toBe(true);
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({ grade: 3 });
	});

	test('an answer survives a visit that ends before they arrive', async () => {
		const { context, visitor, page, section } = await arrive();
		await holdScripts(page);
		await page.goto(addressOf('en', visitor.path(FIRST)), { waitUntil: 'commit' });
		await section.radio('named-owner', 2).check();
		await page.close();
		const again = await returnTo(visitor);
		await again.visitor.says('saved');
		expect(await again.radio('named-owner', 2).isChecked()).toBe(true);
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({ grade: 2 });
	});
});

test('a returning organisation sees the answers it is asked for at once: nothing moves, and no other text can be answered', async () => {
	const { visitor, page, fragment } = await begin();
	await visitor.open(visitor.path('details/', fragment));
	await page.locator('input[data-record="details:unit"][value="organisation"]').check();
	await visitor.says('saved');
	// What the next visit shows first is written down a moment after.
	await page.waitForFunction(() => localStorage.getItem('plumbline.view')?.includes('organisation'));
	const again = await visitor.inNewTab();
	await again.page.addInitScript(() => {
		const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
		}).observe({ type: 'layout-shift', buffered: true });
	});
	const release = await holdScripts(again.page);
	await again.page.goto(addressOf('en', again.path('quick/human-oversight/')), { waitUntil: 'commit' });
	await again.heading.waitFor();
	const nextFrame = () =>
		again.page.evaluate(
			() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
		);
	await nextFrame();
	const covered = again.page.locator('.question[data-covers] input[type=radio]').first();
	expect(await covered.isVisible()).toBe(false);
	release();
	await ready(again.page);
	await covered.waitFor();
	await again.page.getByText(again.t('assess:question.coverage')).first().waitFor();
	await nextFrame();
	expect(await again.page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

describe('typed text', () => {
	test('is stored at most 500 ms after the last key', async () => {
		const { visitor, page, section } = await begin();
		await section.openNotes('named-owner');
		const { time } = await timeUntilStored(page, 'named-owner', 'Kept by the principal');
		await section.note('named-owner').pressSequentially('Kept by the principal', { delay: 25 });
		expect(await time).toBeLessThanOrEqual(500);
		await visitor.says('saved');
	});

	const WAYS_OUT = {
		'the page is closed': async (page: Page) => {
			await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
		},
		'the page is left for another one': async (page: Page) => void (await page.goto('about:blank')),
		'the page is reloaded': async (page: Page) => void (await page.reload())
	};
	for (const [way, leave] of Object.entries(WAYS_OUT))
		test(`is there on return when ${way} right after the last key`, async () => {
			const { context, visitor, page, section } = await begin();
			await section.openNotes('named-owner');
			await section.note('named-owner').fill('Typed in the last moment 𨋢');
			await leave(page);
			const again = await returnTo(visitor);
			expect(await again.note('named-owner').inputValue()).toBe('Typed in the last moment 𨋢');
			await again.visitor.says('saved');
			expect((await storedAnswer(context, 'named-owner'))?.note).toBe('Typed in the last moment 𨋢');
		});
});

describe('“saved”', () => {
	test('means that the database has it', async () => {
		const { context, visitor, section } = await begin();
		for (const [question, grade] of [
			['named-owner', 0],
			['risk-assessment', 3],
			['named-owner', 2],
			['risk-assessment', 1]
		] as const) {
			await section.radio(question, grade).check();
			await visitor.says('saved');
			expect(await storedAnswer(context, question)).toMatchObject({ grade });
		}
		const again = await returnTo(visitor);
		expect(await again.radio('named-owner', 2).isChecked()).toBe(true);
		expect(await again.radio('risk-assessment', 1).isChecked()).toBe(true);
	});
});

describe('another language in the middle', () => {
	test('keeps the answers, what was just typed, and the place', async () => {
		const { visitor, page, section } = await begin();
		await section.radio('risk-assessment', 2).check();
		await section.openNotes('named-owner');
		await section.note('named-owner').fill('Typed before the switch');
		await section
			.heading('named-owner')
			.evaluate((heading) => heading.scrollIntoView({ block: 'start', behavior: 'instant' }));
		const before = (await section.heading('named-owner').boundingBox())?.y ?? 0;
		const address = new URL(page.url());
		await page
			.getByRole('link', { name: visitor.t('language.zh-Hant') })
			.evaluate((link) => (link as HTMLElement).click());

		const chinese = new SectionPage(new Visitor(page, 'zh-Hant'));
		await chinese.heading('named-owner').waitFor();
		expect(new URL(page.url()).hash).toBe(address.hash);
		expect(new URL(page.url()).pathname).toBe(address.pathname.replace('/en/', '/zh-hant/'));
		expect(await page.getAttribute('html', 'lang')).toBe('zh-Hant');
		const after = (await chinese.heading('named-owner').boundingBox())?.y ?? 0;
		expect(Math.abs(after - before)).toBeLessThan(60);
		expect(await chinese.radio('named-owner', 1).isChecked()).toBe(true);
		expect(await chinese.radio('risk-assessment', 2).isChecked()).toBe(true);
		expect(await chinese.note('named-owner').inputValue()).toBe('Typed before the switch');
		await chinese.visitor.says('saved');
	});
});

describe('two tabs on one assessment', () => {
	async function twoTabs(prepare: (context: BrowserContext) => Promise<void> = async () => {}) {
		const first = await begin();
		await prepare(first.context);
		const second = await first.visitor.inNewTab();
		await second.open(second.path(FIRST, first.fragment));
		const other = new SectionPage(second);
		await other.openNotes('named-owner');
		return { ...first, second, other };
	}
	const shows = (section: SectionPage, question: string, grade: number) =>
		section.chosen(question, grade).waitFor();

	test('answer different questions at the same time, and both have everything', async () => {
		const { context, visitor, section, second, other } = await twoTabs();
		await section.openNotes('named-owner');
		await Promise.all([
			section.note('named-owner').fill('From the first tab'),
			other.radio('risk-assessment', 3).check()
		]);
		await visitor.says('saved');
		await second.says('saved');
		await shows(section, 'risk-assessment', 3);
		await second.page.waitForFunction(
			(id) => document.querySelector<HTMLTextAreaElement>(id)?.value === 'From the first tab',
			'#named-owner-note'
		);
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({
			grade: 1,
			note: 'From the first tab'
		});
		expect(await storedAnswer(context, 'risk-assessment')).toMatchObject({ grade: 3 });
	});

	test('answer the same question: the later answer holds, and both show it', async () => {
		const { context, visitor, section, second, other } = await twoTabs();
		await section.radio('named-owner', 0).check();
		await visitor.says('saved');
		await shows(other, 'named-owner', 0);
		await other.radio('named-owner', 3).check();
		await second.says('saved');
		await shows(section, 'named-owner', 3);
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({ grade: 3 });
	});

	const deaf = (context: BrowserContext) =>
		context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel')).then(() => undefined);

	test('that cannot hear each other change different things of one question, and each thing holds', async () => {
		const { context, visitor, section, second, other } = await twoTabs(deaf);
		await section.radio('named-owner', 3).check();
		await visitor.says('saved');
		// This tab still shows the first answer.
		expect(await other.radio('named-owner', 1).isChecked()).toBe(true);
		await other.note('named-owner').fill('From a tab that saw an older answer');
		await second.says('saved');
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({
			grade: 3,
			note: 'From a tab that saw an older answer'
		});
	});

	test('that cannot hear each other still overwrite nothing', async () => {
		const { context, visitor, section, second, other } = await twoTabs(deaf);
		await section.radio('named-owner', 2).check();
		await visitor.says('saved');
		await other.radio('risk-assessment', 3).check();
		await second.says('saved');
		expect(await storedAnswer(context, 'named-owner')).toMatchObject({ grade: 2 });
		expect(await storedAnswer(context, 'risk-assessment')).toMatchObject({ grade: 3 });
	});
});
