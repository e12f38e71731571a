import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compileQuestionnaire } from '../core/questionnaire/compile.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import type { Questionnaire } from '../core/questionnaire/types.ts';
import { listQuestionnaires, readQuestionnaireFolder } from '../server/questionnaire-files.ts';
import { CROSSWALK_FILE, crosswalkOf, GLOSSARY_FILE, glossaryOf } from '../server/shared-content.ts';
import { describeFileError } from './file-error.ts';
import type { Output } from './output.ts';

const SHARED = [CROSSWALK_FILE, GLOSSARY_FILE];

/** Files beside the questionnaires of a folder that are checked with them. */
export function sharedFilesIn(folder: string): string[] {
	return SHARED.filter((name) => existsSync(join(folder, name)));
}

/** @returns whether a path is the crosswalk or the glossary beside a register */
export function isSharedFile(path: string): boolean {
	return SHARED.includes(basename(path)) && existsSync(join(dirname(path), 'sources'));
}

/** Questionnaires without mistakes; what is wrong with the others is said when they are checked themselves. */
function soundQuestionnaires(folder: string): Map<string, Questionnaire> {
	const results = listQuestionnaires(folder).map((id) =>
		compileQuestionnaire(readQuestionnaireFolder(join(folder, id)))
	);
	return new Map(
		results.flatMap((result) => (result.ok ? [[result.value.structure.id, result.value.structure]] : []))
	);
}

/** Checks the crosswalk or the glossary; says what is wrong. */
export function checkSharedFile(path: string, out: Output): boolean {
	const folder = dirname(path);
	try {
		const isGlossary = basename(path) === GLOSSARY_FILE;
		const result = isGlossary ? glossaryOf(folder) : crosswalkOf(folder, soundQuestionnaires(folder));
		if (!result.ok) for (const issue of result.issues) out.error(describeIssue(issue));
		else out.line(`${path}: ${isGlossary ? 'glossary' : 'crosswalk'}, no mistakes`);
		return result.ok;
	} catch (error) {
		out.error(describeFileError(path, error));
		return false;
	}
}
