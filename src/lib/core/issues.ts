/**
 * A problem in somebody's data. Words are made at the edge, in the reader's
 * language; authors of questionnaires read English (`describeIssue`).
 */
export interface Issue {
	/** snake_case, as in zod, so that both fit one list. */
	readonly code: string;
	readonly path: readonly (string | number)[];
	readonly params: Readonly<Record<string, string | number>>;
	readonly file?: string;
	/** 1-based. */
	readonly line?: number;
}

export type Checked<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: Issue[] };

/** Writes a path the way people read it: `questions[2].weight`. */
export function pathText(path: readonly (string | number)[]): string {
	return path
		.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
		.join('');
}
