import type { Action, Answer, Assessment } from '../core/assessment/types.ts';
import { headOf, mergeHead, partsOf, withParts, type Part } from './assessment-store.ts';

/** Fields to set in a piece; `null` takes a field away, and what is not named stays as it is stored. */
export type Fields<T> = { readonly [K in keyof T]?: T[K] | null };

interface PieceChange<Kind, T> {
	readonly kind: Kind;
	readonly key: string;
	/** `null` removes the piece. */
	readonly fields: Fields<T> | null;
	/** The same fields as the person saw them before: tells whether somebody else changed them since. */
	readonly was?: Fields<T>;
	/** The piece was removed before: what is stored of it does not stay. */
	readonly anew?: true;
}

/** What a person did to one piece of an assessment: only the fields that changed, so that two tabs can change one answer. */
export type Change =
	PieceChange<'answer', Answer> | PieceChange<'action', Action> | Extract<Part, { kind: 'head' | 'scope' }>;

type Piece = Readonly<Record<string, unknown>>;

/** They exclude each other, so they are set together; whoever sets one says whether the answer is still inherited. */
export const ONE_CHOICE: readonly string[] = ['grade', 'unknown', 'notApplicable', 'done', 'inherited'];
const LISTS = { answer: 'answers', action: 'actions' } as const;

/**
 * @param before - the assessment that the person saw
 * @param part - a piece as it is afterwards
 */
export function changeOf(before: Assessment, part: Part): Change {
	if (part.kind !== 'answer' && part.kind !== 'action') return part;
	const { kind, key } = part;
	const old: Piece = { ...before[LISTS[kind]][key] };
	// An action is planned or not, whatever it says; an answer is no more than its fields.
	if (part.value === null && kind === 'action') return { kind, key, fields: null };
	const now: Piece = { ...part.value };
	const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
	const changed = new Set(names.filter((name) => !isSame(old[name], now[name])));
	if (kind === 'answer' && ONE_CHOICE.some((name) => name !== 'inherited' && changed.has(name)))
		for (const name of ONE_CHOICE) changed.add(name);
	const only = (piece: Piece) => Object.fromEntries([...changed].map((name) => [name, piece[name] ?? null]));
	return { kind, key, fields: only(now), was: only(old) } as Change;
}

/** @returns everything of an assessment, as changes that store it where there is nothing yet */
export function changesOf(assessment: Assessment): Change[] {
	const nothing = { answers: {}, actions: {}, scope: {} } as unknown as Assessment;
	return [
		{ kind: 'head', key: '', value: headOf(assessment) },
		...partsOf(assessment).map((part) => changeOf(nothing, part))
	];
}

export function isSame(one: unknown, other: unknown): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** @returns the piece with a change applied, or `null` when nothing is left of it */
export function withFields(
	piece: Answer | Action | null | undefined,
	{ kind, fields, anew }: Extract<Change, { kind: 'answer' | 'action' }>
): Answer | Action | null {
	if (fields === null) return null;
	const merged: Record<string, unknown> = { ...(anew ? null : piece), ...fields };
	for (const name of Object.keys(merged)) if (merged[name] === null) delete merged[name];
	const isEmpty = kind === 'answer' && Object.keys(merged).every((name) => name === 'updated');
	return isEmpty ? null : merged;
}

/** @returns the assessment with changes applied one after the other; the original is untouched */
export function withChanges(assessment: Assessment, changes: readonly Change[]): Assessment {
	return changes.reduce((now, change) => {
		if (change.kind !== 'answer' && change.kind !== 'action') return withParts(now, [change]);
		const value = withFields(now[LISTS[change.kind]][change.key], change);
		return withParts(now, [{ kind: change.kind, key: change.key, value } as Part]);
	}, assessment);
}

/** @returns one change that does what two of the same piece do one after the other */
export function mergeChanges(earlier: Change | undefined, later: Change): Change {
	if (earlier?.kind === 'head' && later.kind === 'head')
		return { ...later, value: mergeHead(earlier.value, later.value) };
	if (!earlier || !('fields' in earlier) || !('fields' in later) || later.fields === null) return later;
	if (earlier.fields === null) return { ...later, anew: true };
	return {
		...later,
		fields: { ...earlier.fields, ...later.fields },
		was: { ...later.was, ...earlier.was },
		...(earlier.anew && { anew: true })
	} as Change;
}
