import type { Issue } from '../issues.ts';
import { readYaml, type SourceFile } from './read-yaml.ts';
import { claimsFileSchema, documentsFileSchema, type ClaimsFile, type DocumentsFile } from './schema.ts';

export type RegisterClaim = ClaimsFile['claims'][number];
export type RegisterDocument = DocumentsFile['documents'][number];

/** The files of the register that all questionnaires share. */
export interface RegisterFiles {
	readonly documents: SourceFile;
	readonly claims: readonly SourceFile[];
}

/** The register by id, in the order of its files. */
export interface Register {
	readonly documents: ReadonlyMap<string, RegisterDocument>;
	readonly claims: ReadonlyMap<string, RegisterClaim>;
	readonly issues: readonly Issue[];
}

/** Reads the register. What binds its files together is checked with every questionnaire (`compileQuestionnaire`). */
export function readRegister(files: RegisterFiles): Register {
	const documents = readYaml(files.documents, documentsFileSchema);
	const claims = files.claims.map((file) => readYaml(file, claimsFileSchema));
	return {
		documents: new Map((documents.value?.documents ?? []).map((item) => [item.id, item])),
		claims: new Map(claims.flatMap(({ value }) => value?.claims ?? []).map((item) => [item.id, item])),
		issues: [documents, ...claims].flatMap(({ issues }) => issues)
	};
}
