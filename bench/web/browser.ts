import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { launchOptions } from '../../tests/helpers/chromium.ts';

const IN_PAGE = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');

/** A phone in the middle of the field. Source: Lighthouse's mobile preset. */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };

export interface Throttle {
	/** The page's main thread runs this many times slower. */
	readonly cpu: number;
	readonly network: 'slow4g' | 'none';
}

/**
 * "Slow 4G" as Lighthouse applies it through DevTools: 150 ms of round trip become 562.5 ms a request, 1.6 Mbit/s
 * down and 750 kbit/s up, each less 10 %. Source: lighthouse/core/config/constants.js.
 */
const SLOW_4G = {
	offline: false,
	latency: 562.5,
	downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
	uploadThroughput: (750 * 1024 * 0.9) / 8
};

export interface Profile {
	readonly context: BrowserContext;
	close(): Promise<void>;
}

/**
 * A new browser with an empty profile. It trusts the harness's certificate by its key alone, so the HTTP cache behaves
 * as in production, and finds no host but localhost.
 *
 * @param args - more command line switches
 */
export async function openProfile(spki: string, args: readonly string[] = []): Promise<Profile> {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
	const options = await launchOptions(folder);
	const context = await chromium.launchPersistentContext(folder, {
		...options,
		...PHONE,
		locale: 'en-GB',
		args: [
			...(options.args ?? []),
			'--disable-extensions',
			'--no-default-browser-check',
			'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
			`--ignore-certificate-errors-spki-list=${spki}`,
			...args
		]
	});
	return {
		context,
		async close() {
			await context.close();
			rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
		}
	};
}

/** One radio or box of a form. */
export interface Control {
	readonly name: string;
	readonly value: string;
}

/** What `in-page.js` keeps in each document; times in ms since navigation. */
export interface InPage {
	readonly fcp: number;
	readonly cls: number;
	/** Time, size and what moved. */
	readonly shifts: readonly (readonly (string | number)[])[];
	/** Start and duration. */
	readonly longTasks: readonly (readonly [number, number])[];
	/** When the watched control was there and painted. */
	readonly usable: number | null;
	/** When the page said that its app had started. */
	readonly hydrated: number | null;
	readonly clicked: Promise<number>;
	arm(until: string | null): void;
	aim(selector: string): Promise<{ x: number; y: number } | null>;
	isChecked(control: Control): boolean;
	valuesOf(name: string): string[];
}

declare global {
	interface Window {
		readonly __bench: InPage;
	}
}

export interface Tab {
	readonly page: Page;
	readonly cdp: CDPSession;
	/** Errors of the page, and what it logged as one. */
	readonly errors: string[];
	/** Ms for which at most two requests have been under way. */
	quietFor(): number;
}

/** Opens a tab that measures. @param control - selector of the control whose appearance is noted */
export async function openTab(
	{ context }: Profile,
	control: string,
	{ cpu, network }: Throttle
): Promise<Tab> {
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	await page.addInitScript(`${IN_PAGE};if (window === top) __bench.watch(${JSON.stringify(control)});`);
	const cdp = await context.newCDPSession(page);
	const open = new Set<string>();
	let lastBusy = Date.now();
	const changed = (change: () => unknown) => {
		if (open.size > 2) lastBusy = Date.now();
		change();
		if (open.size > 2) lastBusy = Date.now();
	};
	cdp.on('Network.requestWillBeSent', ({ requestId }) => changed(() => open.add(requestId)));
	cdp.on('Network.loadingFinished', ({ requestId }) => changed(() => open.delete(requestId)));
	cdp.on('Network.loadingFailed', ({ requestId }) => changed(() => open.delete(requestId)));
	await cdp.send('Network.enable');
	await cdp.send('Performance.enable');
	if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
	if (network === 'slow4g') await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
	return { page, cdp, errors, quietFor: () => (open.size > 2 ? 0 : Date.now() - lastBusy) };
}

/** Size of the JavaScript heap in bytes, after a collection. */
export async function heapAfterCollection({ cdp }: Tab): Promise<number> {
	await cdp.send('HeapProfiler.enable');
	await cdp.send('HeapProfiler.collectGarbage');
	const { metrics } = await cdp.send('Performance.getMetrics');
	await cdp.send('HeapProfiler.disable');
	return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
}
