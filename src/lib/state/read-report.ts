import type { Checked, Issue } from '../core/index.ts';
import { MAX_ASSESSMENT_BYTES } from '../core/assessment/parse-assessment.ts';
import { isReportFile, parseReportFile } from '../core/report-file/parse-report-file.ts';
import { hashOf, type ReportFile } from '../core/report-file/report-file.ts';
import { findReportData, isPdf, MAX_PDF_BYTES } from '../report/reading/find-data.ts';

// Brings the schemas along: load this module on use (`await import(…)`), never with a page.

/** The data of a report, and whether its hash is still that of the assessment in it. */
export interface ReadReport {
	readonly file: ReportFile;
	readonly unchanged: boolean;
}

const CODES = {
	encrypted: 'pdf_encrypted',
	without_data: 'pdf_without_data',
	printed: 'pdf_printed',
	nothing: 'pdf_file'
} as const;

function bad(code: string, params: Issue['params'] = {}): { ok: false; issues: Issue[] } {
	return { ok: false, issues: [{ code, path: [], params }] };
}

/**
 * Reads the data of a report: a PDF, also one that other programs have saved again, or the attachment saved from it.
 *
 * @returns `null` when the file is neither; else the data, or what is wrong with it
 */
export function readReport(bytes: Uint8Array): Checked<ReadReport> | null {
	if (!isPdf(bytes)) {
		if (bytes.length > 2 * MAX_ASSESSMENT_BYTES) return null;
		const text = new TextDecoder().decode(bytes);
		return isReportFile(text) ? checked(text) : null;
	}
	const found = findReportData(bytes);
	if (found.kind === 'found') return checked(found.json);
	if (found.kind === 'too_big') return bad('file_too_big', { max: MAX_PDF_BYTES });
	return bad(CODES[found.kind]);
}

function checked(json: string): Checked<ReadReport> {
	const parsed = parseReportFile(json);
	if (!parsed.ok) return parsed;
	const file = parsed.value;
	return { ok: true, value: { file, unchanged: hashOf(file.assessment) === file.sha256 } };
}
