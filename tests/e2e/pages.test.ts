import { describe, inject } from 'vitest';
import { LANGUAGE_SLUGS, LANGUAGES } from '../../src/lib/core/languages.ts';
import { addressOf, expect, ready, test, useBrowser, watch } from './fixtures.ts';
import { unfold } from './pages/look.ts';
import { ResultsPage } from './pages/result-pages.ts';
import { SectionPage } from './pages/section-page.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import { FIRST_SECTIONS, NOWHERE, OWN_PAGES, PUBLIC_PAGES, SAMPLE, SECTION_PAGES } from './places.ts';

const browser = useBrowser();

async function arrive(
	language: (typeof LANGUAGES)[number],
	options: Parameters<typeof browser.newPage>[0] = {}
) {
	const { page, problems } = await browser.newPage(options);
	return { page, problems, visitor: new Visitor(page, language) };
}

/** Every link of a page, with everything unfolded, and whether it names a place that is on the page now. */
async function linksOf(visitor: Visitor, path: string): Promise<{ link: string; here: boolean }[]> {
	await visitor.page.goto('about:blank');
	await visitor.open(path);
	if (path === '') await new HomePage(visitor).loaded();
	if (path.endsWith(`/results/${SAMPLE}`))
		await new ResultsPage(visitor).region('results:steps.title').waitFor();
	await unfold(visitor.page);
	return visitor.page.locator('a[href]').evaluateAll((links) =>
		(links as HTMLAnchorElement[]).map(({ href, pathname, hash }) => ({
			link: href,
			here:
				pathname === location.pathname && document.getElementById(decodeURIComponent(hash.slice(1))) !== null
		}))
	);
}

