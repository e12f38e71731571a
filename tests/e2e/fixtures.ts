import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test as base } from 'vitest';
import { launchBrowser } from '../helpers/chromium.ts';
import { LANGUAGE_SLUGS, type Language } from '../../src/lib/core/languages.ts';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** One browser for a test file; a fresh profile for each `newPage`. */
export function useBrowser() {
	let browser: Browser;
	const contexts: BrowserContext[] = [];
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
	});
	return {
		async newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
			const context = await browser.newContext({ viewport: DESKTOP, ...options });
			context.setDefaultTimeout(15_000);
			contexts.push(context);
			return context;
		},
		/** A page whose console errors, page errors and refused requests fail the test that uses it. */
		async newPage(
			options: Parameters<Browser['newContext']>[0] = {}
		): Promise<{ page: Page; problems: string[] }> {
			const page = await (await this.newContext(options)).newPage();
			return { page, problems: watch(page) };
		}
	};
}

/** Collects what must never happen on a page: errors, CSP violations, requests to anybody else. */
export function watch(page: Page): string[] {
	const problems: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (!['blob:', 'data:'].includes(url.protocol) && url.hostname !== 'localhost')
			problems.push(`foreign request: ${url.href}`);
	});
	return problems;
}

export function addressOf(language: Language, path = ''): string {
	return `${inject('address')}/${LANGUAGE_SLUGS[language]}/${path}`;
}

/** Waits until the app itself answers clicks. */
export async function ready(page: Page): Promise<void> {
	await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
}

export { expect, base as test };
