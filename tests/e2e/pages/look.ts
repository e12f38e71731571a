import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
	interface Window {
		axe: { run(context: Document, options: object): Promise<AxeResults> };
	}
}

/** What axe finds wrong with the page as it stands: rule, and the elements that break it. */
export function violations(page: Page): Promise<string[]> {
	return ask(page, 'tag', RULES);
}

/** The same in the dark: only rules about colour can find something else there. */
export async function darkViolations(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'dark' });
	const found = await ask(page, 'rule', COLOUR_RULES);
	await page.emulateMedia({ colorScheme: 'light' });
	return found.map((problem) => `in the dark: ${problem}`);
}

async function ask(page: Page, type: 'tag' | 'rule', rules: readonly string[]): Promise<string[]> {
	await page.evaluate(source);
	const found = await page.evaluate(
		async ([kind, values]) => {
			const options = { runOnly: { type: kind, values }, resultTypes: ['violations'] };
			const results = await window.axe.run(document, options);
			return results.violations.map(({ id, help, nodes }) => ({
				id,
				help,
				targets: nodes.map(({ target }) => target.join(' '))
			}));
		},
		[type, [...rules]] as const
	);
	return found.map(
		({ id, help, targets }) => `${id} (${help}): ${targets.slice(0, 5).join(' | ')} [${targets.length}]`
	);
}

/** Opens everything that is folded away, and what is folded away inside it. */
export async function unfold(page: Page): Promise<void> {
	const closed = page.locator('main details:not([open]) > summary:visible');
	while ((await closed.count()) > 0)
		await closed.evaluateAll((summaries) => summaries.forEach((summary) => (summary as HTMLElement).click()));
}

/** How far the page is wider than the window, in CSS pixels, and the first elements that stick out. */
export async function overflow(page: Page): Promise<string> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return '';
		const wide = [...document.body.querySelectorAll('*')].filter((node) => {
			const { right, width } = node.getBoundingClientRect();
			return width > 0 && right > clientWidth + 1 && !node.closest('.table-scroll, .visually-hidden');
		});
		const names = wide.slice(0, 3).map((node) => `${node.tagName.toLowerCase()}.${node.className}`);
		return `${scrollWidth} > ${clientWidth} px: ${names.join(', ')}`;
	});
}
