import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Assessment } from '../../src/lib/core/index.ts';
import { LANGUAGES } from '../../src/lib/core/languages.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { SectionPage } from './pages/section-page.ts';
import { HomePage, InstrumentPage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import { storedAnswer } from './stored.ts';

const browser = useBrowser();

/** The person's own copy, from the warning that offers it. */
async function downloadCopy(visitor: Visitor): Promise<Assessment> {
	const warning = visitor.page
		.getByRole('alert')
		.getByRole('button', { name: visitor.t('bar:problem.download') });
	const { bytes } = await visitor.download(() => warning.click());
	return JSON.parse(bytes.toString()) as Assessment;
}

const alertSays = (visitor: Visitor, key: string) =>
	visitor.page.getByRole('alert').getByText(visitor.t(key)).first().waitFor();

describe('storage that is blocked', () => {
	for (const language of LANGUAGES)
		test(`in ${language}: is said clearly, and a copy of what was answered can be downloaded`, async () => {
			const { page, problems } = await browser.newPage({ acceptDownloads: true });
			await page.addInitScript(() => {
				const refusal = () => new DOMException('The operation is insecure.', 'SecurityError');
				IDBFactory.prototype.databases = () => Promise.reject(refusal());
				IDBFactory.prototype.open = () => {
					throw refusal();
				};
			});
			const visitor = new Visitor(page, language);
			await visitor.open('');
			await page.getByText(visitor.t('home:stored.blocked')).waitFor();
			await new HomePage(visitor).start();
			await new InstrumentPage(visitor).choose('both', 'quick');
			await alertSays(visitor, 'instrument:start.blocked');
			await visitor.link('instrument:start.without').click();

			const section = new SectionPage(visitor);
			await section.radio('named-owner', 2).check();
			await visitor.says('failed');
			await alertSays(visitor, 'bar:problem.blocked');
			expect((await downloadCopy(visitor)).answers['named-owner']).toMatchObject({ grade: 2 });
			expect(problems).toEqual([]);
		});

	test('when only opening a database fails, is said on the first visit too', async () => {
		const { page, problems } = await browser.newPage();
		await page.addInitScript(() => {
			// A request that fails later, as with a damaged profile; listing the databases still works.
			const { open } = IDBFactory.prototype;
			IDBFactory.prototype.open = function () {
				const request = open.call(this, 'damaged');
				const error = new DOMException('Internal error opening backing store.', 'UnknownError');
				Object.defineProperty(request, 'error', { value: error });
				request.addEventListener('upgradeneeded', (event) => {
					event.stopImmediatePropagation();
					request.transaction?.abort();
				});
				return request;
			};
		});
		const visitor = new Visitor(page, 'en');
		await visitor.open('');
		await page.getByText(visitor.t('home:stored.blocked')).waitFor();
		expect(await page.getByText(visitor.t('home:stored.empty')).count()).toBe(0);
		expect(problems).toEqual([]);
	});

	test('not there at all: the answers are kept in the tab, and the person is told so', async () => {
		const { page, problems } = await browser.newPage({ acceptDownloads: true });
		await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
		const visitor = new Visitor(page, 'en');
		await visitor.open(visitor.path('quick/accountability/'));
		const section = new SectionPage(visitor);
		await section.radio('named-owner', 2).check();
		await visitor.says('memory');
		await alertSays(visitor, 'bar:problem.memory');
		expect((await downloadCopy(visitor)).answers['named-owner']).toMatchObject({ grade: 2 });
		await visitor.goTo('results');
		await visitor.goTo('questions');
		expect(await section.radio('named-owner', 2).isChecked()).toBe(true);
		expect(problems).toEqual([]);
	});
});

describe('storage that is full', () => {
	const fill = (page: Page) =>
		page.evaluate(() => {
			const { put } = IDBObjectStore.prototype;
			Object.assign(window, { emptyAgain: () => (IDBObjectStore.prototype.put = put) });
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('No room left.', 'QuotaExceededError');
			};
		});
	const empty = (page: Page) =>
		page.evaluate(() => (window as unknown as { emptyAgain: () => void }).emptyAgain());

	async function answerIntoFullStorage() {
		const { page, problems } = await browser.newPage({ acceptDownloads: true });
		const visitor = new Visitor(page, 'en');
		const section = new SectionPage(visitor);
		await section.open('quick', 'accountability');
		await section.radio('named-owner', 1).check();
		await visitor.says('saved');
		await fill(page);
		await section.radio('named-owner', 2).check();
		await visitor.says('failed');
		await alertSays(visitor, 'bar:problem.full');
		return { page, problems, visitor, section };
	}

	test('says “not saved” with a next step, and the next change saves everything', async () => {
		const { page, problems, visitor, section } = await answerIntoFullStorage();
		expect((await downloadCopy(visitor)).answers['named-owner']).toMatchObject({ grade: 2 });
		expect(await storedAnswer(page.context(), 'named-owner')).toMatchObject({ grade: 1 });
		await empty(page);
		await section.radio('risk-assessment', 3).check();
		await visitor.says('saved');
		await page.getByRole('alert').getByText(visitor.t('bar:problem.full')).waitFor({ state: 'detached' });
		expect(await storedAnswer(page.context(), 'named-owner')).toMatchObject({ grade: 2 });
		expect(await storedAnswer(page.context(), 'risk-assessment')).toMatchObject({ grade: 3 });
		expect(problems).toEqual([]);
	});

	test('can be tried again without another change', async () => {
		const { page, visitor } = await answerIntoFullStorage();
		await empty(page);
		await visitor.button('bar:problem.retry').click();
		await visitor.says('saved');
		expect(await storedAnswer(page.context(), 'named-owner')).toMatchObject({ grade: 2 });
	});

	test('an answer that could not be stored is still there when the page is left and opened again', async () => {
		const { page, visitor } = await answerIntoFullStorage();
		page.on('dialog', (dialog) => void dialog.accept());
		await page.goto('about:blank');
		await visitor.open(visitor.path('quick/accountability/'));
		await visitor.says('saved');
		expect(await storedAnswer(page.context(), 'named-owner')).toMatchObject({ grade: 2 });
	});

	test('an assessment that could not be stored even once is still there after a reload', async () => {
		const { page } = await browser.newPage();
		page.on('dialog', (dialog) => void dialog.accept());
		const visitor = new Visitor(page, 'en');
		const section = new SectionPage(visitor);
		await section.open('quick', 'accountability');
		await fill(page);
		await section.radio('named-owner', 2).check();
		await visitor.says('failed');
		await visitor.assessmentFragment();
		// Now there is room.
		await page.reload();
		await visitor.says('saved');
		expect(await section.radio('named-owner', 2).isChecked()).toBe(true);
		expect(await storedAnswer(page.context(), 'named-owner')).toMatchObject({ grade: 2 });
	});
});
