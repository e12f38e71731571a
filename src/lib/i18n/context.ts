import { getContext, setContext } from 'svelte';
import type { Translator } from './translator.ts';

const KEY = Symbol('translator');

/** Hands the translator down; a function, because the language can change while components stay. */
export function setTranslator(current: () => Translator): void {
	setContext(KEY, current);
}

/** A translator that always speaks the page's present language. */
export function getTranslator(): Translator {
	const current = getContext<(() => Translator) | undefined>(KEY);
	if (!current) throw new Error('No translator: setTranslator belongs into the layout above this component.');
	return {
		get language() {
			return current().language;
		},
		t: (key, params) => current().t(key, params),
		list: (key) => current().list(key),
		has: (key) => current().has(key)
	};
}
