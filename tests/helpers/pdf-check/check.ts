/**
 * Checks a finished report against the shape that PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) ask for, as far as a
 * program can see it. It is our own check, not a validator's: it finds what our writer could get wrong.
 */
import type { PDFDocument, PDFPage } from 'pdf-lib';
import { readContent, type PageContent } from './content.ts';
import { loadPdf } from './objects.ts';
import { FILE_RULES } from './rules-file.ts';
import { FONT_RULES } from './rules-fonts.ts';
import { STRUCTURE_RULES } from './rules-structure.ts';
import { TABLE_RULES } from './rules-tables.ts';
import { readStructure, type Element } from './structure.ts';
import type { PDFDict } from './objects.ts';

/** A file, read once for all rules. */
export interface CheckedPdf {
	readonly doc: PDFDocument;
	readonly bytes: Uint8Array;
	readonly catalog: PDFDict;
	readonly pages: readonly { readonly page: PDFPage; readonly id: number; readonly content: PageContent }[];
	readonly elements: readonly Element[];
	readonly treeRoot: PDFDict | undefined;
}

/** @returns what is wrong, one line each; nothing when the rule is kept */
export type Rule = (pdf: CheckedPdf) => string[];

export const RULES: Readonly<Record<string, Rule>> = {
	...FILE_RULES,
	...STRUCTURE_RULES,
	...TABLE_RULES,
	...FONT_RULES
};

export async function readForCheck(bytes: Uint8Array): Promise<CheckedPdf> {
	const doc = await loadPdf(bytes);
	const pages = doc
		.getPages()
		.map((page) => ({ page, id: page.ref.objectNumber, content: readContent(page) }));
	return { doc, bytes, catalog: doc.catalog, pages, ...readStructure(doc) };
}

/** @returns `rule: what is wrong`, for every rule that is broken */
export async function checkPdf(bytes: Uint8Array): Promise<string[]> {
	const pdf = await readForCheck(bytes);
	return Object.entries(RULES).flatMap(([name, rule]) => rule(pdf).map((problem) => `${name}: ${problem}`));
}
