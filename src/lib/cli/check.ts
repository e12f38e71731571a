import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { checkAssessment, isWarning } from '../core/assessment/check-assessment.ts';
import { parseAssessment } from '../core/assessment/parse-assessment.ts';
import type { Assessment } from '../core/assessment/types.ts';
import { compileQuestionnaire } from '../core/questionnaire/compile.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import { listQuestionnaires, readQuestionnaireFolder } from '../server/questionnaire-files.ts';
import { describeAssessmentIssue } from './describe-assessment-issue.ts';
import { findQuestionnaire } from './find-questionnaire.ts';
import type { Output } from './output.ts';

/**
 * `plumbline check PATH…`: questionnaires (a folder, or a file inside one) and assessments.
 *
 * @returns the exit code: 0 when everything can be used, 1 when there is an error
 */
export function check(paths: readonly string[], out: Output): number {
	if (paths.length === 0) {
		out.error(
			'plumbline check: name at least one file or folder, for instance: plumbline check questionnaires/ai-privacy'
		);
		return 1;
	}
	const failed = paths.flatMap((path) => targetsOf(path)).filter((path) => !checkOne(path, out));
	return failed.length === 0 ? 0 : 1;
}

/** A folder of questionnaires stands for each of them; the shared register is checked with each. */
function targetsOf(path: string): string[] {
	if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
	if (existsSync(join(path, 'questionnaire.yaml')) || basename(path) === 'sources') return [path];
	const inside = listQuestionnaires(path).map((id) => join(path, id));
	return inside.length > 0 ? inside : [path];
}

function checkOne(path: string, out: Output): boolean {
	if (!existsSync(path)) {
		out.error(`${path}: no such file or folder. Check the spelling.`);
		return false;
	}
	if (path.endsWith('.json')) return checkAssessmentFile(path, out);
	if (basename(path) === 'sources') {
		out.line(`${path}: the register is checked with each questionnaire that uses it`);
		return true;
	}
	return checkQuestionnaire(folderOf(path), path, out);
}

/** A single file is checked with the whole questionnaire that it belongs to. */
function folderOf(path: string): string {
	if (statSync(path).isDirectory()) return path;
	const folder = join(path, '..');
	return basename(folder) === 'sections' ? join(folder, '..') : folder;
}

function checkQuestionnaire(folder: string, path: string, out: Output): boolean {
	let result: ReturnType<typeof compileQuestionnaire>;
	try {
		result = compileQuestionnaire(readQuestionnaireFolder(folder));
	} catch (error) {
		out.error(error instanceof Error ? error.message : String(error));
		return false;
	}
	if (result.ok) {
		const { id, version, questions } = result.value.structure;
		out.line(`${path}: questionnaire ${id} ${version}, ${questions.length} questions, no mistakes`);
		return true;
	}
	const shown = statSync(path).isDirectory() ? null : relative(process.cwd(), path);
	const own = result.issues.filter((issue) => !shown || issue.file === shown);
	for (const issue of own) out.error(describeIssue(issue));
	if (own.length === 0)
		out.line(`${path}: no mistakes in this file (${result.issues.length} elsewhere in ${folder})`);
	return own.length === 0;
}

function checkAssessmentFile(path: string, out: Output): boolean {
	const assessment = readAssessment(path, out);
	if (!assessment) return false;
	const compiled = findQuestionnaire(assessment.questionnaire.id, out);
	if (!compiled) return false;
	const issues = checkAssessment(compiled.structure, assessment);
	for (const issue of issues)
		(isWarning(issue) ? out.line : out.error)(
			`${isWarning(issue) ? 'note: ' : ''}${describeAssessmentIssue(path, issue)}`
		);
	if (issues.some((issue) => !isWarning(issue))) return false;
	const count = Object.keys(assessment.answers).length;
	out.line(
		`${path}: assessment of ${assessment.questionnaire.id} ${assessment.questionnaire.version}, ${count} answers, no mistakes`
	);
	return true;
}

/** Reads an assessment file; says what is wrong with it and returns `null` when it cannot be used. */
export function readAssessment(path: string, out: Output): Assessment | null {
	if (!existsSync(path)) {
		out.error(`${path}: no such file. Check the spelling.`);
		return null;
	}
	const result = parseAssessment(readFileSync(path, 'utf8'));
	if (result.ok) return result.value;
	for (const issue of result.issues) out.error(describeAssessmentIssue(path, issue));
	return null;
}
