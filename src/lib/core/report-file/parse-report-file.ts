import * as z from 'zod/mini';
import { MAX_ASSESSMENT_BYTES, parseAssessmentData } from '../assessment/parse-assessment.ts';
import { assessmentSchema } from '../assessment/schema.ts';
import type { Checked } from '../issues.ts';
import { fromZod } from '../zod-issues.ts';
import type { ReportFile } from './report-file.ts';

const fraction = z.nullable(z.string().check(z.maxLength(200), z.regex(/^-?\d+(\/\d+)?$/)));

/** The data inside a PDF report, `plumbline-report` version 1. Documented in docs/report-pdf.md. */
export const reportFileSchema = z.strictObject({
	format: z.literal('plumbline-report'),
	formatVersion: z.literal(1),
	made: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)),
	content: z.enum(['everything', 'answers']),
	sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	stated: z.strictObject({ score: fraction, high: fraction }),
	assessment: assessmentSchema
});

const head = z.object({ format: z.literal('plumbline-report'), formatVersion: z.number() });

/** Whether a text is the data of a report, as somebody may have saved it from a PDF reader's list of attachments. */
export const isReportFile = (json: string): boolean =>
	/^\uFEFF?\s*\{\s*"format"\s*:\s*"plumbline-report"/.test(json);

/**
 * Reads the data of a report. Nothing of a bad file is kept.
 *
 * @returns the data, or every mistake with its path; whether the hash is right is for the caller to see
 */
export function parseReportFile(json: string): Checked<ReportFile> {
	if (json.length > MAX_ASSESSMENT_BYTES)
		return { ok: false, issues: [{ code: 'file_too_big', path: [], params: { max: MAX_ASSESSMENT_BYTES } }] };
	let data: unknown;
	try {
		data = JSON.parse(json.replace(/^\uFEFF/, ''));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { ok: false, issues: [{ code: 'invalid_json', path: [], params: { reason } }] };
	}
	const known = head.safeParse(data);
	if (!known.success) return { ok: false, issues: [{ code: 'not_an_assessment', path: [], params: {} }] };
	if (known.data.formatVersion > 1)
		return {
			ok: false,
			issues: [{ code: 'newer_format', path: ['formatVersion'], params: { got: known.data.formatVersion } }]
		};
	// First the assessment, by its own rules: they refuse what is nested too deep before anything walks it.
	const assessment = parseAssessmentData((data as { assessment?: unknown }).assessment);
	if (!assessment.ok)
		return {
			ok: false,
			issues: assessment.issues.map((issue) => ({ ...issue, path: ['assessment', ...issue.path] }))
		};
	const result = reportFileSchema.safeParse(data);
	if (!result.success) return { ok: false, issues: fromZod(result.error.issues, data) };
	return { ok: true, value: result.data as ReportFile };
}
