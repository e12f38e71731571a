import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod/mini';
import type { Issue } from '../issues.ts';
import { fromZod } from '../zod-issues.ts';

/** A file as text: reading it is the caller's business. */
export interface SourceFile {
	readonly path: string;
	readonly text: string;
}

/** A parsed file that can still tell on which line a path stands. */
export interface ReadFile<T> {
	readonly value: T | null;
	readonly issues: readonly Issue[];
	/** Completes an issue with the file and the line of its path. */
	readonly place: (issue: Issue) => Issue;
}

/** Most bytes of one questionnaire file; the largest of the flagship has about a tenth. */
export const MAX_FILE_LENGTH = 2_000_000;

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
	for (let length = path.length; length >= 0; length--) {
		const part = path.slice(0, length);
		const node = length === 0 ? document.contents : document.getIn(part, true);
		if (!isNode(node) || !node.range) continue;
		const start = node.range[0];
		return lines.linePos(start).line;
	}
	return 1;
}

/**
 * Parses a YAML (or JSON) file and validates it.
 *
 * @returns the value, or every mistake with its file, line and path; nothing is thrown for bad input
 */
export function readYaml<S extends z.core.$ZodType>(file: SourceFile, schema: S): ReadFile<z.output<S>> {
	const lines = new LineCounter();
	const at = (line: number) => (issue: Issue) => ({ ...issue, file: file.path, line: issue.line ?? line });
	if (file.text.length > MAX_FILE_LENGTH) {
		const issue: Issue = { code: 'file_too_big', path: [], params: { max: MAX_FILE_LENGTH } };
		return { value: null, issues: [at(1)(issue)], place: at(1) };
	}
	const document = parseDocument(file.text, {
		lineCounter: lines,
		uniqueKeys: true,
		maxAliasCount: 0
	} as object);
	const place = (issue: Issue): Issue => at(lineOf(document, lines, issue.path))(issue);
	if (document.errors.length > 0) {
		const issues = document.errors.map((error): Issue => {
			const reason = error.message.split('\n')[0] ?? '';
			return at(lines.linePos(error.pos[0]).line)({ code: 'invalid_yaml', path: [], params: { reason } });
		});
		return { value: null, issues, place };
	}
	let parsed: unknown;
	try {
		parsed = document.toJS({ maxAliasCount: 0 });
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { value: null, issues: [at(1)({ code: 'invalid_yaml', path: [], params: { reason } })], place };
	}
	const result = (
		schema as unknown as { safeParse(v: unknown): z.core.util.SafeParseResult<z.output<S>> }
	).safeParse(parsed);
	if (result.success) return { value: result.data, issues: [], place };
	return { value: null, issues: fromZod(result.error.issues, parsed).map(place), place };
}
