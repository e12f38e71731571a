import type { Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { fullAssessment } from '../fixtures/full-assessment.ts';
import { addressOf, expect, ready, test, useBrowser } from './fixtures.ts';
import { darkViolations, overflow, unfold, violations } from './pages/look.ts';
import { ResultsPage } from './pages/result-pages.ts';
import { SectionPage } from './pages/section-page.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import {
	FIRST_SECTIONS,
	FULL_SECTIONS,
	NOWHERE,
	OTHER_PAGES,
	OWN_PAGES,
	PUBLIC_PAGES,
	SAMPLE,
	SECTION_PAGES
} from './places.ts';

const browser = useBrowser();
const SCHEMES = ['light', 'dark'] as const;
const LONG_MS = 400_000;
const RESULTS = OWN_PAGES.find((path) => path.endsWith('/results/')) ?? '';

async function arrive(language: Language, options: Parameters<typeof browser.newPage>[0] = {}) {
	const { page } = await browser.newPage({ reducedMotion: 'reduce', ...options });
	return new Visitor(page, language);
}

/** Opens a page afresh and waits until all of it is there. */
async function open(visitor: Visitor, path: string): Promise<void> {
	const { page, language } = visitor;
	// Pages that differ only in what stands after `#` would not be loaded again.
	await page.goto('about:blank');
	await page.goto(addressOf(language, path));
	await ready(page);
	if (path.startsWith(RESULTS) && path.endsWith(SAMPLE))
		await new ResultsPage(visitor).region('results:steps.title').waitFor();
	else if (path.endsWith(SAMPLE)) await visitor.status.getByText(visitor.t('bar:save.sample')).waitFor();
	if (path === '') await new HomePage(visitor).loaded();
	if (path === NOWHERE[0])
		await page.getByRole('heading', { name: visitor.t('bar:notFound.title') }).waitFor();
}

const withSample = (paths: readonly string[]) => paths.map((path) => path + SAMPLE);

/** What axe says of each page, folded and with everything unfolded, light and dark; the page's address stands in front. */
async function examine(visitor: Visitor, paths: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const path of paths) {
		await open(visitor, path);
		const folded = await violations(visitor.page);
		const unfolded = await examineUnfolded(visitor);
		found.push(...new Set([...folded, ...unfolded].map((problem) => `${path || 'home'}: ${problem}`)));
	}
	return found;
}

async function examineUnfolded({ page }: Visitor): Promise<string[]> {
	await unfold(page);
	return [...(await violations(page)), ...(await darkViolations(page))];
}

describe('axe finds nothing, light and dark,', () => {
	for (const language of LANGUAGES) {
		test(`on the public pages in ${language}`, { timeout: LONG_MS }, async () => {
			const visitor = await arrive(language);
			expect(await examine(visitor, [...PUBLIC_PAGES, ...NOWHERE])).toEqual([]);
		});

		test(
			`on the pages of an assessment, empty and with the sample, in ${language}`,
			{ timeout: LONG_MS },
			async () => {
				const visitor = await arrive(language);
				const paths = [
					...OTHER_PAGES,
					...OWN_PAGES,
					...withSample(OWN_PAGES),
					FIRST_SECTIONS[0] ?? '',
					...withSample([...new Set([...FIRST_SECTIONS, ...FULL_SECTIONS])])
				];
				expect(await examine(visitor, paths)).toEqual([]);
			}
		);

		test(
			`on questions with answers, help, evidence and “not applicable” in ${language}`,
			{ timeout: LONG_MS },
			async () => {
				const visitor = await arrive(language);
				const { fragment } = await openOwnAssessment(visitor);
				const section = new SectionPage(visitor);
				await section.open('full', 'fairness', fragment);
				await visitor.says('saved');
				await section.radio('outside-voices', 'na').check();
				await unfold(visitor.page);
				await section.note('outside-voices').waitFor();
				expect(await examineUnfolded(visitor)).toEqual([]);
				for (const path of OWN_PAGES) {
					await open(visitor, path + fragment);
					expect([path, ...(await examineUnfolded(visitor))]).toEqual([path]);
				}
			}
		);
	}

	test('on the choice of a language and outside the addresses of a language, light and dark', async () => {
		for (const colorScheme of SCHEMES) {
			const { page } = await arrive('en', { colorScheme });
			for (const path of ['/', '/no-such-page']) {
				await page.goto(`${inject('address')}${path}`);
				expect([path, ...(await violations(page))]).toEqual([path]);
			}
		}
	});
});

