import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { addressOf, expect, ready, test, useBrowser } from './fixtures.ts';

/** In bytes of brotli; a kilobyte is 1,000 bytes. */
const HOME_SCRIPT = 45_000;
const QUESTIONS_SCRIPT = 70_000;
const QUESTIONS_TEXT = 40_000;
const QUESTIONS = 'assessment/ai-privacy/full/accountability/';

/** One file of a first load. */
interface File {
	readonly path: string;
	readonly type: string;
	readonly encoding: string | undefined;
	/** Of the body, as it travelled. */
	readonly bytes: number;
	readonly body: string;
}

const browser = useBrowser();

async function read(request: Request): Promise<File> {
	const response = await request.response();
	const { responseBodySize } = await request.sizes();
	return {
		path: new URL(request.url()).pathname,
		type: request.resourceType(),
		encoding: response?.headers()['content-encoding'],
		bytes: responseBodySize,
		body: (await response?.text()) ?? ''
	};
}

/** Everything that an empty browser fetches for a page until the network is quiet. */
async function firstLoad(path: string): Promise<File[]> {
	const { page } = await browser.newPage();
	const requests: Request[] = [];
	page.on('request', (request) => requests.push(request));
	await page.goto(addressOf('en', path), { waitUntil: 'networkidle' });
	await ready(page);
	const files = await Promise.all(requests.map(read));
	await page.close();
	return files;
}

const isScript = ({ type }: File) => type === 'script';
const isText = ({ type, path }: File) => type === 'document' || path.endsWith('.json');
const bytesOf = (files: readonly File[]) => files.reduce((total, { bytes }) => total + bytes, 0);

/** Fails with the list of files, so that whoever breaks a budget sees what is heavy. */
function expectAtMost(files: readonly File[], limit: number): void {
	const listed = [...files].sort((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${bytes} ${path}`);
	expect(bytesOf(files), listed.join('\n')).toBeLessThanOrEqual(limit);
}

test('the home page needs at most 45 KB of JavaScript', async () => {
	const files = await firstLoad('');
	expect(files.filter(isScript).length).toBeGreaterThan(0);
	expectAtMost(files.filter(isScript), HOME_SCRIPT);
});

test('a page of questions needs at most 70 KB of JavaScript and 40 KB of texts', async () => {
	const files = await firstLoad(QUESTIONS);
	expect(files.filter(isScript).length).toBeGreaterThan(0);
	expectAtMost(files.filter(isScript), QUESTIONS_SCRIPT);
	expectAtMost(files.filter(isText), QUESTIONS_TEXT);
});

test('no page of questions, in any language, holds more than 40 KB of texts', () => {
	const folder = 'build/prerendered';
	const questions = /\/assessment\/[^/]+\/[^/]+\/[^/]+\/index\.html\.br$/;
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		questions.test(`/${file}`)
	);
	expect(files.length).toBeGreaterThan(0);
	const sizes = files.map((file) => ({ file, bytes: statSync(join(folder, file)).size }));
	expect(sizes.filter(({ bytes }) => bytes > QUESTIONS_TEXT)).toEqual([]);
});

/** Paths of all scripts that a built script needs before it can run, itself among them. */
function neededBy(path: string, found = new Set<string>()): Set<string> {
	if (found.has(path)) return found;
	found.add(path);
	const source = readFileSync(join('build/client', path), 'utf8');
	// Static imports stand on a line of their own or behind a semicolon; `import(` is another thing.
	for (const [, next = ''] of source.matchAll(
		/(?:^|[;\n}])import(?:[^'"()]*from)?\s*["'](\.[^"']+\.js)["']/g
	))
		neededBy(join(dirname(path), next), found);
	return found;
}

test.each([
	['the home page', ''],
	['a page of questions', QUESTIONS]
])('%s names every script that it needs, so that none is found a round trip later', (_, path) => {
	const html = readFileSync(join('build/prerendered/en', path, 'index.html'), 'utf8');
	const named = [...html.matchAll(/href="([^"]+\.js)"/g)].map(([, href = '']) => href);
	const needed = named.flatMap((script) => [...neededBy(script)]);
	expect(needed.length).toBeGreaterThan(named.length);
	expect([...new Set(needed)].filter((script) => !named.includes(script))).toEqual([]);
});

test('everything that holds text travels as brotli', async () => {
	const files = await firstLoad(QUESTIONS);
	// Below this size, compressing makes a file longer.
	const large = files.filter((file) => (isScript(file) || isText(file)) && file.body.length > 1_000);
	expect(large.filter(({ encoding }) => encoding !== 'br').map(({ path }) => path)).toEqual([]);
});

test.each([
	['the home page', ''],
	['a page of questions', QUESTIONS]
])('%s loads no PDF writer, validator, YAML reader or font', async (_, path) => {
	const files = await firstLoad(path);
	const fonts = files.filter(({ type, path: file }) => type === 'font' || file.startsWith('/fonts/'));
	expect(fonts.map(({ path: file }) => file)).toEqual([]);
	// Words that survive minifying: jsPDF's producer line, zod's and yaml's error names.
	for (const word of ['jsPDF', '$ZodError', 'YAMLParseError'])
		expect(
			files
				.filter((file) => isScript(file) && file.body.includes(word))
				.map(({ path: file }) => `${word} in ${file}`)
		).toEqual([]);
});

/** The page with nothing but its HTML: every other request fails. */
async function htmlAlone(path: string): Promise<Page> {
	const { page } = await browser.newPage();
	await page.route('**/*', (route) =>
		route.request().resourceType() === 'document' ? route.continue() : route.abort()
	);
	await page.goto(addressOf('en', path), { waitUntil: 'domcontentloaded' });
	return page;
}

test.each([
	['the home page', ''],
	['a page of questions', QUESTIONS]
])('%s is painted with its styles from the HTML alone', async (_, path) => {
	const page = await htmlAlone(path);
	await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
	// Only the app's own styles give the page its font and width.
	const styled = await page
		.locator('main')
		.evaluate((main) => getComputedStyle(main).paddingBlockStart !== '0px');
	expect(styled).toBe(true);
	const blocking = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter(
				(entry) =>
					(entry as PerformanceResourceTiming & { renderBlockingStatus?: string }).renderBlockingStatus ===
					'blocking'
			)
			.map(({ name }) => name)
	);
	expect(blocking).toEqual([]);
});

test('a radio can be chosen with the HTML alone', async () => {
	const page = await htmlAlone(QUESTIONS);
	const radio = page.locator('input[type="radio"][data-record]').first();
	await radio.check();
	expect(await radio.isChecked()).toBe(true);
});
