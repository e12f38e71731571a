import type { AnswerState } from '../assessment/answer-state.ts';
import type { Level } from '../questionnaire/types.ts';
import type { Fraction } from '../scoring/fraction.ts';

/** A score at two times, exact; `null` where there was no score, which is not 0. */
export interface ScoreChange {
	readonly before: Fraction | null;
	readonly now: Fraction | null;
	/** Now minus before, from −100 to 100; `null` unless both have a score. */
	readonly difference: Fraction | null;
}

/** A level at two times; `null` where there was none. */
export interface LevelChange {
	readonly before: Level | null;
	readonly now: Level | null;
	/** Now minus before, from −3 to 3; `null` unless both have a level. */
	readonly difference: number | null;
}

export interface GroupChange {
	readonly id: string;
	readonly score: ScoreChange;
	readonly level: LevelChange;
}

/** `restated`: worth the same, but put another way (for instance *don't know* where there was no answer). */
export type AnswerDirection = 'improved' | 'regressed' | 'restated';

/** An answer that counts as something else than it did; the question is in scope of both. */
export interface AnswerChange {
	readonly question: string;
	readonly group: string;
	readonly before: AnswerState;
	readonly now: AnswerState;
	readonly direction: AnswerDirection;
}

/** Why two scores do not measure quite the same thing. */
export type Difference = 'version' | 'selection' | 'unit' | 'scope';

/** What happened to the gaps: each list holds ids of questions, in questionnaire order. */
export interface GapChanges {
	/** Was a gap and is none: the highest grade has been reached. */
	readonly closed: readonly string[];
	/** Was a gap and is no longer asked, or is called *not applicable*: nothing was closed. */
	readonly removed: readonly string[];
	/** Is a gap and was none, because an answer is worth less. */
	readonly opened: readonly string[];
	/** Is a gap and was not asked before, or was called *not applicable*. */
	readonly added: readonly string[];
	/** Was and is a gap. */
	readonly kept: readonly string[];
}

/** Actions by what became of them: ids of questions, in questionnaire order. */
export interface ActionChanges {
	/** Done now and not before. */
	readonly done: readonly string[];
	/** The risk is accepted now and was not before. */
	readonly accepted: readonly string[];
	/** Was done or accepted, and is so no longer. */
	readonly reopened: readonly string[];
}

/** What is different between two assessments by the same questionnaire. */
export interface Comparison {
	/** Empty when the two can be read side by side without a caveat. */
	readonly differences: readonly Difference[];
	readonly score: ScoreChange;
	readonly level: LevelChange;
	/** Every group, in questionnaire order. */
	readonly groups: readonly GroupChange[];
	/** In questionnaire order. */
	readonly answers: readonly AnswerChange[];
	readonly gaps: GapChanges;
	readonly actions: ActionChanges;
	/** Questions in scope of one of the two only. */
	readonly cameIntoScope: readonly string[];
	readonly leftScope: readonly string[];
}
