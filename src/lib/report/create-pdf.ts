import type { ReportDocument } from './blocks.ts';
import { collectTexts } from './collect-texts.ts';
import type { FontStack } from './fonts/types.ts';
import { layOutDocument } from './layout/lay-out-document.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { SHARED_PUNCTUATION } from './text/latin-punctuation.ts';

/** A finished report. */
export interface CreatedPdf {
	readonly bytes: Uint8Array;
	/** Code points that no face has, ascending: drawn as □ with their true text behind. */
	readonly missing: number[];
	readonly pages: number;
}

/**
 * Makes a PDF of a document. Works in Node, on the main thread and in a worker; the same
 * document and fonts give the same bytes everywhere.
 *
 * @param fonts - a fresh stack: it remembers the glyphs of one document
 * @throws {ReportError} when the document cannot be set
 * @throws {FontError} `font_file_unavailable`, `font_file_damaged`
 */
export async function createPdf(document: ReportDocument, fonts: FontStack): Promise<CreatedPdf> {
	const { texts, languages } = collectTexts(document);
	const { missing } = await fonts.prepare(texts, { languages });
	// English sentences in Chinese reports take their quotation marks and dashes from the Latin face.
	await fonts.prepare([SHARED_PUNCTUATION], { languages: ['en'] });
	const laidOut = layOutDocument(document, fonts, missing);
	return { bytes: renderPdf(document, laidOut, fonts.subsets()), missing, pages: laidOut.pages.length };
}
