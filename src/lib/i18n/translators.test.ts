import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../core/languages.ts';
import { createI18nextTranslator } from './i18next-translator.ts';
import { createPlainTranslator } from './plain-translator.ts';
import type { Messages } from './translator.ts';

const folder = 'src/lib/i18n/locales';

function messagesOf(language: Language): Messages {
	return Object.fromEntries(
		readdirSync(`${folder}/${language}`).map((name) => [
			name.replace('.json', ''),
			JSON.parse(readFileSync(`${folder}/${language}/${name}`, 'utf8')) as unknown
		])
	);
}

/** Every key with its value, as `namespace:place.thing`. */
function entries(messages: Messages): [string, unknown][] {
	const walk = (node: unknown, path: string): [string, unknown][] =>
		typeof node === 'object' && node !== null && !Array.isArray(node)
			? Object.entries(node).flatMap(([key, value]) => walk(value, `${path}.${key}`))
			: [[path, node]];
	return Object.entries(messages).flatMap(([namespace, node]) =>
		walk(node, '').map(([path, value]): [string, unknown] => [`${namespace}:${path.slice(1)}`, value])
	);
}

const WORDINGS = /\.(section|person)$/;

const PLURAL = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(PLURAL, '');
/** A count may be written out in one language and not in another. */
const withoutCount = (names: readonly string[]) => names.filter((name) => name !== 'count');
const places = (text: unknown) =>
	[...String(text).matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)].map((match) => match[1]!).sort();

describe('the words of the interface', () => {
	const all = Object.fromEntries(LANGUAGES.map((language) => [language, messagesOf(language)])) as Record<
		Language,
		Messages
	>;

	test('every language has the same keys', () => {
		const keys = LANGUAGES.map((language) =>
			[...new Set(entries(all[language]).map(([key]) => base(key)))].sort()
		);
		expect(keys[1]).toEqual(keys[0]);
		expect(keys[2]).toEqual(keys[0]);
	});

	test('another wording has the plural forms of the messages that it stands in for', () => {
		for (const language of LANGUAGES) {
			const forms = (namespace: string) =>
				entries({ [namespace]: all[language][namespace] }).map(([key]) => key.slice(key.indexOf(':') + 1));
			for (const other of Object.keys(all[language]).filter((name) => WORDINGS.test(name))) {
				const plain = forms(other.replace(WORDINGS, ''));
				const reworded = forms(other);
				const bases = new Set(reworded.map(base));
				const expected = plain.filter((key) => bases.has(base(key)));
				expect(reworded, `${language} ${other}`).toEqual(expect.arrayContaining(expected));
				const known = new Set(plain.map(base));
				const extra = reworded.filter((key) => known.has(base(key)) && !plain.includes(key));
				expect(extra, `${language} ${other}`).toEqual([]);
			}
		}
	});

	test('every message has words, and as many texts in a list as in English', () => {
		const english = new Map(entries(all.en));
		for (const language of LANGUAGES)
			for (const [key, value] of entries(all[language])) {
				if (Array.isArray(value))
					expect(value.length, `${language} ${key}`).toBe((english.get(key) as unknown[]).length);
				// What joins sentences may be a space or nothing.
				else if (!/(join|space|sentence|comma|gap)$/i.test(key))
					expect(String(value).trim(), `${language} ${key}`).not.toBe('');
			}
	});

	test('every message names the same places in every language', () => {
		const english = new Map(entries(all.en));
		for (const language of LANGUAGES)
			for (const [key, value] of entries(all[language])) {
				const reference = places(
					english.get(base(key)) ?? english.get(`${base(key)}_other`) ?? english.get(key)
				);
				// "None" and "one question" may leave places out; nothing may name a place that is not filled.
				if (/_(zero|one)$/.test(key))
					expect(reference, `${language} ${key}`).toEqual(expect.arrayContaining(places(value)));
				else expect(withoutCount(places(value)), `${language} ${key}`).toEqual(withoutCount(reference));
			}
	});

	test.each(LANGUAGES)(
		'the browser’s reader and i18next say the same for every message in %s',
		(language) => {
			const plain = createPlainTranslator(language, all[language]);
			const i18next = createI18nextTranslator(language, all[language]);
			for (const [key, value] of entries(all[language])) {
				if (Array.isArray(value)) {
					expect(plain.list(key)).toEqual(i18next.list(key));
					continue;
				}
				const params = Object.fromEntries(places(value).map((name, index) => [name, `<${index}> & "x"`]));
				for (const count of [0, 1, 2, 11]) {
					const given = PLURAL.test(key) || 'count' in params ? { ...params, count } : params;
					expect(plain.t(base(key), given), key).toBe(i18next.t(base(key), given));
				}
			}
			for (const key of ['nothing:here.at.all', 'common:no.such', 'no.such']) {
				expect(plain.t(key)).toBe(i18next.t(key));
				expect(plain.has(key)).toBe(i18next.has(key));
			}
		}
	);
});
