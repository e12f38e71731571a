import type { Issue } from './issues.ts';

/** The parts of a zod issue that are used; zod's own type is a union over every schema kind. */
interface ZodIssueLike {
	readonly code?: string | undefined;
	readonly path: readonly PropertyKey[];
	readonly message: string;
	readonly input?: unknown;
	readonly expected?: unknown;
	readonly values?: readonly unknown[];
	readonly keys?: readonly string[];
	readonly minimum?: unknown;
	readonly maximum?: unknown;
	readonly format?: unknown;
}

/** A short, safe picture of a value for a message. */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			typeof value === 'object' && value !== null && Object.hasOwn(value, key)
				? (value as Record<string | number, unknown>)[key]
				: undefined,
		root
	);
}

/**
 * Turns zod's issues into ours: a code, a path and parameters, no words.
 *
 * @param root - what was parsed, for the "got …" part
 */
export function fromZod(issues: readonly ZodIssueLike[], root: unknown): Issue[] {
	return issues.flatMap((issue): Issue[] => {
		const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
		const got = shown(valueAt(root, path));
		if (issue.code === 'unrecognized_keys')
			return (issue.keys ?? []).map((key) => ({
				code: 'unknown_key',
				path: [...path, key],
				params: { key }
			}));
		if (issue.code === 'invalid_type') {
			const code = valueAt(root, path) === undefined ? 'missing' : 'invalid_type';
			return [{ code, path, params: { expected: String(issue.expected), got } }];
		}
		if (issue.code === 'invalid_value')
			return [
				{
					code: 'invalid_choice',
					path,
					params: { expected: (issue.values ?? []).map(shown).join(', '), got }
				}
			];
		if (issue.code === 'too_small')
			return [{ code: 'too_small', path, params: { min: String(issue.minimum), got } }];
		if (issue.code === 'too_big')
			return [{ code: 'too_big', path, params: { max: String(issue.maximum), got } }];
		if (issue.code === 'invalid_format')
			return [{ code: 'invalid_format', path, params: { expected: String(issue.format), got } }];
		return [{ code: issue.code ?? 'invalid', path, params: { got } }];
	});
}
