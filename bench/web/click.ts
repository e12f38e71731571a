import type { Tab } from './browser.ts';

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

/** One click of an answer: a choice's control and whether it is a box (which toggles) or a radio. */
interface Control {
	readonly name: string;
	readonly value: string;
}

const REST_MS = 60;
const inputOf = ({ name, value }: Control) => `input[name="${name}"][value="${value}"]`;

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
	const { page } = tab;
	for (const [index, question] of questions.entries())
		for (const control of await controlsOf(tab, question, index + turn)) {
			const input = page.locator(inputOf(control));
			const before = await input.isChecked();
			into.ms.push(await click(tab, `label:has(${inputOf(control)})`));
			const after = await input.isChecked();
			if (control.name === question ? !after : after === before) into.wrong++;
			await page.waitForTimeout(REST_MS);
		}
}

/** A box of a checklist and then a radio; for other questions a radio. Empty when the question is not shown. */
async function controlsOf({ page }: Tab, question: string, n: number): Promise<Control[]> {
	const values = (name: string) =>
		page
			.locator(`input[name="${name}"]`)
			.evaluateAll((inputs) =>
				inputs.filter((input) => input.checkVisibility()).map((input) => (input as HTMLInputElement).value)
			);
	const pick = (name: string, all: readonly string[]) =>
		all.slice(n % all.length, (n % all.length) + 1).map((value) => ({ name, value }));
	const boxes = await values(`${question}-elements`);
	const radios = (await values(question)).filter((value) => !['unknown', 'na'].includes(value));
	return [...pick(`${question}-elements`, boxes), ...pick(question, radios)];
}
