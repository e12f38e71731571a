import { describeIssue } from '../core/questionnaire/describe-issue.ts';
import { readYaml } from '../core/questionnaire/read-yaml.ts';
import {
	claimsFileSchema,
	documentsFileSchema,
	type ClaimsFile,
	type DocumentsFile
} from '../core/questionnaire/schema.ts';
import { QUESTIONNAIRES_FOLDER, readQuestionnaireFolder } from './questionnaire-files.ts';

/** The register as it stands in the files: a questionnaire carries only the claims that it cites. */
export interface CheckRegister {
	readonly claims: ReadonlyMap<string, ClaimsFile['claims'][number]>;
	readonly documents: ReadonlyMap<string, DocumentsFile['documents'][number]>;
}

/** @throws {Error} listing every mistake, one a line */
export function readCheckRegister(questionnaire: string, folder = QUESTIONNAIRES_FOLDER): CheckRegister {
	const files = readQuestionnaireFolder(`${folder}/${questionnaire}`);
	const documents = readYaml(files.documents, documentsFileSchema);
	const claims = files.claims.map((file) => readYaml(file, claimsFileSchema));
	const issues = [documents, ...claims].flatMap((read) => read.issues);
	if (issues.length > 0) throw new Error(issues.map(describeIssue).join('\n'));
	const all = claims.flatMap(({ value }) => value?.claims ?? []);
	return {
		claims: new Map(all.map((claim) => [claim.id, claim])),
		documents: new Map((documents.value?.documents ?? []).map((document) => [document.id, document]))
	};
}
