import type { Language } from '../core/languages.ts';
import en from './locales/en/report.json' with { type: 'json' };
import enPerson from './locales/en/report.person.json' with { type: 'json' };
import enSection from './locales/en/report.section.json' with { type: 'json' };
import zhHans from './locales/zh-Hans/report.json' with { type: 'json' };
import zhHansPerson from './locales/zh-Hans/report.person.json' with { type: 'json' };
import zhHansSection from './locales/zh-Hans/report.section.json' with { type: 'json' };
import zhHant from './locales/zh-Hant/report.json' with { type: 'json' };
import zhHantPerson from './locales/zh-Hant/report.person.json' with { type: 'json' };
import zhHantSection from './locales/zh-Hant/report.section.json' with { type: 'json' };
import { createI18nextTranslator } from './i18next-translator.ts';
import type { Messages, Translator } from './translator.ts';
import { reworded, type Wording } from './wordings.ts';

const MESSAGES: Readonly<Record<Language, Record<'plain' | Wording, Messages>>> = {
	en: { plain: en, section: enSection, person: enPerson },
	'zh-Hant': { plain: zhHant, section: zhHantSection, person: zhHantPerson },
	'zh-Hans': { plain: zhHans, section: zhHansSection, person: zhHansPerson }
};

/**
 * The report's words in one language, for what runs without pages: command line, build, tests. Pages load theirs
 * as one language only.
 *
 * @param wordings - those of the questionnaire that the report is about
 */
export function reportTranslator(language: Language, wordings: readonly Wording[] = []): Translator {
	const own = MESSAGES[language];
	return createI18nextTranslator(language, {
		report: reworded(
			own.plain,
			wordings.map((wording) => own[wording])
		)
	});
}
