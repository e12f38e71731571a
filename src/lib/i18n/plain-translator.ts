import type { Language } from '../core/languages.ts';
import type { MessageParams, Messages, Translator } from './translator.ts';

function lookUp(messages: Messages, key: string): unknown {
	const colon = key.indexOf(':');
	const path =
		colon < 0 ? ['common', ...key.split('.')] : [key.slice(0, colon), ...key.slice(colon + 1).split('.')];
	return path.reduce<unknown>(
		(node, part) =>
			typeof node === 'object' && node !== null && Object.hasOwn(node, part)
				? (node as Messages)[part]
				: undefined,
		messages
	);
}

/**
 * A translator for the browser: reads the same messages in the same way as i18next does, without its 13 KB, which
 * would not fit a page's first load. A test holds the two to the same words for every message of every language.
 *
 * @see docs/decisions/0004-words-in-the-browser.md
 */
export function createPlainTranslator(language: Language, messages: Messages): Translator {
	const plural = new Intl.PluralRules(language);
	const find = (key: string, params: MessageParams | undefined): unknown => {
		const count = params?.['count'];
		if (typeof count !== 'number') return lookUp(messages, key);
		const none = count === 0 ? lookUp(messages, `${key}_zero`) : undefined;
		return none ?? lookUp(messages, `${key}_${plural.select(count)}`) ?? lookUp(messages, key);
	};
	return {
		language,
		t: (key, params) => {
			const found = find(key, params);
			if (typeof found !== 'string') return key.slice(key.indexOf(':') + 1);
			return found.replace(/\{\{\s*([^}\s]+)\s*\}\}/g, (place, name: string) =>
				String(params?.[name] ?? place)
			);
		},
		list: (key) => {
			const found = lookUp(messages, key);
			return Array.isArray(found) ? found.map(String) : [];
		},
		has: (key) => find(key, undefined) !== undefined
	};
}
