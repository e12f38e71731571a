import { strToU8, zipSync } from 'fflate';
import type { Sheet, SheetCell, Workbook } from './sheet.ts';
import {
	contentTypes,
	coreProperties,
	MAX_CELL,
	packageRelations,
	sheetPart,
	stylesPart,
	workbookPart,
	workbookRelations
} from './xlsx-parts.ts';

/**
 * Writes an Office Open XML workbook: typed cells, a frozen head and a filter on each sheet. Every text is stored as a
 * text, whatever it begins with; no cell is ever a formula.
 *
 * The same workbook gives the same bytes.
 *
 * @see docs/decisions/0009-other-formats.md for why this is our own code
 */
export function writeXlsx(workbook: Workbook): Uint8Array<ArrayBuffer> {
	const whole = { ...workbook, sheets: workbook.sheets.map(withinLimits) };
	const sheets = whole.sheets.map((sheet, at) => [
		`xl/worksheets/sheet${at + 1}.xml`,
		sheetPart(sheet, at === 0)
	]);
	const parts = Object.fromEntries([
		['[Content_Types].xml', contentTypes(whole)],
		['_rels/.rels', packageRelations()],
		['docProps/core.xml', coreProperties(whole)],
		['xl/workbook.xml', workbookPart(whole)],
		['xl/_rels/workbook.xml.rels', workbookRelations(whole)],
		['xl/styles.xml', stylesPart(whole)],
		...sheets
	]) as Record<string, string>;
	const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
	// The earliest date of the format, by the local clock that it is read with: the same on every machine.
	return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** A text that is too long for a cell goes on in the row below it, so that nothing is lost. */
function withinLimits(sheet: Sheet): Sheet {
	return { ...sheet, rows: sheet.rows.flatMap(splitRow) };
}

function splitRow(row: readonly SheetCell[]): (readonly SheetCell[])[] {
	if (!row.some((cell) => typeof cell === 'string' && cell.length > MAX_CELL)) return [row];
	const parts = row.map((cell) => (typeof cell === 'string' ? pieces(cell) : [cell]));
	const rows = Math.max(...parts.map(({ length }) => length));
	return Array.from({ length: rows }, (_, at) => parts.map((cells) => cells[at] ?? null));
}

/** Cuts a text into pieces that fit a cell, never inside a surrogate pair. */
function pieces(text: string): string[] {
	const found: string[] = [];
	for (let from = 0; from < text.length;) {
		let to = Math.min(text.length, from + MAX_CELL);
		if (to < text.length && /[\ud800-\udbff]/.test(text[to - 1] ?? '')) to--;
		found.push(text.slice(from, to));
		from = to;
	}
	return found;
}
