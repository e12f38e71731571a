import type { Action, Answer, Assessment } from '../core/assessment/types.ts';
import type { Dossier } from '../core/dossier/dossier-fields.ts';
import type { Change } from './changes.ts';

/** Everything of an assessment but its answers, scoping facts and actions. */
export type AssessmentHead = Omit<Assessment, 'answers' | 'scope' | 'actions'>;

/**
 * One separately stored piece of an assessment, as it is as a whole. `value: null` removes the piece. What is
 * written is a `Change` of it, so that two tabs that change different fields never overwrite each other.
 */
export type Part =
	| { readonly kind: 'answer'; readonly key: string; readonly value: Answer | null }
	| { readonly kind: 'scope'; readonly key: string; readonly value: readonly string[] | 'unsure' | null }
	| { readonly kind: 'action'; readonly key: string; readonly value: Action | null }
	| { readonly kind: 'head'; readonly key: ''; readonly value: HeadPatch };

/** Fields of the head to set; `details`, `scopeReasons` and `targets` are merged one level deep, `dossier` two. */
export type HeadPatch = Partial<AssessmentHead>;

/** @returns the head with a patch applied; what the patch does not name stays as another tab may have set it */
export function mergeHead<H extends HeadPatch>(head: H, patch: HeadPatch): H {
	const next: Record<string, unknown> = { ...head, ...patch };
	for (const field of ['details', 'scopeReasons', 'targets'] as const)
		if (patch[field]) next[field] = { ...head[field], ...patch[field] };
	if (patch.dossier) next['dossier'] = mergeDossier(head.dossier, patch.dossier);
	return next as H;
}

/** Field by field: another tab may be writing about the same theme. */
function mergeDossier(before: Dossier = {}, patch: Dossier): Dossier {
	const themes = Object.entries(patch).map(
		([theme, texts]) => [theme, { ...before[theme], ...texts }] as const
	);
	return { ...before, ...Object.fromEntries(themes) };
}

/** Where assessments are kept. Every promise resolves only once the data is durably stored. */
export interface AssessmentStore {
	/** `false`: kept in this tab's memory only, and lost with it. */
	readonly durable: boolean;
	list(): Promise<AssessmentHead[]>;
	read(id: string): Promise<Assessment | null>;
	/** Stores a whole assessment, all or nothing, in place of one with the same id. */
	replace(assessment: Assessment): Promise<void>;
	/**
	 * Applies changes to what is stored at that moment, all or nothing.
	 *
	 * @param changes - each piece at most once
	 * @param options - `create`: the assessment may not be stored yet; `changes` then has all of its head
	 * @throws {StorageError} `not_found` when it is not stored: it was deleted
	 */
	write(id: string, changes: readonly Change[], options?: { create?: boolean }): Promise<void>;
	remove(id: string): Promise<void>;
}

export type StorageErrorCode = 'blocked' | 'full' | 'not_found' | 'failed';

/** The world failed: storage full, blocked or gone. Codes are mapped to messages with a next step. */
export class StorageError extends Error {
	override readonly name = 'StorageError';
	readonly code: StorageErrorCode;
	constructor(code: StorageErrorCode, options?: ErrorOptions) {
		super(`Storage error: ${code}`, options);
		this.code = code;
	}
}

export function headOf({ answers: _, scope: __, actions: ___, ...head }: Assessment): AssessmentHead {
	return head;
}

export function partsOf({ answers, scope, actions }: Assessment): Exclude<Part, { kind: 'head' }>[] {
	return [
		...Object.entries(answers).map(([key, value]) => ({ kind: 'answer' as const, key, value })),
		...Object.entries(scope).map(([key, value]) => ({ kind: 'scope' as const, key, value })),
		...Object.entries(actions).map(([key, value]) => ({ kind: 'action' as const, key, value }))
	];
}

const FIELDS = { answer: 'answers', scope: 'scope', action: 'actions' } as const;

/** @returns the assessment with some pieces replaced; the original is untouched */
export function withParts(assessment: Assessment, parts: readonly Part[]): Assessment {
	let next = assessment;
	for (const part of parts) {
		if (part.kind === 'head') {
			next = mergeHead(next, part.value);
			continue;
		}
		const field = FIELDS[part.kind];
		const { [part.key]: _, ...rest } = next[field] as Record<string, unknown>;
		next = { ...next, [field]: part.value === null ? rest : { ...rest, [part.key]: part.value } };
	}
	return next;
}
