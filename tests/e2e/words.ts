import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { textsOf } from '../../src/lib/core/questionnaire/texts-of.ts';
import type { QuestionnaireTexts } from '../../src/lib/core/questionnaire/texts.ts';
import type { Questionnaire } from '../../src/lib/core/questionnaire/types.ts';
import type { Language } from '../../src/lib/core/languages.ts';
import { createI18nextTranslator } from '../../src/lib/i18n/i18next-translator.ts';
import { reworded, type Wording } from '../../src/lib/i18n/wordings.ts';
import type { Messages, Translator } from '../../src/lib/i18n/translator.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';

const LOCALES = 'src/lib/i18n/locales';
export const QUESTIONNAIRE = 'ai-privacy';

/** The interface's words as a reader of that language sees them on the pages of a questionnaire, so that one test holds in all three. */
export function words(language: Language, wordings: readonly Wording[] = []): Translator {
	const folder = join(LOCALES, language);
	const messages = readdirSync(folder).map((file): [string, unknown] => [
		basename(file, '.json'),
		JSON.parse(readFileSync(join(folder, file), 'utf8'))
	]);
	const all = Object.fromEntries(messages) as Record<string, Messages>;
	const spoken = Object.entries(all).map(([name, own]): [string, Messages] => [
		name,
		reworded(
			own,
			wordings.map((wording) => all[`${name}.${wording}`])
		)
	]);
	return createI18nextTranslator(language, Object.fromEntries(spoken));
}

/** The questionnaire without words, and its words in one language. */
export function content(
	language: Language,
	questionnaire = QUESTIONNAIRE
): QuestionnaireTexts & { structure: Questionnaire } {
	const compiled = loadQuestionnaire(questionnaire);
	return { structure: compiled.structure, ...textsOf(compiled, language) };
}

/** A name that begins with these words: the accessible name of a choice goes on with its explanation. */
export function beginningWith(text: string): RegExp {
	return new RegExp(`^${escape(text.trim())}(?=\\s|$)`, 'u');
}

/** A message with any values in its places: `Saved, {{n}} answers` finds `Saved, 7 answers`. */
export function anyValues(message: string): RegExp {
	return new RegExp(
		message
			.split(/\{\{[^}]*\}\}/)
			.map(escape)
			.join('.+'),
		'u'
	);
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** White space as people see it: any run of it is one space. */
export function plain(text: string | null): string {
	return (text ?? '').replace(/\s+/gu, ' ').trim();
}
