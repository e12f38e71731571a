import type { Grade } from '../questionnaire/types.ts';

/** What a participant chose: a grade, or *don't know*. */
export type Choice = Grade | 'unknown';

/** How often each choice was made: grades 0 to 3, then *don't know*. */
export type Counts = readonly [number, number, number, number, number];

/**
 * Where a question of a room stands. `waiting`: not opened yet, or reset. `open`: answers are taken. `closed`: the
 * host sees the result. `revealed`: everybody sees it.
 */
export type QuestionState = 'waiting' | 'open' | 'closed' | 'revealed';

/** What the host does with a question. */
export type QuestionAction = 'open' | 'close' | 'reveal' | 'reset';

/** Why the newest answers of a closed question are not shown. */
export type Held = 'too_few' | 'too_few_new';

/** Answers of one role at one moment; `fresh` counts those people whose choice no shown result has contained yet. */
export interface RoleTally {
	/** Place in the room's list of roles; −1 for people without one. */
	readonly role: number;
	readonly counts: Counts;
	/** How many of `counts` are fresh, choice by choice. */
	readonly fresh: Counts;
}

/** A result that may be shown: of everybody, and of those roles that may be told apart. */
export interface Result {
	readonly counts: Counts;
	readonly roles: readonly { readonly role: number; readonly counts: Counts }[];
}
