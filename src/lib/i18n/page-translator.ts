import { createPlainTranslator } from './plain-translator.ts';

/** i18next where a page is prerendered, the small reader of the same messages in the browser. */
export const createPageTranslator = import.meta.env.SSR
	? (await import('./i18next-translator.ts')).createI18nextTranslator
	: createPlainTranslator;