async function openOwnAssessment(visitor: Visitor): Promise<{ fragment: string }> {
	const assessment = fullAssessment(visitor.content.structure);
	const home = new HomePage(visitor);
	await home.open();
	await home.openFile('assessment.json', JSON.stringify(assessment));
	await visitor.page.waitForURL(`**/results/#a=${assessment.id}`);
	return { fragment: `#a=${assessment.id}` };
}

const EVERY_PAGE = [
	...PUBLIC_PAGES,
	...NOWHERE,
	...OWN_PAGES,
	...withSample(OWN_PAGES),
	...SECTION_PAGES,
	...OTHER_PAGES
];

describe('every page', () => {
	for (const language of LANGUAGES) {
		test(
			`in ${language} fits a window of 320 px without scrolling sideways`,
			{ timeout: LONG_MS },
			async () => {
				const visitor = await arrive(language, { viewport: { width: 320, height: 256 } });
				const found: string[] = [];
				const look = async (path: string, how: string) => {
					const wide = await overflow(visitor.page);
					if (wide) found.push(`${path || 'home'} ${how}: ${wide}`);
				};
				for (const path of EVERY_PAGE) {
					await open(visitor, path);
					await look(path, 'folded');
					await unfold(visitor.page);
					await look(path, 'unfolded');
				}
				const { fragment } = await openOwnAssessment(visitor);
				for (const path of [...OWN_PAGES, ...FIRST_SECTIONS]) {
					await open(visitor, path + fragment);
					await unfold(visitor.page);
					await look(path, 'with answers');
				}
				expect(found).toEqual([]);
			}
		);

		test(
			`in ${language} has one main heading, a title of its own and the right language`,
			{ timeout: LONG_MS },
			async () => {
				const visitor = await arrive(language);
				const product = visitor.t('product');
				const titles = new Map<string, string>();
				const found: string[] = [];
				for (const path of EVERY_PAGE) {
					await open(visitor, path);
					const { page } = visitor;
					const title = await page.title();
					const headings = await page.getByRole('heading', { level: 1 }).count();
					if (headings !== 1) found.push(`${path}: ${headings} main headings`);
					if ((await page.getAttribute('html', 'lang')) !== language) found.push(`${path}: wrong language`);
					if (!title.includes(product) || title.trim() === product) found.push(`${path}: title “${title}”`);
					const own = path.replace(SAMPLE, '');
					const twin = titles.get(title);
					if (twin !== undefined && twin !== own) found.push(`${path}: same title as ${twin}, “${title}”`);
					titles.set(title, own);
				}
				expect(found).toEqual([]);
			}
		);

		test(`in ${language} says its language, heading and title before any script has run`, async () => {
			const visitor = await arrive(language, { javaScriptEnabled: false });
			for (const path of [...PUBLIC_PAGES, ...OWN_PAGES, ...FIRST_SECTIONS, ...OTHER_PAGES])
				expect(await readBare(visitor.page, path)).toEqual(bare);
		});

		const bare = { language, headings: 1, titled: true };
		const readBare = async (page: Page, path: string) => {
			await page.goto(addressOf(language, path));
			return {
				language: await page.getAttribute('html', 'lang'),
				headings: await page.getByRole('heading', { level: 1 }).count(),
				titled: (await page.title()).length > 0
			};
		};
	}
});
