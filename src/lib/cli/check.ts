import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { checkAssessment, isWarning } from '../core/assessment/check-assessment.ts';
import { compileQuestionnaire } from '../core/questionnaire/compile.ts';
import type { Issue } from '../core/issues.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import { readCaseFolder } from '../server/case-files.ts';
import { listQuestionnaires, readQuestionnaireFolder } from '../server/questionnaire-files.ts';
import { checkSharedFile, isSharedFile, sharedFilesIn } from './check-shared.ts';
import { describeAssessmentIssue } from './describe-assessment-issue.ts';
import { describeFileError } from './file-error.ts';
import type { Output } from './output.ts';
import { readAssessment } from './read-assessment.ts';

/** Folder of the register that the questionnaires beside it share. */
const REGISTER = 'sources';

/**
 * `plumbline check PATH…`: questionnaires (a folder, or a file inside one), the register and assessments.
 *
 * @returns the exit code: 0 when everything can be used, 1 when there is an error
 */
export function check(paths: readonly string[], out: Output): number {
	const failed = paths.flatMap((path) => targetsOf(path)).filter((path) => !checkOne(path, out));
	return failed.length === 0 ? 0 : 1;
}

/** A folder of questionnaires or of assessments stands for each of them. */
function targetsOf(path: string): string[] {
	if (!isFolder(path) || questionnaireOf(path) || registerOf(path)) return [path];
	const inside = listQuestionnaires(path);
	const files = readdirSync(path).filter((name) => name.endsWith('.json'));
	const shared = inside.length > 0 ? sharedFilesIn(path) : [];
	const found = [...inside, ...shared, ...files.sort()].map((name) => join(path, name));
	return found.length > 0 ? found : [path];
}

function isFolder(path: string): boolean {
	return existsSync(path) && statSync(path).isDirectory();
}

/** The questionnaire that a path is or lies in: a folder with a `questionnaire.yaml`, at most two steps up. */
function questionnaireOf(path: string): string | null {
	const candidates = [path, join(path, '..'), join(path, '..', '..')];
	return candidates.find((folder) => existsSync(join(folder, 'questionnaire.yaml'))) ?? null;
}

/** The register that a path is or lies in. */
function registerOf(path: string): string | null {
	const candidates = [resolve(path), dirname(resolve(path))];
	return candidates.find((folder) => basename(folder) === REGISTER) ?? null;
}

function checkOne(path: string, out: Output): boolean {
	if (!existsSync(path)) {
		out.error(`${path}: no such file or folder. Check the spelling.`);
		return false;
	}
	if (isSharedFile(path)) return checkSharedFile(path, out);
	if (/\.(?:json|pdf)$/i.test(path) && !isFolder(path)) return checkAssessmentFile(path, out);
	const folder = questionnaireOf(path);
	if (folder) return checkQuestionnaire(folder, path, out);
	const register = registerOf(path);
	if (!register) {
		out.error(
			`${path}: no questionnaire (there is no questionnaire.yaml) and no assessment (a file that ends in .json, or a report in .pdf). Name one of them.`
		);
		return false;
	}
	const users = listQuestionnaires(dirname(register)).map((id) => join(dirname(register), id));
	if (users.length === 0) {
		out.error(
			`${path}: no questionnaire beside it uses this register, so there is nothing to check it with.`
		);
		return false;
	}
	return users.filter((user) => !checkQuestionnaire(user, path, out)).length === 0;
}

/** Checks a whole questionnaire and says what concerns the path: all of it, one folder or one file. */
function checkQuestionnaire(folder: string, path: string, out: Output): boolean {
	let result: ReturnType<typeof compileQuestionnaire>;
	try {
		result = compileQuestionnaire(readQuestionnaireFolder(folder));
	} catch (error) {
		out.error(describeFileError(folder, error));
		return false;
	}
	let issues: readonly Issue[] = result.ok ? [] : result.issues;
	if (result.ok) {
		const read = readCaseFolder(folder, result.value.structure);
		const { id, version, questions } = result.value.structure;
		const cases = read.cases.length > 0 ? `, ${read.cases.length} cases` : '';
		if (read.issues.length === 0) {
			out.line(`${path}: questionnaire ${id} ${version}, ${questions.length} questions${cases}, no mistakes`);
			return true;
		}
		issues = read.issues;
	}
	const whole = resolve(folder) === resolve(path);
	const shown = relative(process.cwd(), path);
	const own = issues.filter(({ file }) => whole || file === shown || file?.startsWith(shown + sep));
	for (const issue of own) out.error(describeIssue(issue));
	if (own.length === 0) out.line(`${path}: no mistakes here (${issues.length} elsewhere in ${folder})`);
	return own.length === 0;
}

function checkAssessmentFile(path: string, out: Output): boolean {
	const read = readAssessment(path, out);
	if (!read) return false;
	const { assessment, compiled } = read;
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
