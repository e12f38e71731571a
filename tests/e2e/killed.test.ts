import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { launchOptions } from '../helpers/chromium.ts';
import { temporaryDirectory } from '../helpers/temporary-directory.ts';
import { isLong, printLine, seed } from '../helpers/random-runs.ts';
import { addressOf, expect, ready, test } from './fixtures.ts';
import { Visitor } from './pages/visitor.ts';

/** How often the browser is killed; `PLUMBLINE_KILLS` says another number. */
const KILLS = Number(process.env['PLUMBLINE_KILLS']) || (isLong ? 50 : 4);
const QUESTIONS = ['named-owner', 'risk-assessment'] as const;
/** Longest life of a browser after the page is ready, in ms, when it is killed at any moment. */
const LIFE_MS = 1_500;

/** What stands on the page: the chosen grade of each question, and the note of the first. */
type Screen = Record<string, string>;
type Report = { readonly kind: 'edit' | 'saved'; readonly screen: Screen } | { readonly kind: 'write' };
/** In what moment of a save the page stops and waits for its end; `null` kills it whenever it happens to be. */
type Moment = 'put' | 'complete' | null;

/** The same numbers for the same seed (mulberry32). */
function randomFrom(start: number): (below: number) => number {
	let state = start;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/** A real browser process of its own, with a profile that outlives it. */
async function startBrowser(profile: string): Promise<{ browser: Browser; process: ChildProcess }> {
	const { executablePath, args = [], env } = await launchOptions(profile);
	const started = spawn(
		executablePath ?? '',
		[...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
		// In a group of its own, so that all its processes end at once.
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: env as NodeJS.ProcessEnv }
	);
	const address = await new Promise<string>((resolve, reject) => {
		let output = '';
		started.stderr?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
			if (found) resolve(found);
		});
		started.on('exit', () => reject(new Error(`The browser ended before it was ready: ${output}`)));
	});
	return { browser: await chromium.connectOverCDP(address), process: started };
}

async function kill(browser: ChildProcess): Promise<void> {
	if (browser.exitCode !== null || browser.signalCode !== null || !browser.pid) return;
	const ended = new Promise((resolve) => browser.once('exit', resolve));
	process.kill(-browser.pid, 'SIGKILL');
	await ended;
}

/** Runs inside the page: tells what is edited, written and called saved, and may stop the page in the middle of a save. */
function watchPage({ saved, moment, skip }: { saved: string; moment: Moment; skip: number }): void {
	const tell = (report: unknown) =>
		void (window as unknown as { tell: (report: unknown) => Promise<void> })
			.tell(report)
			.catch(() => undefined);
	const screen = () => {
		const shown: Record<string, string> = {};
		for (const input of document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked'))
			if (input.dataset['record']) shown[input.dataset['record']] = input.value;
		shown['note'] = document.querySelector<HTMLTextAreaElement>('#named-owner-note')?.value ?? '';
		return shown;
	};
	document.addEventListener('input', () => tell({ kind: 'edit', screen: screen() }), true);
	let said = false;
	const look = () => {
		const says = [...document.querySelectorAll('[role=group]')].some((group) =>
			[...group.querySelectorAll('*')].some((node) => node.textContent?.trim() === saved)
		);
		if (says && !said) tell({ kind: 'saved', screen: screen() });
		said = says;
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });

	let left = skip;
	/** The page does nothing more, so nothing more can be called saved; the browser itself goes on. */
	const stop = () => {
		if (left-- > 0) return;
		tell({ kind: 'write' });
		const request = new XMLHttpRequest();
		request.open('GET', '/stop-here', false);
		request.send();
	};
	const { put } = IDBObjectStore.prototype;
	IDBObjectStore.prototype.put = function (...args) {
		const request = put.apply(this, args);
		if (moment === 'complete') this.transaction.addEventListener('complete', stop, { once: true });
		if (moment === 'put') stop();
		return request;
	};
}

interface Life {
	/** The last screen that was called saved, and everything edited since. */
	readonly saved: Screen | null;
	readonly since: readonly Screen[];
	/** The end came after a write had begun and before it was called saved. */
	readonly amid: boolean;
}

