import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assessment } from '../core/index.ts';
import { LANGUAGES, type Language } from '../core/languages.ts';
import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import { wordingsOf } from '../i18n/wordings.ts';
import { reportTranslator } from '../i18n/report-messages.ts';
import type { ReportDocument } from '../report/blocks.ts';
import { buildDossier, buildReportIn, type ReportInput } from '../report/content/index.ts';
import { createPdf, type CreatedPdf } from '../report/create-pdf.ts';
import { createFontStack, FontError } from '../report/fonts/index.ts';
import { createNodeSource, readNodeManifest } from '../report/fonts/node-source.ts';
import { buildBlank } from '../report/formats/blank.ts';
import { FORMATS, makeFormat } from '../report/formats/make-format.ts';
import { crosswalkFor } from '../server/shared-content.ts';
import { exportAssessment } from '../state/export-assessment.ts';
import { shippedFolder } from './find-questionnaire.ts';

const FONTS = join('static', 'fonts');

/** The fonts of this package, found from the bundle (dist/) as well as from the sources. */
function fontsFolder(): string {
	const start = dirname(fileURLToPath(import.meta.url));
	for (let folder = start; ; folder = dirname(folder)) {
		if (existsSync(join(folder, FONTS, 'manifest.json'))) return join(folder, FONTS);
		if (dirname(folder) === folder) break;
	}
	throw new FontError(
		'font_file_unavailable',
		`No font files: there is no ${join(FONTS, 'manifest.json')} above ${start}. Run "npm run build" first; it makes them.`
	);
}

/** What `plumbline report` writes, by the ending of the file's name. */
export const REPORT_ENDINGS = ['pdf', ...FORMATS, 'json'] as const;
export type ReportEnding = (typeof REPORT_ENDINGS)[number];

/** What `plumbline blank` writes. */
export const BLANK_ENDINGS = ['pdf', 'docx'] as const;
export type BlankEnding = (typeof BLANK_ENDINGS)[number];

/** A file, and what is to be said of it. */
export interface WrittenFile {
	readonly bytes: Uint8Array;
	/** PDF only. */
	readonly pages?: number;
	/** PDF only: code points that no face has. */
	readonly missing?: readonly number[];
}

async function pdfOf(document: ReportDocument): Promise<CreatedPdf> {
	const folder = fontsFolder();
	return createPdf(document, createFontStack(await readNodeManifest(folder), createNodeSource(folder)));
}

/** One language, or two side by side. */
export type LanguageChoice = readonly [Language, Language?];

/**
 * Reads `en` or `en+zh-Hant`.
 *
 * @returns `null` when it names no language, a language twice or more than two
 */
export function parseLanguages(text: string): LanguageChoice | null {
	const names = text.split('+');
	const found = names.map((name) => LANGUAGES.find((known) => known === name));
	const [first, second] = found;
	if (!first || found.includes(undefined) || found.length > 2 || first === second) return null;
	return second ? [first, second] : [first];
}

/**
 * Makes the full record of an assessment, or its factual dossier, as the app does.
 *
 * Dated with the assessment's last change rather than the clock, so that the same file gives the same bytes.
 *
 * @throws {FontError} `font_file_unavailable` when the fonts were never built
 * @throws {FormatError} `no_dates` for a calendar without a single date
 */
export async function reportFile(
	compiled: CompiledQuestionnaire,
	assessment: Assessment,
	[language, second]: LanguageChoice,
	ending: ReportEnding,
	kind: 'report' | 'dossier' = 'report'
): Promise<WrittenFile> {
	if (ending === 'json') return { bytes: new TextEncoder().encode(exportAssessment(assessment).text) };
	const wordsIn = (own: Language) => ({
		language: own,
		texts: {
			...textsOf(compiled, own),
			crosswalk: crosswalkFor(compiled.structure.id, own, shippedFolder())
		},
		translate: reportTranslator(own, wordingsOf(compiled.structure)).t
	});
	const input: ReportInput = {
		...wordsIn(language),
		questionnaire: compiled.structure,
		assessment,
		made: assessment.updated,
		options: { chapters: 'full', data: 'everything' }
	};
	if (kind === 'dossier') return pdfOf(buildDossier(input));
	if (ending !== 'pdf') return { bytes: await makeFormat(ending, input) };
	return pdfOf(buildReportIn(input, second && wordsIn(second)));
}

/**
 * Makes a blank questionnaire, as the app does.
 *
 * @param selection - id of one of its selections
 * @throws {FontError} `font_file_unavailable` when the fonts were never built
 */
export async function blankFile(
	compiled: CompiledQuestionnaire,
	selection: string,
	language: Language,
	ending: BlankEnding
): Promise<WrittenFile> {
	const document = buildBlank({
		questionnaire: compiled.structure,
		texts: textsOf(compiled, language),
		selection,
		translate: reportTranslator(language, wordingsOf(compiled.structure)).t,
		language
	});
	if (ending === 'pdf') return pdfOf(document);
	return { bytes: await (await import('../report/formats/write-docx.ts')).writeDocx(document) };
}
