import type { Grade, Level, Question } from '../questionnaire/types.ts';
import { compare, fraction, type Fraction } from './fraction.ts';

/** Lowest score of each level's band. Source: docs/scoring.md, section 5. */
export const BAND_FLOORS: readonly [0, 15, 50, 85] = [0, 15, 50, 85];

/** @returns the level whose band an exact score from 0 to 100 lies in */
export function band(score: Fraction): Level {
	for (const level of [3, 2, 1] as const) {
		if (compare(score, fraction(BAND_FLOORS[level])) >= 0) return level;
	}
	return 0;
}

/** Why a question holds a level down. */
export type CapRule = 'critical_at_0' | 'critical_or_must_at_1';

export interface Cap {
	readonly question: string;
	/** The level cannot be higher than this. */
	readonly level: Level;
	readonly rule: CapRule;
}

export interface CappedQuestion {
	readonly question: Question;
	/** Grade the answer is worth: 0 for *don't know* and open. */
	readonly grade: Grade;
	readonly must: boolean;
}

/** Caps on a group's level: critical at 0 → 1; critical or `must` at 0 or 1 → 2. */
export function groupCaps(answers: readonly CappedQuestion[]): Cap[] {
	return answers.flatMap(({ question, grade, must }): Cap[] => {
		if (question.critical && grade === 0) return [{ question: question.id, level: 1, rule: 'critical_at_0' }];
		if ((question.critical || must) && grade <= 1)
			return [{ question: question.id, level: 2, rule: 'critical_or_must_at_1' }];
		return [];
	});
}

/** Caps on the overall level, from every group: critical at 0 → 2; `must` at 0 or 1 → 2. */
export function overallCaps(answers: readonly CappedQuestion[]): Cap[] {
	return answers.flatMap(({ question, grade, must }): Cap[] => {
		if (question.critical && grade === 0) return [{ question: question.id, level: 2, rule: 'critical_at_0' }];
		if (must && grade <= 1) return [{ question: question.id, level: 2, rule: 'critical_or_must_at_1' }];
		return [];
	});
}

export function lowest(levels: readonly Level[]): Level {
	return Math.min(3, ...levels) as Level;
}
