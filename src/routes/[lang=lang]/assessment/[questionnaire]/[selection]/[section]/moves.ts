/** Moving about on a page of questions: everything that needs real elements. */

/**
 * Brings a question to the top of the window and its heading into focus.
 *
 * @param question - `null`: the notice that a question does not apply
 */
export function focusQuestion(question: string | null): void {
	const target = document.getElementById(question === null ? 'absent' : `q-${question}`);
	if (!target) return;
	target.focus({ preventScroll: true });
	(target.closest('li') ?? target).scrollIntoView({ block: 'start' });
}

/** The question that an element belongs to. */
export function questionAround(element: EventTarget | null): string | null {
	const item = element instanceof Element ? element.closest<HTMLElement>('[data-question]') : null;
	return item?.dataset['question'] ?? null;
}

/** Space that the bar above the questions takes, in CSS pixels. */
const TOP = 72;

/** The first question whose end is below the bar, and where it stands. */
export function questionInSight(list: HTMLElement): { question: string; top: number } | null {
	for (const item of visibleItems(list)) {
		const { top, bottom } = item.getBoundingClientRect();
		if (bottom > TOP && top < window.innerHeight) return { question: item.dataset['question'] ?? '', top };
	}
	return null;
}

/** Puts a question back to where it stood before its words changed. */
export function keepInSight({ question, top }: { question: string; top: number }): void {
	const item = document.getElementById(`item-${question}`);
	if (item) window.scrollBy({ top: item.getBoundingClientRect().top - top, behavior: 'instant' });
}

function visibleItems(list: HTMLElement): HTMLElement[] {
	return [...list.querySelectorAll<HTMLElement>(':scope > [data-question]')].filter((item) => !item.hidden);
}

/** Fields in which a letter is text, or chooses something itself. */
const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/**
 * Single-key shortcuts: `j` and `k` to the next and previous question; `0`–`3` and `u` answer the question that
 * has the focus. The person can switch them off (WCAG 2.1.4).
 */
export function pressKey(event: KeyboardEvent, list: HTMLElement): void {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
	const target = event.target as Element;
	if (target.matches(TYPING)) return;
	const item = target.closest<HTMLElement>('[data-question]');
	if (event.key === 'j' || event.key === 'k') step(list, item, event.key === 'j' ? 1 : -1);
	else if (item && /^[0-3u]$/.test(event.key)) answer(item, event.key === 'u' ? 'unknown' : event.key);
	else return;
	event.preventDefault();
}

function step(list: HTMLElement, from: HTMLElement | null, by: 1 | -1): void {
	const items = visibleItems(list);
	const seen = from ? null : questionInSight(list);
	const index = from
		? items.indexOf(from) + by
		: items.findIndex((item) => item.dataset['question'] === seen?.question);
	const next = items[index];
	if (next?.dataset['question']) focusQuestion(next.dataset['question']);
}

function answer(item: HTMLElement, value: string): void {
	const radio = item.querySelector<HTMLInputElement>(`input[type="radio"][value="${value}"]`);
	radio?.focus();
	radio?.click();
}
