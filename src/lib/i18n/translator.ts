import type { Language } from '../core/languages.ts';

/** Messages of one language: namespace, then nested keys. */
export type Messages = Readonly<Record<string, unknown>>;

/** Values for the `{{name}}` places of a message; `count` also chooses the plural form. */
export type MessageParams = Readonly<Record<string, string | number>>;

export interface Translator {
	readonly language: Language;
	/**
	 * @param key - namespace, then place, then thing: `results:gaps.empty`; without a namespace `common` is meant
	 * @returns the words, with `{{name}}` replaced; a missing key comes back without its namespace, as it stands
	 */
	t(key: string, params?: MessageParams): string;
	/** A list of texts under one key; empty when there is none. */
	list(key: string): string[];
	has(key: string): boolean;
}
