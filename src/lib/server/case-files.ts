import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TrainerCase } from '../core/questionnaire/case-schema.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import { readCase } from '../core/questionnaire/read-case.ts';
import type { Questionnaire } from '../core/questionnaire/types.ts';
import type { Issue } from '../core/issues.ts';
import { loadQuestionnaire, QUESTIONNAIRES_FOLDER, yamlFiles } from './questionnaire-files.ts';

/** The folder of the cases inside a questionnaire's own; a questionnaire need not have one. */
const CASES_FOLDER = 'cases';

/** The cases for workshops of one questionnaire folder, by file name, and every mistake in them. */
export function readCaseFolder(
	folder: string,
	questionnaire: Questionnaire,
	shownFrom = process.cwd()
): { readonly cases: readonly TrainerCase[]; readonly issues: readonly Issue[] } {
	const read = yamlFiles(join(folder, CASES_FOLDER)).map((path) =>
		readCase({ path: relative(shownFrom, path), text: readFileSync(path, 'utf8') }, questionnaire)
	);
	return {
		cases: read.flatMap((result) => (result.ok ? [result.value] : [])),
		issues: read.flatMap((result) => (result.ok ? [] : result.issues))
	};
}

const cache = new Map<string, readonly TrainerCase[]>();

/**
 * The cases that ship with a questionnaire, read once per process.
 *
 * @throws {Error} listing every mistake, one a line: a build with a broken case must not succeed
 */
export function loadCases(id: string, folder = QUESTIONNAIRES_FOLDER): readonly TrainerCase[] {
	const path = join(folder, id);
	const cached = cache.get(path);
	if (cached) return cached;
	const { cases, issues } = readCaseFolder(path, loadQuestionnaire(id, folder).structure);
	if (issues.length > 0)
		throw new Error(`Cases of "${id}" have mistakes:\n${issues.map(describeIssue).join('\n')}`);
	cache.set(path, cases);
	return cases;
}
