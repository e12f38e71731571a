import type { Language } from '../core/languages.ts';
import type { Messages } from '../i18n/translator.ts';
import { reworded, type Wording } from '../i18n/wordings.ts';

const files = import.meta.glob<Record<string, unknown>>('../i18n/locales/*/*.json', {
	eager: true,
	import: 'default'
});

/**
 * The interface's words for a page: one language, only the namespaces it uses.
 *
 * @param wordings - those of the page's questionnaire
 * @throws {Error} when a namespace does not exist in that language
 */
export function loadMessages(
	language: Language,
	namespaces: readonly string[],
	wordings: readonly Wording[] = []
): Messages {
	const read = (name: string) => files[`../i18n/locales/${language}/${name}.json`];
	return Object.fromEntries(
		namespaces.map((namespace) => {
			const file = read(namespace);
			if (!file) throw new Error(`No messages "${namespace}" in ${language}.`);
			return [
				namespace,
				reworded(
					file,
					wordings.map((wording) => read(`${namespace}.${wording}`))
				)
			];
		})
	);
}
