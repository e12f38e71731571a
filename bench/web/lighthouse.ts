// Lighthouse (mobile) on every public page, and on the pages of one's own data with the sample stored as one's own.
//   npm ci --prefix bench/web && npm run build && npm run bench:lighthouse -- [--only /en/] [--tries 3]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { languageOfSlug } from '../../src/lib/core/languages.ts';
import { openProfile } from './browser.ts';
import { seedAssessment } from './seed.ts';
import { certificate, serve } from './serve.ts';
import { productSide, QUESTIONNAIRE } from './sides.ts';
import { median } from './stats.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];
/** What pages of one's own data are held to: nobody searches for them, and they are opened from a page before. */
const OWN: readonly Category[] = ['accessibility', 'best-practices'];

/** What a page is held to: one that asks search engines to stay away, because it says nothing without a room, is not held to SEO. */
function heldTo(page: string, own: boolean): readonly Category[] {
	if (own) return OWN;
	const html = readFileSync(join('build/prerendered', page, 'index.html'), 'utf8');
	return html.includes('name="robots" content="noindex"')
		? CATEGORIES.filter((id) => id !== 'seo')
		: CATEGORIES;
}

/** The parts of Lighthouse's result that are read. */
interface Result {
	readonly categories: Readonly<
		Record<
			string,
			{ readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }
		>
	>;
	readonly audits: Readonly<
		Record<string, { readonly score: number | null; readonly displayValue?: string }>
	>;
	readonly runtimeError?: { readonly message: string };
}
type Lighthouse = (address: string, flags: object) => Promise<{ readonly lhr: Result } | undefined>;

interface Scores {
	readonly page: string;
	readonly own: boolean;
	readonly scores: Readonly<Record<Category, number>>;
	/** Audits with a weight that are below 1. */
	readonly failing: readonly string[];
}

const { values: given } = parseArgs({
	options: { only: { type: 'string', default: '' }, tries: { type: 'string', default: '3' } }
});
const HERE = import.meta.dirname;
if (!existsSync(join(HERE, 'node_modules', 'lighthouse'))) {
	console.error(
		'Lighthouse is not installed. Run "npm ci --prefix bench/web" first; it needs Node 22.19 or newer.'
	);
	process.exit(1);
}
if (!existsSync('build/prerendered')) {
	console.error('The app is not built. Run "npm run build" first, from the folder of package.json.');
	process.exit(1);
}
const entry = pathToFileURL(createRequire(join(HERE, 'package.json')).resolve('lighthouse')).href;
const { default: lighthouse } = (await import(entry)) as { default: Lighthouse };

const CACHE = join(HERE, '.cache');
const { spki } = certificate(join(CACHE, 'tls'));
const site = await serve(['build/client', 'build/prerendered'], CACHE);

const pages = readdirSync('build/prerendered', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html'))
	.map((file) => `/${file.replace(/index\.html$/, '')}`)
	.sort();
const steps = ['details', 'scope', 'results', 'plan', 'report'].map((step) => `/${QUESTIONNAIRE}/${step}/`);
const first = productSide.path.split('/assessment')[1] ?? '';
const publicPages = pages.filter((page) => !page.includes('/assessment/'));
const ownPages = pages.filter(
	(page) => page.includes('/assessment/') && [...steps, first].some((end) => page.endsWith(end))
);

async function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

/** One run in a new profile. */
async function runOnce(page: string, own: boolean): Promise<Scores> {
	const port = await freePort();
	const profile = await openProfile(spki, [`--remote-debugging-port=${port}`]);
	try {
		let address = site.origin + page;
		if (own) {
			const slug = page.split('/')[1] ?? 'en';
			const tab = await profile.context.newPage();
			await tab.goto(site.origin + productSide.path.replace(/^\/[^/]+/, `/${slug}`));
			address += `#a=${await seedAssessment(tab, languageOfSlug(slug) ?? 'en')}`;
			await tab.close();
		}
		const flags = { port, logLevel: 'error', onlyCategories: [...CATEGORIES], disableStorageReset: own };
		const lhr = (await lighthouse(address, flags))?.lhr;
		if (!lhr || lhr.runtimeError) throw new Error(`${page}: ${lhr?.runtimeError?.message ?? 'no result'}`);
		return scoresOf(page, own, lhr);
	} finally {
		await profile.close();
	}
}

function scoresOf(page: string, own: boolean, { categories, audits }: Result): Scores {
	const scores = Object.fromEntries(
		CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)])
	);
	const failing = heldTo(page, own).flatMap((id) =>
		(categories[id]?.auditRefs ?? [])
			.filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 1)
			.map((ref) => [ref.id, audits[ref.id]?.displayValue].filter(Boolean).join(' '))
	);
	return { page, own, scores: scores as Record<Category, number>, failing };
}

const isFull = ({ page, own, scores }: Scores) => heldTo(page, own).every((id) => scores[id] === 100);

/** A busy machine lowers the performance score: where the first run is not full, the median of several counts. */
async function audit(page: string, own: boolean): Promise<Scores> {
	const runs = [await runOnce(page, own)];
	while (!isFull(runs[0] as Scores) && runs.length < Number(given.tries)) runs.push(await runOnce(page, own));
	const scores = Object.fromEntries(
		CATEGORIES.map((id) => [id, Math.floor(median(runs.map((run) => run.scores[id])))])
	);
	return { page, own, scores: scores as Record<Category, number>, failing: runs.at(-1)?.failing ?? [] };
}

const results: Scores[] = [];
for (const [own, list] of [
	[false, publicPages],
	[true, ownPages]
] as const)
	for (const page of list.filter((one) => one.includes(given.only))) {
		const result = await audit(page, own);
		results.push(result);
		console.error(
			`${page}: ${CATEGORIES.map((id) => result.scores[id]).join(' ')} ${result.failing.join(', ')}`
		);
	}
await site.close();

console.log('| page | performance | accessibility | best practices | SEO | reached | |');
console.log('|---|---:|---:|---:|---:|---|---|');
for (const result of results) {
	const name = result.own ? `${result.page} (own data)` : result.page;
	const cells = CATEGORIES.map((id) => result.scores[id]).join(' | ');
	console.log(
		`| ${name} | ${cells} | ${isFull(result) ? 'yes' : '**no**'} | ${isFull(result) ? '' : result.failing.join(', ')} |`
	);
}
mkdirSync(CACHE, { recursive: true });
writeFileSync(join(CACHE, 'lighthouse.json'), JSON.stringify(results, null, '\t'));
