/** Reports as the app makes them, for tests that look at finished files. */
import type { Assessment } from '../../src/lib/core/index.ts';
import type { Language } from '../../src/lib/core/languages.ts';
import { reportTranslator } from '../../src/lib/i18n/report-messages.ts';
import {
	buildDossier,
	buildReportIn,
	type ReportInput,
	type ReportOptions
} from '../../src/lib/report/content/index.ts';
import { createPdf, type CreatedPdf } from '../../src/lib/report/create-pdf.ts';
import { openTestFonts } from '../../src/lib/report/fonts/testing.ts';
import { textsOf } from '../../src/lib/core/questionnaire/texts-of.ts';
import { wordingsOf } from '../../src/lib/i18n/wordings.ts';
import { buildBlank } from '../../src/lib/report/formats/blank.ts';
import { buildWorksheet } from '../../src/lib/report/content/worksheet.ts';
import { casePage } from '../../src/lib/server/case-pages.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { reportTexts } from '../../src/lib/server/shared-content.ts';
import { fullAssessment } from '../fixtures/full-assessment.ts';

export const compiled = loadQuestionnaire('ai-privacy');

/** Every question answered, every field filled, with every kind of difficult text. */
export const filled = (): Assessment => fullAssessment(compiled.structure);

export async function makeReport(
	language: Language,
	options: ReportOptions,
	assessment: Assessment = filled(),
	previous?: Assessment,
	made = assessment.updated,
	second?: Language
): Promise<CreatedPdf> {
	const { createStack } = await openTestFonts();
	const input: ReportInput = {
		questionnaire: compiled.structure,
		texts: reportTexts(compiled.structure.id, language),
		assessment,
		previous,
		translate: reportTranslator(language).t,
		language,
		made,
		options
	};
	const wordsOf = (own: Language) => ({
		language: own,
		texts: reportTexts(compiled.structure.id, own),
		translate: reportTranslator(own).t
	});
	const document = buildReportIn(input, second && wordsOf(second));
	return createPdf(document, createStack());
}

/** A whole questionnaire on paper. */
export async function makeBlank(questionnaire: string, language: Language): Promise<CreatedPdf> {
	const own = loadQuestionnaire(questionnaire);
	const document = buildBlank({
		questionnaire: own.structure,
		texts: textsOf(own, language),
		selection: 'full',
		translate: reportTranslator(language, wordingsOf(own.structure)).t,
		language
	});
	return createPdf(document, (await openTestFonts()).createStack());
}

/** The factual dossier of an assessment. */
export async function makeDossier(language: Language, assessment: Assessment): Promise<CreatedPdf> {
	const { createStack } = await openTestFonts();
	const document = buildDossier({
		questionnaire: compiled.structure,
		texts: reportTexts(compiled.structure.id, language),
		assessment,
		translate: reportTranslator(language).t,
		language,
		made: assessment.updated
	});
	return createPdf(document, createStack());
}

/** The worksheets of a trainer's case. */
export async function makeWorksheet(id: string, language: Language, made: string): Promise<CreatedPdf> {
	const told = casePage(id, language);
	if (!told) throw new Error(`There is no case "${id}".`);
	const { createStack } = await openTestFonts();
	const document = buildWorksheet({ case: told, translate: reportTranslator(language).t, language, made });
	return createPdf(document, createStack());
}
