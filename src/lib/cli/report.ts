import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assessment } from '../core/index.ts';
import { LANGUAGES, type Language } from '../core/languages.ts';
import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import { wordingsOf } from '../i18n/wordings.ts';
import { reportTranslator } from '../i18n/report-messages.ts';
import { buildReportIn } from '../report/content/index.ts';
import { createPdf, type CreatedPdf } from '../report/create-pdf.ts';
import { createFontStack, FontError } from '../report/fonts/index.ts';
import { createNodeSource, readNodeManifest } from '../report/fonts/node-source.ts';
import { crosswalkFor } from '../server/shared-content.ts';
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
 * Makes the full record of an assessment, as the app does.
 *
 * Dated with the assessment's last change rather than the clock, so that the same file gives the same bytes.
 *
 * @throws {FontError} `font_file_unavailable` when the fonts were never built
 */
export async function reportBytes(
	compiled: CompiledQuestionnaire,
	assessment: Assessment,
	[language, second]: LanguageChoice
): Promise<CreatedPdf> {
	const folder = fontsFolder();
	const wordsIn = (own: Language) => ({
		language: own,
		texts: {
			...textsOf(compiled, own),
			crosswalk: crosswalkFor(compiled.structure.id, own, shippedFolder())
		},
		translate: reportTranslator(own, wordingsOf(compiled.structure)).t
	});
	const document = buildReportIn(
		{
			...wordsIn(language),
			questionnaire: compiled.structure,
			assessment,
			made: assessment.updated,
			options: { chapters: 'full', data: 'everything' }
		},
		second && wordsIn(second)
	);
	return createPdf(document, createFontStack(await readNodeManifest(folder), createNodeSource(folder)));
}
