import type { InPage, Tab } from './browser.ts';
import { sum } from './stats.ts';

export interface Load {
	/** Ms to the first contentful paint. */
	readonly fcp: number;
	/** Ms until the watched control was there and painted. */
	readonly usable: number;
	readonly hydrated: number | null;
	readonly cls: number;
	readonly shifts: InPage['shifts'];
	/** Ms by which tasks after the first paint ran over 50 ms. */
	readonly blocking: number;
	readonly longTasks: InPage['longTasks'];
}

const LIMIT_MS = 60_000;
/** Rests for a while. */
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the page has measured so far. */
export async function readLoad({ page }: Tab): Promise<Load> {
	const { fcp, usable, hydrated, cls, shifts, longTasks } = await page.evaluate(() => {
		const { fcp, usable, hydrated, cls, shifts, longTasks } = window.__bench;
		return { fcp, usable, hydrated, cls, shifts, longTasks };
	});
	const over = longTasks.map(([start, duration]) =>
		Math.max(0, start + duration - Math.max(start, fcp) - 50)
	);
	return { fcp, usable: usable ?? NaN, hydrated, cls, shifts, longTasks, blocking: sum(over) };
}

/** Waits until a time has been noted. @throws {Error} when it has not been within a minute */
export async function waitFor({ page }: Tab, time: 'usable' | 'hydrated'): Promise<void> {
	const giveUp = Date.now() + LIMIT_MS;
	while (!(await page.evaluate((name) => window.__bench?.[name] != null, time))) {
		if (Date.now() > giveUp) throw new Error(`${page.url()} was not ${time} within ${LIMIT_MS / 1000} s.`);
		await pause(20);
	}
}

/**
 * Loads an address and waits for the usual quiet window: no task over 50 ms, and at most two requests under way.
 *
 * @param quietMs - length of the window
 */
export async function loadUntilQuiet(tab: Tab, address: string, quietMs = 5_000): Promise<Load> {
	const started = Date.now();
	await tab.page.goto(address, { waitUntil: 'load', timeout: LIMIT_MS });
	for (;;) {
		const sinceLongTask = await tab.page.evaluate(() => {
			const { longTasks, usable } = window.__bench;
			return usable === null
				? 0
				: performance.now() - Math.max(0, ...longTasks.map(([start, duration]) => start + duration));
		});
		if (sinceLongTask >= quietMs && tab.quietFor() >= quietMs) break;
		if (Date.now() - started > LIMIT_MS)
			throw new Error(`${address} did not come to rest within ${LIMIT_MS / 1000} s.`);
		await pause(200);
	}
	return readLoad(tab);
}
