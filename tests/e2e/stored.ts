import type { BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Answer } from '../../src/lib/core/index.ts';

/** What the browser's database holds for a question, read on a page that has nothing of the app on it. */
export async function storedAnswer(context: BrowserContext, question: string): Promise<Answer | undefined> {
	const page = await context.newPage();
	await page.goto(`${inject('address')}/robots.txt`);
	const answer = await page.evaluate(readAnswer, question);
	await page.close();
	return answer;
}

declare global {
	interface Window {
		readAnswer: typeof readAnswer;
	}
}

/**
 * Starts looking for a note in the database, at once and all the time.
 *
 * @returns milliseconds from the last key until the database had the whole note
 */
export async function timeUntilStored(
	page: Page,
	question: string,
	note: string
): Promise<{ time: Promise<number> }> {
	await page.evaluate(`window.readAnswer = ${readAnswer.toString()};`);
	const time = page.evaluate(
		async ([question, note]) => {
			let lastKey = performance.now();
			document.addEventListener('input', () => (lastKey = performance.now()), true);
			while ((await window.readAnswer(question))?.note !== note)
				await new Promise((next) => setTimeout(next, 10));
			return performance.now() - lastKey;
		},
		[question, note] as const
	);
	return { time };
}

/** Runs inside the page. */
function readAnswer(question: string): Promise<Answer | undefined> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('plumbline');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const db = opening.result;
			const all = db.transaction('parts').objectStore('parts').getAll();
			all.onsuccess = () => {
				db.close();
				const parts = all.result as { kind: string; key: string; value: Answer }[];
				resolve(parts.find(({ kind, key }) => kind === 'answer' && key === question)?.value);
			};
		};
	});
}
