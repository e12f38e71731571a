import { createInstance, type i18n } from 'i18next';
import type { Language } from '../core/languages.ts';
import type { Messages, Translator } from './translator.ts';

/**
 * A translator by i18next, with messages that are already there: nothing is fetched and nothing is detected. Used
 * wherever its size does not matter: when pages are prerendered, for reports and on the command line.
 */
export function createI18nextTranslator(language: Language, messages: Messages): Translator {
	const instance: i18n = createInstance();
	void instance.init({
		lng: language,
		fallbackLng: false,
		resources: { [language]: messages as Record<string, Record<string, string>> },
		ns: Object.keys(messages),
		defaultNS: 'common',
		initAsync: false,
		returnNull: false,
		returnEmptyString: true,
		// Svelte escapes on output; escaping twice would show entities.
		interpolation: { escapeValue: false }
	});
	return {
		language,
		t: (key, params) => instance.t(key, { ...params }),
		list: (key) => {
			const value: unknown = instance.t(key, { returnObjects: true });
			return Array.isArray(value) ? value.map(String) : [];
		},
		has: (key) => instance.exists(key)
	};
}
