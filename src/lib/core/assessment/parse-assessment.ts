import type { Checked, Issue } from '../issues.ts';
import { fromZod } from '../zod-issues.ts';
import { assessmentSchema, MAX_ANSWERS } from './schema.ts';
import type { Assessment } from './types.ts';

/** Largest assessment file in bytes that is read: 2,500 answers with long notes stay below. */
export const MAX_ASSESSMENT_BYTES = 20_000_000;
/** Deepest nesting in a valid file is 6; more is refused before anything walks it. */
const MAX_DEPTH = 12;

/** Keys that would reach into JavaScript's own objects. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

function findDangerous(value: unknown, path: (string | number)[], depth: number): Issue | null {
	if (typeof value !== 'object' || value === null) return null;
	if (depth > MAX_DEPTH) return { code: 'too_deep', path, params: { max: MAX_DEPTH } };
	for (const key of Object.keys(value)) {
		const at = [...path, Array.isArray(value) ? Number(key) : key];
		if (FORBIDDEN_KEYS.has(key)) return { code: 'unknown_key', path: at, params: { key } };
		const found = findDangerous((value as Record<string, unknown>)[key], at, depth + 1);
		if (found) return found;
	}
	return null;
}

/**
 * Reads an assessment file. Nothing of a bad file is kept.
 *
 * @param json - the file's text
 * @returns the assessment, or every mistake with its path
 */
export function parseAssessment(json: string): Checked<Assessment> {
	const tooBig = sizeIssue(json.length);
	if (tooBig) return { ok: false, issues: [tooBig] };
	let data: unknown;
	try {
		data = JSON.parse(json.replace(/^\uFEFF/, ''));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { ok: false, issues: [{ code: 'invalid_json', path: [], params: { reason } }] };
	}
	return parseAssessmentData(data);
}

/** Says whether a file is too large to be read at all. @param bytes - its size; its length in characters is no more */
export function sizeIssue(bytes: number): Issue | null {
	const max = MAX_ASSESSMENT_BYTES;
	return bytes > max ? { code: 'file_too_big', path: [], params: { max, megabytes: max / 1_000_000 } } : null;
}

/** Like `parseAssessment`, from data that was already read. */
export function parseAssessmentData(data: unknown): Checked<Assessment> {
	const dangerous = findDangerous(data, [], 0);
	if (dangerous) return { ok: false, issues: [dangerous] };
	const header = headerIssue(data);
	if (header) return { ok: false, issues: [header] };
	const result = assessmentSchema.safeParse(data);
	if (!result.success) return { ok: false, issues: fromZod(result.error.issues, data) };
	for (const part of ['answers', 'actions', 'scope', 'dossier'] as const)
		if (Object.keys(result.data[part] ?? {}).length > MAX_ANSWERS)
			return {
				ok: false,
				issues: [
					{
						code: 'too_big',
						path: [part],
						params: { max: MAX_ANSWERS, got: Object.keys(result.data[part] ?? {}).length }
					}
				]
			};
	return { ok: true, value: result.data as Assessment };
}

/** Says first whether this is our file at all, before a list of a hundred details. */
function headerIssue(data: unknown): Issue | null {
	const file = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
	if (file['format'] !== 'plumbline-assessment') return { code: 'not_an_assessment', path: [], params: {} };
	if (typeof file['formatVersion'] === 'number' && file['formatVersion'] > 1)
		return { code: 'newer_format', path: ['formatVersion'], params: { got: file['formatVersion'] } };
	return null;
}
