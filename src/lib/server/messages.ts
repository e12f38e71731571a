import type { Language } from '../core/languages.ts';
import type { Messages } from '../i18n/translator.ts';

const files = import.meta.glob<Record<string, unknown>>('../i18n/locales/*/*.json', {
	eager: true,
	import: 'default'
});

/**
 * The interface's words for a page: one language, only the namespaces it uses.
 *
 * @throws {Error} when a namespace does not exist in that language
 */
export function loadMessages(language: Language, namespaces: readonly string[]): Messages {
	return Object.fromEntries(
		namespaces.map((namespace) => {
			const file = files[`../i18n/locales/${language}/${namespace}.json`];
			if (!file) throw new Error(`No messages "${namespace}" in ${language}.`);
			return [namespace, file];
		})
	);
}