/** Links of a page as it is sent, without a browser. */
async function linksSent(address: string): Promise<string[]> {
	const { text } = await fetchOnce(address);
	return [...text.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(
		([, link = '']) => new URL(unescape(link), address).href
	);
}

/** Pages are fetched once for all links that lead to them. */
const fetched = new Map<string, Promise<{ status: number; text: string }>>();
function fetchOnce(address: string) {
	const found =
		fetched.get(address) ??
		fetch(address).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
	fetched.set(address, found);
	return found;
}

/** @returns what is wrong with a link, or nothing */
async function complaint(link: string): Promise<string> {
	const { origin, protocol, hash } = new URL(link);
	if (origin !== inject('address')) return protocol === 'https:' ? '' : `not a secure address: ${link}`;
	const [address = ''] = link.split('#');
	const { status, text } = await fetchOnce(address);
	if (status !== 200) return `status ${status}: ${link}`;
	// `#a=…` says which assessment and question are open; anything else names a place on the page.
	const id = decodeURIComponent(hash.slice(1));
	return id && !id.includes('=') && !text.includes(`id="${id}"`) ? `no such place: ${link}` : '';
}

describe('every link', () => {
	for (const language of LANGUAGES)
		test(`in ${language} leads to a page, and to a place that is on it`, { timeout: 240_000 }, async () => {
			const { visitor, problems } = await arrive(language);
			const samples = [...OWN_PAGES, ...FIRST_SECTIONS].map((path) => path + SAMPLE);
			const found = new Map<string, string>();
			for (const path of [...PUBLIC_PAGES, ...OWN_PAGES, NOWHERE[0], ...samples])
				for (const { link, here } of await linksOf(visitor, path)) if (!here) found.set(link, path || 'home');
			for (const path of SECTION_PAGES)
				for (const link of await linksSent(addressOf(language, path))) found.set(link, path);
			expect(found.size).toBeGreaterThan(50);
			const wrong: string[] = [];
			for (const [link, path] of found) {
				const said = await complaint(link);
				if (said) wrong.push(`${path}: ${said}`);
			}
			expect(wrong).toEqual([]);
			expect(problems).toEqual([]);
		});

	test('inside the results moves there, and the assessment stays open', async () => {
		const { page, visitor, problems } = await arrive('en');
		await visitor.open(OWN_PAGES.find((path) => path.endsWith('/results/')) + SAMPLE);
		const target = new ResultsPage(visitor).region('results:whatIf.title');
		await target.waitFor();
		await page
			.getByRole('navigation', { name: visitor.t('results:contents') })
			.getByRole('link', { name: visitor.t('results:whatIf.title') })
			.click();
		await page.waitForFunction(() => location.hash === '#a=sample');
		await page.waitForFunction(() => {
			const { top } = document.getElementById('what-if')?.getBoundingClientRect() ?? { top: Infinity };
			return top < window.innerHeight / 2;
		});
		expect(await target.isVisible()).toBe(true);
		expect(problems).toEqual([]);
	});
});

const unescape = (text: string) =>
	text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Directives by name, of a policy in a header or inside the page. */
function directives(policy: string): Map<string, string> {
	const parts = policy.split(';').map((part) => part.trim().split(/\s+(.*)/s));
	return new Map(parts.map(([name = '', values = '']) => [name, values]));
}

/** What protects a page, wherever it is written. */
async function protectionOf(address: string) {
	const answer = await fetch(address);
	const html = await answer.text();
	const [, inPage = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
	return {
		status: answer.status,
		headers: answer.headers,
		policies: [unescape(inPage), answer.headers.get('content-security-policy') ?? '']
	};
}

describe('what protects the pages', () => {
	const ADDRESSES = [
		'',
		...LANGUAGES.flatMap((language) => {
			const paths = [...PUBLIC_PAGES, ...OWN_PAGES, ...FIRST_SECTIONS, NOWHERE[1]];
			return paths.map((path) => `${LANGUAGE_SLUGS[language]}/${path}`);
		})
	];

	test('a content security policy without anything unsafe stands on every page', async () => {
		for (const path of [...ADDRESSES, 'no-such-page']) {
			const { policies } = await protectionOf(`${inject('address')}/${path}`);
			const both = policies.join(' ; ');
			expect([path, both]).not.toEqual([path, expect.stringContaining("'unsafe-inline'")]);
			expect([path, both]).not.toEqual([path, expect.stringContaining("'unsafe-eval'")]);
			const own = policies.map(directives).find((policy) => policy.has('script-src'));
			expect([path, own?.get('default-src'), own?.get('base-uri')]).toEqual([path, "'none'", "'none'"]);
			expect([path, own?.get('connect-src'), own?.get('form-action')]).toEqual([path, "'self'", "'self'"]);
			// Only our own files, and scripts inside the page that are known by their hash or nonce.
			for (const value of own?.get('script-src')?.split(' ') ?? [])
				expect([path, value]).toEqual([path, expect.stringMatching(/^'(self|sha256-.+|nonce-.+)'$/)]);
		}
	});

	test('no page can be framed, and nothing else is given away', async () => {
		for (const path of [...ADDRESSES, 'no-such-page', 'favicon.svg']) {
			const { headers } = await protectionOf(`${inject('address')}/${path}`);
			expect({
				path,
				framing: directives(headers.get('content-security-policy') ?? '').get('frame-ancestors')
			}).toEqual({ path, framing: "'none'" });
			expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
			expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
			expect([path, headers.get('set-cookie')]).toEqual([path, null]);
			expect([path, headers.get('x-powered-by') ?? headers.get('server')]).toEqual([path, null]);
		}
	});

	test('no cookie is set, and what the browser keeps is named after the product', async () => {
		const { page, visitor } = await arrive('zh-Hant');
		const problems = watch(page);
		await visitor.open('');
		await page.getByLabel(visitor.t('theme.label')).selectOption('dark');
		const section = new SectionPage(visitor);
		await section.open('quick', 'accountability');
		await section.radio('named-owner', 2).check();
		await visitor.says('saved');
		await visitor.goTo('results');
		await visitor.goTo('report');
		const kept = await page.evaluate(async () => ({
			keys: Object.keys(localStorage),
			databases: (await indexedDB.databases()).map(({ name }) => name),
			workers: (await navigator.serviceWorker.getRegistrations()).length
		}));
		expect(kept.keys.length).toBeGreaterThan(0);
		expect(kept.keys.filter((key) => !key.startsWith('plumbline.'))).toEqual([]);
		expect(kept.databases).toEqual(['plumbline']);
		expect(kept.workers).toBe(0);
		expect(await page.context().cookies()).toEqual([]);
		expect(problems).toEqual([]);
	});
});

describe('an address that leads nowhere', () => {
	for (const language of LANGUAGES)
		test(`in ${language} says so with status 404 and offers a next step`, async () => {
			const { page, visitor } = await arrive(language);
			const answer = await page.goto(addressOf(language, 'no-such-page/'));
			expect(answer?.status()).toBe(404);
			await page.getByRole('heading', { level: 1, name: visitor.t('error.notFound') }).waitFor();
			expect(await page.getAttribute('html', 'lang')).toBe(language);
			await visitor.link('error.home').click();
			await page.getByRole('heading', { level: 1, name: visitor.t('home:hero.title') }).waitFor();
		});

	test('outside the languages says so in all three', async () => {
		const { page } = await arrive('en');
		expect((await page.goto(`${inject('address')}/no-such-page`))?.status()).toBe(404);
		for (const language of LANGUAGES) {
			const { t } = new Visitor(page, language);
			const line = page.getByRole('paragraph').filter({ hasText: t('rootError:notFound') });
			const home = line.getByRole('link', { name: t('rootError:home'), exact: true });
			expect(await home.getAttribute('href')).toBe(`/${LANGUAGE_SLUGS[language]}/`);
			expect(await line.getAttribute('lang')).toBe(language);
		}
	});
});

describe('the way in', () => {
	test('offers three languages, and goes to the one that was used last', async () => {
		const { page, visitor } = await arrive('zh-Hans');
		await page.goto(`${inject('address')}/`);
		for (const language of LANGUAGES)
			await page.getByRole('link', { name: visitor.t(`language.${language}`) }).waitFor();
		await page.getByRole('link', { name: visitor.t('language.zh-Hans') }).click();
		await ready(page);
		expect(new URL(page.url()).pathname).toBe('/zh-hans/');
		await page.goto(`${inject('address')}/`, { waitUntil: 'commit' });
		await page.waitForURL('**/zh-hans/');
	});

	test('keeps the appearance that was chosen', async () => {
		const { page, visitor } = await arrive('en');
		await visitor.open('');
		await page.getByLabel(visitor.t('theme.label')).selectOption({ label: visitor.t('theme.dark') });
		await visitor.open('about/');
		expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
		expect(await page.getByLabel(visitor.t('theme.label')).inputValue()).toBe('dark');
	});
});
