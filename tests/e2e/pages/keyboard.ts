import type { ElementHandle, Locator, Page } from 'playwright-core';

interface Focus {
	/** What the focused element is, for a message. */
	readonly name: string;
	/** An outline is drawn around it, around the label that it stands in, or around the words in that label. */
	readonly outlined: boolean;
	/** Some part of it can be seen and is not covered by a bar. */
	readonly inSight: boolean;
}

/** A person without a mouse. Every stop of the Tab key is looked at on the way. */
export class Keyboard {
	/** Stops at which somebody would not see where the focus is. */
	readonly blind = new Set<string>();

	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async press(key: string): Promise<Focus | null> {
		await this.page.keyboard.press(key);
		const focus = await this.page.evaluate(readFocus);
		if (focus && key.endsWith('Tab')) {
			if (!focus.outlined) this.blind.add(`no outline: ${focus.name}`);
			if (!focus.inSight) this.blind.add(`out of sight: ${focus.name}`);
		}
		return focus;
	}

	/** Presses Tab until the element has the focus. @throws {Error} naming the stops when it never does */
	async tabTo(target: Locator, { backwards = false, most = 150 } = {}): Promise<void> {
		const element = (await target.first().elementHandle()) as ElementHandle<HTMLElement>;
		const stops: string[] = [];
		while (!(await element.evaluate((node) => node === document.activeElement))) {
			if (stops.length === most)
				throw new Error(`Not reached by Tab: ${target}. Stops: ${stops.join(' › ')}`);
			const focus = await this.press(backwards ? 'Shift+Tab' : 'Tab');
			stops.push(focus?.name ?? 'nothing');
		}
	}

	async activate(target: Locator, options: { backwards?: boolean } = {}): Promise<void> {
		await this.tabTo(target, options);
		await this.press('Enter');
	}

	/** Chooses a radio: Tab reaches the chosen one of its group or the first, the arrows go on from there. */
	async choose(group: Locator, wanted: Locator): Promise<void> {
		const chosen = group.getByRole('radio', { checked: true });
		await this.tabTo((await chosen.count()) > 0 ? chosen : group.getByRole('radio'));
		if (await wanted.evaluate((node) => node === document.activeElement)) await this.press('Space');
		const choices = await group.getByRole('radio').count();
		for (let step = 0; step < choices && !(await wanted.isChecked()); step++) await this.press('ArrowDown');
	}

	async tick(box: Locator): Promise<void> {
		await this.tabTo(box);
		await this.press('Space');
	}

	async write(field: Locator, text: string): Promise<void> {
		await this.tabTo(field);
		await this.page.keyboard.type(text);
	}
}

/** Runs inside the page; `null` while nothing in particular has the focus. */
function readFocus(): Focus | null {
	const element = document.activeElement;
	if (!element || element === document.body) return null;
	const label = element.closest('label');
	const around = [element, ...(label ? [label, ...label.children] : [])];
	// The calendar button inside a date field has the focus: the browser draws its outline, and the field has none.
	const inside = !element.matches(':focus');
	const drawn = around.some((node) => {
		const { outlineStyle, outlineWidth } = getComputedStyle(node);
		return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
	});
	const { left, right, top, bottom } = (label ?? element).getBoundingClientRect();
	const share = (from: number, to: number, part: number) => from + (to - from) * part;
	const inSight = [0.1, 0.5, 0.9].some((x) =>
		[0.1, 0.5, 0.9].some((y) => {
			const hit = document.elementFromPoint(share(left, right, x), share(top, bottom, y));
			return hit !== null && around.some((node) => node.contains(hit));
		})
	);
	const text = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '';
	const name = `${element.tagName.toLowerCase()}${element.id && `#${element.id}`} ${text.replace(/\s+/g, ' ').trim().slice(0, 50)}`;
	return { name, outlined: drawn || inside, inSight };
}
