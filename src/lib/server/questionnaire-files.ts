import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import {
	compileQuestionnaire,
	type CompiledQuestionnaire,
	type QuestionnaireFiles
} from '../core/questionnaire/compile.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import type { SourceFile } from '../core/questionnaire/read-yaml.ts';

/** The folder of the questionnaires that ship with the app. */
export const QUESTIONNAIRES_FOLDER = 'questionnaires';

/** The YAML files of a folder in the order of their names; none when there is no such folder. */
export function yamlFiles(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => /\.ya?ml$/.test(name))
		.sort()
		.map((name) => join(folder, name));
}

/**
 * Reads the files of one questionnaire folder; the shared register stands beside it in `sources/`.
 *
 * @param shownFrom - folder that the paths in messages are relative to
 * @throws {Error} when the folder has no `questionnaire.yaml` or `scoping.yaml`; the message names the file
 */
export function readQuestionnaireFolder(folder: string, shownFrom = process.cwd()): QuestionnaireFiles {
	const read = (path: string): SourceFile => {
		if (!existsSync(path))
			throw new Error(`${relative(shownFrom, path)}: no such file. A questionnaire folder needs it.`);
		return { path: relative(shownFrom, path), text: readFileSync(path, 'utf8') };
	};
	const sources = join(dirname(resolve(folder)), 'sources');
	return {
		questionnaire: read(join(folder, 'questionnaire.yaml')),
		scoping: read(join(folder, 'scoping.yaml')),
		sections: yamlFiles(join(folder, 'sections')).map(read),
		documents: read(join(sources, 'documents.yaml')),
		claims: yamlFiles(sources)
			.filter((path) => basename(path).startsWith('claims-'))
			.map(read),
		hints: existsSync(join(folder, 'hints.yaml')) ? read(join(folder, 'hints.yaml')) : undefined
	};
}

/** Ids of the questionnaires in a folder: every sub-folder that has a `questionnaire.yaml`. */
export function listQuestionnaires(folder = QUESTIONNAIRES_FOLDER): string[] {
	return readdirSync(folder)
		.filter(
			(name) =>
				statSync(join(folder, name)).isDirectory() && existsSync(join(folder, name, 'questionnaire.yaml'))
		)
		.sort();
}

const cache = new Map<string, CompiledQuestionnaire>();

/**
 * Compiles a shipped questionnaire once per process.
 *
 * @throws {Error} listing every mistake, one a line: a build with a broken questionnaire must not succeed
 */
export function loadQuestionnaire(id: string, folder = QUESTIONNAIRES_FOLDER): CompiledQuestionnaire {
	const path = join(folder, id);
	const cached = cache.get(path);
	if (cached) return cached;
	const result = compileQuestionnaire(readQuestionnaireFolder(path));
	if (!result.ok)
		throw new Error(`Questionnaire "${id}" has mistakes:\n${result.issues.map(describeIssue).join('\n')}`);
	cache.set(path, result.value);
	return result.value;
}
