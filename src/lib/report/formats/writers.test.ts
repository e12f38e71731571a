import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Workbook } from './sheet.ts';
import { dayCell } from './sheet.ts';
import { parseXml, partsOf } from './testing.ts';
import { writeCsv } from './write-csv.ts';
import { writeIcs } from './write-ics.ts';
import { writeXlsx } from './write-xlsx.ts';

const workbook = (rows: Workbook['sheets'][number]['rows']): Workbook => ({
	title: 'Title <&>',
	author: '',
	made: '2026-11-24T02:00:00.000Z',
	language: 'en',
	sheets: [
		{
			name: "People's & gaps",
			columns: [
				{ head: 'A', width: 10 },
				{ head: 'B', width: 10, decimals: 2 }
			],
			rows
		}
	]
});

async function read(bytes: Uint8Array): Promise<unknown[][]> {
	const [sheet] = (await readWorkbook(Buffer.from(bytes), { trim: false } as never)) as unknown as {
		data: unknown[][];
	}[];
	return sheet?.data ?? [];
}

/** Texts as people type them, without what XML and calendars cannot hold; line breaks are line feeds. */
const typedText = fc
	.string({ unit: 'binary' })
	// eslint-disable-next-line no-control-regex -- these are the characters meant
	.map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, ''));

describe('writeXlsx', () => {
	test('keeps any text as it was typed, and never as a formula', async () => {
		const awkward = [
			'=1+1',
			'+852',
			'-2',
			'@me',
			'_x0041_',
			' a ',
			'a\tb\nc',
			'<b>&amp;</b>',
			'𨋢👍',
			"'quoted"
		];
		const bytes = writeXlsx(workbook(awkward.map((text) => [text, 1])));
		const xml = parseXml(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '');
		expect(xml.getElementsByTagName('f').length).toBe(0);
		const texts = [...xml.getElementsByTagName('t')].slice(2).map((node) => node.textContent);
		expect(texts.map((text) => text?.replaceAll('_x005F_', '_'))).toEqual(awkward);
		await fc.assert(
			fc.asyncProperty(fc.array(typedText, { minLength: 1, maxLength: 5 }), async (written) => {
				const parts = partsOf(writeXlsx(workbook(written.map((text) => [text, null]))));
				const cells = [...parseXml(parts['xl/worksheets/sheet1.xml'] ?? '').getElementsByTagName('t')].slice(
					2
				);
				const found = cells.map((node) => node.textContent?.replaceAll('_x005F_', '_'));
				expect(found).toEqual(written.filter((text) => text !== ''));
			}),
			{ numRuns: 30 }
		);
	});

	test('writes numbers as numbers and days as days', async () => {
		const [, row] = await read(writeXlsx(workbook([[dayCell('2027-03-31'), 2.5]])));
		expect(row).toEqual([new Date('2027-03-31T00:00:00Z'), 2.5]);
	});

	test('a date that does not exist stays the text that it is', () => {
		expect(dayCell('2026-02-29')).toBe('2026-02-29');
		expect(dayCell('')).toBeNull();
	});

	test('continues a text that is too long for a cell in the row below, without cutting a character', async () => {
		const long = `${'x'.repeat(32_766)}👍${'y'.repeat(40_000)}`;
		const rows = await read(
			writeXlsx(
				workbook([
					[long, 7],
					['next', 8]
				])
			)
		);
		const column = rows.slice(1).map(([cell]) => String(cell));
		expect(Math.max(...column.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
		expect(column.slice(0, -1).join('')).toBe(long);
		expect(rows.at(-1)).toEqual(['next', 8]);
	});

	test('freezes the head, offers a filter and gives the same bytes again', () => {
		const bytes = writeXlsx(workbook([['a', 1]]));
		const parts = partsOf(bytes);
		expect(parts['xl/worksheets/sheet1.xml']).toContain('state="frozen"');
		expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:B2"/>');
		expect(parts['xl/workbook.xml']).toContain("'People''s &amp; gaps'!$A$1:$B$2");
		for (const xml of Object.values(parts)) expect(parseXml(xml).querySelector('parsererror')).toBeNull();
		expect(writeXlsx(workbook([['a', 1]]))).toEqual(bytes);
	});
});

describe('writeCsv', () => {
	const csv = (text: string) =>
		new TextDecoder().decode(
			writeCsv({
				name: 'x',
				columns: [
					{ head: 'a', width: 1 },
					{ head: 'b', width: 1 }
				],
				rows: [[text, -1]]
			})
		);

	test.each(['=1+1', '+1', '-1', '@a', '\t=1', ' =1', '\n=1', '\u00a0=1', '＝1', '＠a'])(
		'takes the power from %j',
		(text) => {
			const [, row] = Papa.parse<string[]>(csv(text), { delimiter: ',' }).data;
			expect(row).toEqual([`'${text}`, '-1']);
		}
	);

	test('any text comes back, at most with an apostrophe in front', () => {
		fc.assert(
			fc.property(typedText, (text) => {
				const [, row] = Papa.parse<string[]>(csv(text), { delimiter: ',', newline: '\r\n' }).data;
				expect([text, `'${text}`]).toContain(row?.[0]);
				expect(row?.[0]).not.toMatch(/^\s*[=+\-@]/);
			})
		);
	});
});

describe('writeIcs', () => {
	const calendar = (title: string, day = '2026-12-31') => ({
		name: 'n',
		changed: '2026-11-20T09:30:00.000Z',
		entries: [{ uid: 'u', day, title, text: title }]
	});

	test('any text comes back from lines of at most 75 bytes', () => {
		fc.assert(
			fc.property(typedText, (text) => {
				const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeIcs(calendar(text)));
				for (const line of written.split('\r\n'))
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				const [event] = new ICAL.Component(ICAL.parse(written) as never).getAllSubcomponents('vevent');
				expect(event?.getFirstPropertyValue('description')).toBe(text);
			})
		);
	});

	test('an entry lasts its day, also the last of a year and 29 February of a year without one', () => {
		const text = (day: string) => new TextDecoder().decode(writeIcs(calendar('x', day)));
		expect(text('2026-12-31')).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
		expect(text('2027-02-29')).toMatch(/DTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270302/);
	});

	test('refuses to write a calendar without an entry', () => {
		expect(() => writeIcs({ ...calendar('x'), entries: [] })).toThrow(
			expect.objectContaining({ code: 'no_dates' }) as Error
		);
	});
});
