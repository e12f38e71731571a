import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FontLanguage } from '../../src/lib/report/fonts/types.ts';
import { FONT_LANGUAGES } from '../../src/lib/report/fonts/chain.ts';

/** Signs that the report prints from code rather than from a text file, with room for the next ones. */
const SIGNS = '▲⬟■◆○●□✓✗→←↑↓↔⇒–—…•·‘’“”′″‹›«»№™°×÷±≤≥≠≈';

const isLanguage = (key: string): key is FontLanguage => (FONT_LANGUAGES as readonly string[]).includes(key);

/**
 * Every character that the product prints of its own accord, by language.
 *
 * @param root folder of the project
 * @returns code points; a text that names no language counts for all three
 */
export function collectProductCharacters(root: string): Record<FontLanguage, Set<number>> {
	const characters: Record<FontLanguage, Set<number>> = {
		en: new Set(),
		'zh-Hant': new Set(),
		'zh-Hans': new Set()
	};
	const add = (text: string, languages: readonly FontLanguage[]) => {
		for (const character of text.normalize('NFC')) {
			const codePoint = character.codePointAt(0)!;
			if (codePoint >= 0x20) for (const language of languages) characters[language].add(codePoint);
		}
	};
	const walk = (value: unknown, languages: readonly FontLanguage[]): void => {
		if (typeof value === 'string') add(value, languages);
		else if (Array.isArray(value)) value.forEach((item) => walk(item, languages));
		else if (typeof value === 'object' && value !== null) {
			for (const [key, item] of Object.entries(value)) walk(item, isLanguage(key) ? [key] : languages);
		}
	};

	for (const [first, last] of [
		[0x20, 0x7e],
		[0xa0, 0xff],
		[0x2010, 0x2027]
	] as const) {
		for (let codePoint = first; codePoint <= last; codePoint++)
			add(String.fromCodePoint(codePoint), FONT_LANGUAGES);
	}
	add(SIGNS, FONT_LANGUAGES);
	for (const file of filesBelow(join(root, 'questionnaires'), '**/*.yaml')) {
		const text = readFileSync(file, 'utf8');
		try {
			walk(parse(text), FONT_LANGUAGES);
		} catch {
			// A questionnaire with a mistake is reported by its own check; here its characters are all that matters.
			add(text, FONT_LANGUAGES);
		}
	}
	for (const language of FONT_LANGUAGES) {
		for (const file of filesBelow(join(root, 'src/lib/i18n/locales', language), '**/*.json')) {
			add(readFileSync(file, 'utf8'), [language]);
		}
	}
	return characters;
}

const filesBelow = (folder: string, pattern: string): string[] =>
	existsSync(folder)
		? globSync(pattern, { cwd: folder })
				.sort()
				.map((file) => join(folder, file))
		: [];
