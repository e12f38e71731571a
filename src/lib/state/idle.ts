/** Longest wait for a quiet moment, in ms. */
const IDLE_LIMIT_MS = 2_000;

/** Does some work when the page has nothing else to do. */
export function whenIdle(work: () => void): void {
	// Safari has no `requestIdleCallback`.
	if (typeof requestIdleCallback === 'undefined') setTimeout(work, 200);
	else requestIdleCallback(work, { timeout: IDLE_LIMIT_MS });
}

/** The person asked the browser to save data: nothing is fetched ahead. */
export function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData === true;
}
