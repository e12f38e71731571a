// Takes the pictures in docs/screenshots from the built app: `npm run build && npm run screenshots`.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tests/helpers/chromium.ts';
import { takeWorkshop } from './screenshots-workshop.ts';

const PORT = 4391;
const FOLDER = join('docs', 'screenshots');

interface Shot {
	readonly name: string;
	readonly path: string;
	readonly width?: number;
	readonly height?: number;
	readonly dark?: boolean;
	readonly full?: boolean;
	/** Element to bring to the top of the picture. */
	readonly scrollTo?: string;
}

const SHOTS: readonly Shot[] = [
	{ name: 'home-en', path: '/en/' },
	{ name: 'home-zh-hant-phone', path: '/zh-hant/', width: 390, height: 844 },
	{ name: 'instrument-zh-hans', path: '/zh-hans/questionnaires/ai-privacy/' },
	{ name: 'details-en', path: '/en/assessment/ai-privacy/details/#a=sample' },
	{ name: 'scope-zh-hant', path: '/zh-hant/assessment/ai-privacy/scope/#a=sample' },
	{
		name: 'questions-en',
		path: '/en/assessment/ai-privacy/full/human-oversight/#a=sample',
		scrollTo: '#item-oversight-level'
	},
	{
		name: 'questions-zh-hans-phone-dark',
		path: '/zh-hans/assessment/ai-privacy/full/data-privacy/#a=sample',
		width: 390,
		height: 844,
		dark: true,
		scrollTo: '#item-lawful-purpose'
	},
	{ name: 'results-en', path: '/en/assessment/ai-privacy/results/#a=sample' },
	{ name: 'results-zh-hant', path: '/zh-hant/assessment/ai-privacy/results/#a=sample' },
	{
		name: 'results-zh-hans-phone',
		path: '/zh-hans/assessment/ai-privacy/results/#a=sample',
		width: 390,
		height: 844
	},
	{ name: 'results-dark', path: '/en/assessment/ai-privacy/results/#a=sample', dark: true },
	{ name: 'plan-en', path: '/en/assessment/ai-privacy/plan/#a=sample' },
	{ name: 'report-zh-hant', path: '/zh-hant/assessment/ai-privacy/report/#a=sample' },
	{ name: 'about-en', path: '/en/about/' },
	{ name: 'sample-zh-hant', path: '/zh-hant/sample/' }
];

mkdirSync(FOLDER, { recursive: true });
const server = spawn(process.execPath, ['bin/serve.js'], {
	env: { ...process.env, PORT: String(PORT) },
	stdio: ['ignore', 'pipe', 'inherit']
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await launchBrowser();
for (const { name, path, width = 1280, height = 900, dark = false, full = false, scrollTo } of SHOTS) {
	const context = await browser.newContext({
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light',
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	await page.goto(`http://localhost:${PORT}${path}`);
	await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
	await page.waitForLoadState('networkidle');
	if (scrollTo)
		await page.locator(scrollTo).evaluate((element) => element.scrollIntoView({ block: 'start' }));
	await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: full });
	await context.close();
}
await takeWorkshop(browser, `http://localhost:${PORT}`, FOLDER);
await browser.close();
server.kill();