describe('a browser that is killed', () => {
	const profile = temporaryDirectory('killed');
	const random = randomFrom(seed);
	const visitorOf = (page: Page) => new Visitor(page, 'en');
	let running: ChildProcess | null = null;
	let fragment = '';

	async function openPage(): Promise<{ page: Page; note: ReturnType<Page['locator']> }> {
		const { browser, process: started } = await startBrowser(profile);
		running = started;
		const page = browser.contexts()[0]?.pages()[0];
		if (!page) throw new Error('The browser has come up without a page.');
		page.setDefaultTimeout(30_000);
		return { page, note: page.locator('#named-owner-note') };
	}
	async function show(page: Page): Promise<void> {
		await page.goto(addressOf('en', visitorOf(page).path('quick/accountability/', fragment)));
		await ready(page);
		await page.locator('#item-named-owner details').last().locator('summary').click();
		await page.locator('#named-owner-note').waitFor();
	}
	const choose = (page: Page, question: string, grade: number) =>
		page.locator(`input[type=radio][data-record="${question}"][value="${grade}"]`).check();
	const readScreen = (page: Page) =>
		page.evaluate((questions) => {
			const shown: Record<string, string> = {};
			for (const question of questions) {
				const chosen = document.querySelector<HTMLInputElement>(
					`input[type=radio][data-record="${question}"]:checked`
				);
				if (chosen) shown[question] = chosen.value;
			}
			shown['note'] = document.querySelector<HTMLTextAreaElement>('#named-owner-note')?.value ?? '';
			return shown;
		}, QUESTIONS);

	beforeAll(async () => {
		const { page } = await openPage();
		await show(page);
		await choose(page, 'named-owner', 1);
		await visitorOf(page).says('saved');
		fragment = await visitorOf(page).assessmentFragment();
		if (running) await kill(running);
	});
	afterAll(async () => {
		if (running) await kill(running);
	});

	/** Answers and types until the end comes. */
	async function live(moment: Moment): Promise<Life> {
		const { page, note } = await openPage();
		const alive = running as ChildProcess;
		let saved: Screen | null = null;
		let since: Screen[] = [];
		let writing = false;
		let isOver = false;
		await page.exposeFunction('tell', (report: Report) => {
			if (isOver) return;
			writing = report.kind === 'write' || (report.kind !== 'saved' && writing);
			if (report.kind === 'edit') since.push(report.screen);
			if (report.kind !== 'saved') return;
			saved = report.screen;
			since = [];
		});
		const end = async () => {
			isOver = true;
			await kill(alive);
		};
		const words = { saved: visitorOf(page).t('bar:save.saved'), moment, skip: 0 };
		// The browser process goes on for some milliseconds while the page stands still.
		const wait = random(20);
		await page.route('**/stop-here', () => setTimeout(() => void end(), wait));
		await show(page);
		const before = await readScreen(page);
		await page.evaluate(watchPage, { ...words, skip: random(6) });
		const timer = moment === null ? setTimeout(() => void end(), random(LIFE_MS)) : null;
		try {
			for (let turn = 0; !isOver; turn++) {
				if (random(2) === 0) await choose(page, QUESTIONS[random(2)] ?? '', random(4));
				else await note.pressSequentially(`${turn} 字`, { delay: random(120) });
			}
		} catch (cause) {
			// The end of the browser ends whatever was being done with it; anything else is a mistake.
			if (!isOver) throw cause;
		}
		if (timer) clearTimeout(timer);
		await end();
		return { saved: saved ?? before, since, amid: writing };
	}

	test(
		`${KILLS} times has everything that the screen called saved`,
		async () => {
			let amid = 0;
			for (let round = 0; round < KILLS; round++) {
				const life = await live((['put', null, 'complete'] as const)[round % 3] ?? null);
				if (life.amid) amid++;
				const { page } = await openPage();
				await show(page);
				await visitorOf(page).says('saved');
				const found = await readScreen(page);
				if (running) await kill(running);
				// Newer than what was called saved is fine, piece by piece; older is not.
				for (const piece of [...QUESTIONS, 'note']) {
					const allowed = [life.saved, ...life.since].map((screen) => screen?.[piece]);
					expect(allowed, `round ${round}, ${piece}, seed ${seed}`).toContain(found[piece]);
				}
			}
			printLine(`killed ${KILLS} times, ${amid} of them between the first write and “saved”, seed ${seed}`);
			expect(amid).toBeGreaterThanOrEqual(KILLS / 2);
		},
		KILLS * 60_000
	);
});
