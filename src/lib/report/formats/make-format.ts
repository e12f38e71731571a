import { buildReport } from '../content/build-report.ts';
import { createContext } from '../content/context.ts';
import type { ChapterId } from '../content/chapters.ts';
import type { ReportInput } from '../content/input.ts';
import { answerSheet } from './answer-rows.ts';
import { buildCalendar } from './calendar.ts';
import { buildWorkbook } from './workbook.ts';

/** What an assessment can be written as, beside the PDF and its own JSON; also the ending of the file's name. */
export const FORMATS = ['xlsx', 'csv', 'docx', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

/** What the system is told about a file. */
export const MEDIA_TYPES: Readonly<Record<Format | 'pdf', string>> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv;charset=utf-8',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	ics: 'text/calendar;charset=utf-8',
	pdf: 'application/pdf'
};

/** Gaps and actions to work on; behind them what was entered, so that nothing typed is missing from the file. */
const DOCX_CHAPTERS: readonly ChapterId[] = ['cover', 'gaps', 'plan', 'applicability', 'answers'];

/**
 * Writes an assessment in another format, with the same numbers, words and order as the report.
 *
 * @param input - chapters do not matter here; `detail` leaves notes and evidence out as it does in the PDF
 * @throws {FormatError} `no_dates` for a calendar without a single date
 */
export async function makeFormat(format: Format, input: ReportInput): Promise<Uint8Array<ArrayBuffer>> {
	// Each writer is loaded only when it is asked for.
	switch (format) {
		case 'xlsx':
			return (await import('./write-xlsx.ts')).writeXlsx(buildWorkbook(createContext(input)));
		case 'csv':
			return (await import('./write-csv.ts')).writeCsv(answerSheet(createContext(input)));
		case 'ics':
			return (await import('./write-ics.ts')).writeIcs(buildCalendar(createContext(input)));
		case 'docx': {
			const options = { ...input.options, chapters: DOCX_CHAPTERS };
			return (await import('./write-docx.ts')).writeDocx(buildReport({ ...input, options }));
		}
	}
}
