import { createInstance, type i18n } from 'i18next';
import type { Language } from '../core/languages.ts';

/** Messages of one language: namespace, then nested keys. */
export type Messages = Readonly<Record<string, unknown>>;

export interface Translator {
	readonly language: Language;
	/**
	 * @param key - namespace, then place, then thing: `results:gaps.empty`; without a namespace `common` is meant
	 * @returns the words, with `{{name}}` replaced; a missing key comes back as the key itself
	 */
	t(key: string, params?: Record<string, string | number>): string;
	/** A list of texts under one key. */
	list(key: string): string[];
	has(key: string): boolean;
}

/** Sets up i18next with messages that are already there; nothing is fetched and nothing is detected. */
export function createTranslator(language: Language, messages: Messages): Translator {
	const instance: i18n = createInstance();
	void instance.init({
		lng: language,
		fallbackLng: false,
		resources: { [language]: messages as Record<string, Record<string, string>> },
		ns: Object.keys(messages),
		defaultNS: 'common',
		initAsync: false,
		returnNull: false,
		// Svelte escapes on output; escaping twice would show entities.
		interpolation: { escapeValue: false }
	});
	return {
		language,
		t: (key, params) => instance.t(key, params ?? {}),
		list: (key) => {
			const value: unknown = instance.t(key, { returnObjects: true });
			return Array.isArray(value) ? value.map(String) : [];
		},
		has: (key) => instance.exists(key)
	};
}
