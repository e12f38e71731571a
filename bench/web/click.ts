import type { Control, Tab } from './browser.ts';
import { pause } from './load.ts';

/**
 * A click as a person's: with the mouse, on what is in view.
 *
 * @param until - selector that must be there and painted; without it, the next paint counts
 * @returns ms from the click event to that paint
 * @throws {Error} when there is nothing to click, or `until` did not come within a minute
 */
export async function click({ page }: Tab, selector: string, until: string | null = null): Promise<number> {
	const place = await page.evaluate((wanted) => window.__bench.aim(wanted), selector);
	if (!place) throw new Error(`Nothing to click at ${selector} on ${page.url()}`);
	await page.evaluate((wanted) => window.__bench.arm(wanted), until);
	await page.mouse.click(place.x, place.y);
	const ms = await page.evaluate(() => window.__bench.clicked);
	if (ms < 0) throw new Error(`A click on ${selector} did not bring ${until} on ${page.url()}`);
	return ms;
}

/** Answers that were clicked, and how long each took to paint. */
export interface Answered {
	readonly ms: number[];
	/** Clicks after which the control was not in the state that a click leaves it in. */
	wrong: number;
}

const REST_MS = 60;
export const isChecked = ({ page }: Tab, control: Control) =>
	page.evaluate((asked) => window.__bench.isChecked(asked), control);

/** Selector of a control's label, which is what a person clicks. */
export const labelOf = ({ name, value }: Control) => `label:has(input[name="${name}"][value="${value}"])`;

/**
 * Answers questions on the page that is open, in order; those that are not shown are passed over.
 *
 * @param turn - another number gives other answers, so that every click changes something
 */
export async function answerQuestions(
	tab: Tab,
	questions: readonly string[],
	turn: number,
	into: Answered
): Promise<void> {
	for (const [index, question] of questions.entries())
		for (const control of await controlsOf(tab, question, index + turn)) {
			const before = await isChecked(tab, control);
			into.ms.push(await click(tab, labelOf(control)));
			const after = await isChecked(tab, control);
			// A box toggles; a radio stays chosen.
			if (control.name === question ? !after : after === before) into.wrong++;
			await pause(REST_MS);
		}
}

/** A box of a checklist and then a radio; for other questions a radio. Empty when the question is not shown. */
async function controlsOf({ page }: Tab, question: string, n: number): Promise<Control[]> {
	const values = (name: string) => page.evaluate((asked) => window.__bench.valuesOf(asked), name);
	const pick = (name: string, all: readonly string[]) => {
		const value = all[n % all.length];
		return value === undefined ? [] : [{ name, value }];
	};
	const boxes = await values(`${question}-elements`);
	const radios = (await values(question)).filter((value) => !['unknown', 'na'].includes(value));
	return [...pick(`${question}-elements`, boxes), ...pick(question, radios)];
}
