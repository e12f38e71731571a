import type { Sheet, SheetCell, Workbook } from './sheet.ts';
import { xmlAttribute, xmlText } from './xml.ts';

/** Longest text of a cell, in UTF-16 units. Source: Excel specifications and limits. */
export const MAX_CELL = 32_767;
/** Days from Excel's day 0 (30 December 1899) to 1 January 1970. */
const EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell formats, by their place in `stylesPart`. */
const STYLE = { text: 0, head: 1, decimals: 2, day: 3, quoted: 4 } as const;

/** A face with the characters of the language that office programs have. */
const FONTS: Readonly<Record<string, string>> = {
	'zh-Hant': 'Microsoft JhengHei',
	'zh-Hans': 'Microsoft YaHei'
};

/** `A`, `Z`, `AA` … @param index - from 0 */
export function columnName(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The whole table with its head, as an area of the sheet. */
function area(sheet: Sheet, lock = ''): string {
	const end = columnName(Math.max(0, sheet.columns.length - 1));
	return `${lock}A${lock}1:${lock}${end}${lock}${sheet.rows.length + 1}`;
}

export function sheetPart(sheet: Sheet, isFirst: boolean): string {
	const widths = sheet.columns
		.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
		.join('');
	const heads = sheet.columns
		.map(({ head }, at) => textCell(head, `${columnName(at)}1`, STYLE.head))
		.join('');
	const rows = sheet.rows
		.map((cells, row) => {
			const written = cells.map((cell, at) =>
				cellPart(cell, `${columnName(at)}${row + 2}`, sheet.columns[at]?.decimals ?? 0)
			);
			return `<row r="${row + 2}">${written.join('')}</row>`;
		})
		.join('');
	return (
		`${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
		`<dimension ref="${area(sheet)}"/>` +
		`<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>` +
		'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
		'<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
		`<sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols>` +
		`<sheetData><row r="1">${heads}</row>${rows}</sheetData><autoFilter ref="${area(sheet)}"/>` +
		'<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
		'<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
	);
}

function cellPart(cell: SheetCell, place: string, decimals: number): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'number')
		return `<c r="${place}" s="${decimals > 0 ? STYLE.decimals : STYLE.text}"><v>${cell}</v></c>`;
	if (typeof cell !== 'string') {
		const serial = Date.parse(cell.day) / DAY_MS + EPOCH_DAYS;
		return `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>`;
	}
	// It is a text anyway; the mark keeps it one when somebody edits the cell.
	return textCell(cell, place, /^[=+\-@]/.test(cell) ? STYLE.quoted : STYLE.text);
}

function textCell(text: string, place: string, style: number): string {
	// `_x000D_` in a cell means a carriage return: where somebody typed just that, the underscore is written as a code.
	const typed = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
	return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(typed)}</t></is></c>`;
}

export function stylesPart({ language }: Workbook): string {
	const font = (inner: string) =>
		`<font>${inner}<sz val="11"/><name val="${FONTS[language] ?? 'Calibri'}"/></font>`;
	const top = '<alignment vertical="top" wrapText="1"/>';
	const format = (number: number, face: number, fill: number, more = '') =>
		`<xf numFmtId="${number}" fontId="${face}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"${more}>${top}</xf>`;
	return (
		`${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
		`<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
		'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
		'<fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF5"/><bgColor indexed="64"/></patternFill></fill></fills>' +
		'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
		'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
		`<cellXfs count="5">${format(0, 0, 0)}${format(0, 1, 2)}${format(2, 0, 0)}${format(164, 0, 0)}${format(0, 0, 0, ' quotePrefix="1"')}</cellXfs>` +
		'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
	);
}

export function workbookPart({ sheets }: Workbook): string {
	const list = sheets.map(
		({ name }, at) => `<sheet name="${xmlAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
	);
	const names = sheets.flatMap((sheet, at) => {
		const quoted = `'${xmlText(sheet.name).replaceAll("'", "''")}'`;
		return [
			`<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!${area(sheet, '$')}</definedName>`,
			`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$1:$1</definedName>`
		];
	});
	return (
		`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews>` +
		`<sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
	);
}

export function workbookRelations({ sheets }: Workbook): string {
	const own = sheets.map(
		(_, at) =>
			`<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
	);
	return (
		`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${own.join('')}` +
		`<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`
	);
}

export function packageRelations(): string {
	return (
		`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
		`<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>` +
		`<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	);
}

export function contentTypes({ sheets }: Workbook): string {
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const own = sheets.map(
		(_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`
	);
	return (
		`${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
		'<Default Extension="xml" ContentType="application/xml"/>' +
		`<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
		'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
		`${own.join('')}</Types>`
	);
}

export function coreProperties({ title, author, made, language }: Workbook): string {
	return (
		`${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
		`<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">${made.slice(0, 19)}Z</dcterms:created>` +
		`<dc:language>${language}</dc:language></cp:coreProperties>`
	);
}
