import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileQuestionnaire, type CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import { listQuestionnaires, readQuestionnaireFolder } from '../server/questionnaire-files.ts';
import { describeFileError } from './file-error.ts';
import type { Output } from './output.ts';

/** The questionnaires that ship with the package, found from the bundle (dist/) as well as from the sources. */
export function shippedFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'questionnaires')) && dirname(folder) !== folder) folder = dirname(folder);
	return join(folder, 'questionnaires');
}

/**
 * An id always means the shipped questionnaire, even where a folder of that name is at hand; `./name` means the folder.
 *
 * @returns the questionnaire of that id or path, or `null` after saying what is wrong
 */
export function findQuestionnaire(idOrPath: string, out: Output): CompiledQuestionnaire | null {
	const shipped = shippedFolder();
	const isShipped = listQuestionnaires(shipped).includes(idOrPath);
	const isFolder = existsSync(idOrPath) && statSync(idOrPath).isDirectory();
	const folder = isShipped ? join(shipped, idOrPath) : idOrPath;
	if (!isShipped && !isFolder) {
		out.error(
			`No questionnaire "${idOrPath}". Give a folder, or one of: ${listQuestionnaires(shipped).join(', ')}.`
		);
		return null;
	}
	try {
		const result = compileQuestionnaire(readQuestionnaireFolder(folder));
		if (result.ok) return result.value;
		for (const issue of result.issues) out.error(describeIssue(issue));
	} catch (error) {
		out.error(describeFileError(folder, error));
	}
	return null;
}
