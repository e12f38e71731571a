import type { Language } from '../core/languages.ts';
import en from './locales/en/report.json' with { type: 'json' };
import zhHans from './locales/zh-Hans/report.json' with { type: 'json' };
import zhHant from './locales/zh-Hant/report.json' with { type: 'json' };
import { createI18nextTranslator } from './i18next-translator.ts';
import type { Translator } from './translator.ts';

const MESSAGES: Readonly<Record<Language, object>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/**
 * The report's words in one language, for what runs without pages: command line, build, tests. Pages load theirs
 * as one language only.
 */
export function reportTranslator(language: Language): Translator {
	return createI18nextTranslator(language, { report: MESSAGES[language] });
}
