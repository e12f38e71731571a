import type { QuestionnaireTexts } from '../core/index.ts';
import { LANGUAGE_SLUGS, type Language } from '../core/languages.ts';
import { createPlainTranslator } from '../i18n/plain-translator.ts';
import type { Messages } from '../i18n/translator.ts';
import type { SecondLanguage } from '../report/content/build-report.ts';
import { ReportFailure } from './report-failure.ts';

/** Where the words of one language are, for a page or for a worker that is told. */
export interface WordAddresses {
	readonly textsAddress: string;
	readonly messagesAddress: string;
}

export function wordAddresses(questionnaire: string, language: Language): WordAddresses {
	const folder = `/${LANGUAGE_SLUGS[language]}/data/${questionnaire}`;
	return { textsAddress: `${folder}/texts.json`, messagesAddress: `${folder}/report-messages.json` };
}

/** @throws {ReportFailure} `words_unavailable`: the connection, or an installation that is being updated */
export async function fetchJson<T>(address: string): Promise<T> {
	try {
		const response = await fetch(address);
		if (response.ok) return (await response.json()) as T;
		throw new ReportFailure(
			'words_unavailable',
			`${address} could not be fetched: status ${response.status}.`
		);
	} catch (cause) {
		if (cause instanceof ReportFailure) throw cause;
		throw new ReportFailure('words_unavailable', `${address} could not be fetched.`);
	}
}

/** The words of a questionnaire and of its report. @throws {ReportFailure} `words_unavailable` */
export async function fetchWords(
	language: Language,
	{ textsAddress, messagesAddress }: WordAddresses
): Promise<SecondLanguage> {
	const [texts, messages] = await Promise.all([
		fetchJson<QuestionnaireTexts>(textsAddress),
		fetchJson<Messages>(messagesAddress)
	]);
	return { language, texts, translate: createPlainTranslator(language, messages).t };
}
