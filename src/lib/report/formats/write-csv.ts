import type { Sheet, SheetCell } from './sheet.ts';

/** Without it, office programs take the file for one in the system's old encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What office programs take for a formula, after any white space: also the full-width forms that Asian versions read.
 * Source: OWASP, CSV injection.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/**
 * Writes a table as comma-separated values: UTF-8 with byte order mark, CRLF, fields quoted where needed (RFC 4180).
 *
 * A text that a spreadsheet program would run as a formula gets an apostrophe in front; numbers stay numbers.
 *
 * @see docs/formats.md for what readers of the file have to know
 */
export function writeCsv(sheet: Sheet): Uint8Array<ArrayBuffer> {
	const lines = [sheet.columns.map(({ head }) => head), ...sheet.rows].map((row) => row.map(field).join(','));
	return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`) as Uint8Array<ArrayBuffer>;
}

function field(cell: SheetCell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = typeof cell === 'string' ? neutral(cell.toWellFormed()) : cell.day;
	return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function neutral(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}
