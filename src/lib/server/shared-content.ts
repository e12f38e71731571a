import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileCrosswalk, crosswalkIn } from '../core/crosswalk/compile-crosswalk.ts';
import type { CrosswalkFile } from '../core/crosswalk/schema.ts';
import type { Crosswalk } from '../core/crosswalk/types.ts';
import { compileGlossary } from '../core/glossary/compile-glossary.ts';
import type { GlossaryFile } from '../core/glossary/schema.ts';
import type { Checked } from '../core/issues.ts';
import type { Language } from '../core/languages.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import type { SourceFile } from '../core/questionnaire/read-yaml.ts';
import { readRegister, type Register } from '../core/questionnaire/register.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import type { QuestionnaireTexts } from '../core/questionnaire/texts.ts';
import type { Questionnaire } from '../core/questionnaire/types.ts';
import { listQuestionnaires, loadQuestionnaire, QUESTIONNAIRES_FOLDER } from './questionnaire-files.ts';

/** What stands beside the questionnaires and is shared by them. */
export const CROSSWALK_FILE = 'crosswalk.yaml';
export const GLOSSARY_FILE = 'glossary.yaml';

function sourceFile(path: string): SourceFile {
	return { path: relative(process.cwd(), path), text: readFileSync(path, 'utf8') };
}

/** Reads the register beside the questionnaires of a folder. */
export function registerIn(folder: string): Register {
	const sources = join(folder, 'sources');
	const claims = readdirSync(sources).filter((name) => /^claims-.*\.ya?ml$/.test(name));
	return readRegister({
		documents: sourceFile(join(sources, 'documents.yaml')),
		claims: claims.sort().map((name) => sourceFile(join(sources, name)))
	});
}

/** Checks the crosswalk of a folder against its questionnaires. */
export function crosswalkOf(
	folder: string,
	questionnaires: ReadonlyMap<string, Questionnaire>,
	register = registerIn(folder)
): Checked<CrosswalkFile> {
	return compileCrosswalk(sourceFile(join(folder, CROSSWALK_FILE)), questionnaires, register);
}

/** Checks the glossary of a folder. */
export function glossaryOf(folder: string, register = registerIn(folder)): Checked<GlossaryFile> {
	return compileGlossary(sourceFile(join(folder, GLOSSARY_FILE)), register);
}

interface SharedContent {
	readonly register: Register;
	readonly crosswalk: CrosswalkFile | null;
	readonly glossary: GlossaryFile;
}

const cache = new Map<string, SharedContent>();

function valueOf<T>(name: string, result: Checked<T>): T {
	if (result.ok) return result.value;
	throw new Error(`${name} has mistakes:\n${result.issues.map(describeIssue).join('\n')}`);
}

/**
 * Register, crosswalk and glossary of the shipped questionnaires, read once per process.
 *
 * @throws {Error} listing every mistake: a build with broken content must not succeed
 */
export function loadSharedContent(folder = QUESTIONNAIRES_FOLDER): SharedContent {
	const cached = cache.get(folder);
	if (cached) return cached;
	const register = registerIn(folder);
	const structures = new Map(
		listQuestionnaires(folder).map((id) => [id, loadQuestionnaire(id, folder).structure])
	);
	const content: SharedContent = {
		register,
		crosswalk: existsSync(join(folder, CROSSWALK_FILE))
			? valueOf(CROSSWALK_FILE, crosswalkOf(folder, structures, register))
			: null,
		glossary: existsSync(join(folder, GLOSSARY_FILE))
			? valueOf(GLOSSARY_FILE, glossaryOf(folder, register))
			: { terms: [] }
	};
	cache.set(folder, content);
	return content;
}

/** @returns the crosswalk of a questionnaire in one language, or `null` when there is none for it */
export function crosswalkFor(
	questionnaire: string,
	language: Language,
	folder = QUESTIONNAIRES_FOLDER
): Crosswalk | null {
	const { crosswalk } = loadSharedContent(folder);
	return crosswalk?.questionnaire === questionnaire ? crosswalkIn(crosswalk, language) : null;
}

/** All words that a report of a shipped questionnaire needs in one language. */
export function reportTexts(
	questionnaire: string,
	language: Language,
	folder = QUESTIONNAIRES_FOLDER
): QuestionnaireTexts {
	return {
		...textsOf(loadQuestionnaire(questionnaire, folder), language),
		crosswalk: crosswalkFor(questionnaire, language, folder)
	};
}
