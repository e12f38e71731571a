/** Reports as the app makes them, for tests that look at finished files. */
import type { Assessment } from '../../src/lib/core/index.ts';
import type { Language } from '../../src/lib/core/languages.ts';
import { reportTranslator } from '../../src/lib/i18n/report-messages.ts';
import { buildDossier, buildReport, type ReportOptions } from '../../src/lib/report/content/index.ts';
import { buildWorksheet } from '../../src/lib/report/content/worksheet.ts';
import { createPdf, type CreatedPdf } from '../../src/lib/report/create-pdf.ts';
import { openTestFonts } from '../../src/lib/report/fonts/testing.ts';
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
	made = assessment.updated
): Promise<CreatedPdf> {
	const { createStack } = await openTestFonts();
	const document = buildReport({
		questionnaire: compiled.structure,
		texts: reportTexts(compiled.structure.id, language),
		assessment,
		previous,
		translate: reportTranslator(language).t,
		language,
		made,
		options
	});
	return createPdf(document, createStack());
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
