import type { Assessment, Questionnaire } from '../core/index.ts';
import { LANGUAGE_SLUGS, type Language } from '../core/languages.ts';
import { createPlainTranslator } from '../i18n/plain-translator.ts';
import type { Messages } from '../i18n/translator.ts';
import { buildDossier } from '../report/content/dossier.ts';
import { reportFileName } from '../report/content/file-name.ts';
import { buildWorksheet, type WorksheetCase } from '../report/content/worksheet.ts';
import { makeDocument, type MadeReport } from './make-report.ts';
import type { ReportStage } from './report-order.ts';
import { fetchJson, fetchWords, wordAddresses } from './report-words.ts';

// Small documents, built on the page; load this module on use (`await import(…)`), never with a page.

type OnStage = (stage: ReportStage) => void;

export interface DossierWish {
	readonly questionnaire: Questionnaire;
	readonly assessment: Assessment;
	readonly language: Language;
	/** ISO time. */
	readonly made: string;
}

/** Makes the factual dossier as a PDF; nothing leaves the browser. @throws {ReportFailure} */
export async function makeDossier(
	{ questionnaire, assessment, language, made }: DossierWish,
	onstage: OnStage
): Promise<MadeReport> {
	onstage('words');
	const words = await fetchWords(language, wordAddresses(questionnaire.id, language));
	const document = buildDossier({ ...words, questionnaire, assessment, made });
	const { organisation } = assessment.details;
	const name = reportFileName({
		organisation,
		instrument: questionnaire.id,
		made,
		language,
		kind: 'dossier'
	});
	return makeDocument(document, name, onstage);
}

export interface WorksheetWish {
	/** Of the case. */
	readonly id: string;
	/** Id of the questionnaire that the case belongs to. */
	readonly questionnaire: string;
	readonly language: Language;
	/** ISO time. */
	readonly made: string;
}

/** Makes the worksheets of a case as a PDF. @throws {ReportFailure} */
export async function makeWorksheet(
	{ id, questionnaire, language, made }: WorksheetWish,
	onstage: OnStage
): Promise<MadeReport> {
	onstage('words');
	const [told, messages] = await Promise.all([
		fetchJson<WorksheetCase>(`/${LANGUAGE_SLUGS[language]}/data/cases/${id}.json`),
		fetchJson<Messages>(wordAddresses(questionnaire, language).messagesAddress)
	]);
	const translate = createPlainTranslator(language, messages).t;
	const document = buildWorksheet({ case: told, translate, language, made });
	return makeDocument(document, `plumbline-${id}-worksheets-${language}.pdf`, onstage);
}
