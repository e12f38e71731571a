import { readFileSync } from 'node:fs';
import { parseAssessment } from '../core/assessment/parse-assessment.ts';
import type { Assessment } from '../core/assessment/types.ts';
import type { Checked } from '../core/issues.ts';
import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import { scoreOf, type StatedScore } from '../core/report-file/report-file.ts';
import { readReport, type ReadReport } from '../state/read-report.ts';
import { describeAssessmentIssue } from './describe-assessment-issue.ts';
import { describeFileError } from './file-error.ts';
import { findQuestionnaire } from './find-questionnaire.ts';
import type { Output } from './output.ts';

/** An assessment with the questionnaire that it answers. */
export interface OpenedAssessment {
	readonly assessment: Assessment;
	readonly compiled: CompiledQuestionnaire;
}

/**
 * Reads an assessment file, or the data of a report: a PDF, or the attachment saved from one. Of a report it says, as a
 * remark on standard error, whether the data was changed since the report was made.
 *
 * @returns `null`, after saying what is wrong, when it cannot be used
 */
export function readAssessment(path: string, out: Output): OpenedAssessment | null {
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(path);
	} catch (error) {
		out.error(describeFileError(path, error));
		return null;
	}
	const report = readReport(bytes);
	const assessment = valueOf(
		path,
		report ? assessmentOf(report) : parseAssessment(new TextDecoder().decode(bytes)),
		out
	);
	const compiled = assessment && findQuestionnaire(assessment.questionnaire.id, out);
	if (!assessment || !compiled) return null;
	if (report?.ok) out.error(remarkOn(path, report.value, scoreOf(compiled.structure, assessment)));
	return { assessment, compiled };
}

const assessmentOf = (report: Checked<ReadReport>): Checked<Assessment> =>
	report.ok ? { ok: true, value: report.value.file.assessment } : report;

function valueOf<T>(path: string, result: Checked<T>, out: Output): T | null {
	if (result.ok) return result.value;
	for (const issue of result.issues) out.error(describeAssessmentIssue(path, issue));
	return null;
}

function remarkOn(path: string, { file, unchanged }: ReadReport, computed: StatedScore): string {
	const { stated } = file;
	const content = file.content === 'everything' ? 'everything' : 'answers without notes, names and evidence';
	const sameScore = stated.score === computed.score && stated.high === computed.high;
	const state = !unchanged
		? 'the data was CHANGED after the report was made'
		: sameScore
			? 'the data is as the report was made with it'
			: 'the data is as the report was made with it, but gives another score here (another version of the questionnaire or of its rules)';
	const scores = sameScore
		? ''
		: `. The report states ${stated.score ?? 'no score'}, the data gives ${computed.score ?? 'no score'}`;
	return `note: ${path}: data of a report (${content}), made ${file.made}; ${state}${scores}`;
}
