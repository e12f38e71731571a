import type { Grade, Question } from '../questionnaire/types.ts';
import { gradeOf, type AnswerState } from '../assessment/answer-state.ts';
import { fraction, type Fraction } from './fraction.ts';

/** An in-scope question with what its answer counts as. */
export interface ScoredAnswer {
	readonly question: Question;
	readonly state: AnswerState;
}

/** Points of a set of questions: of a group, a theme, a practice area or any other lens. */
export interface Points {
	/** N: Σ weight × grade over what is not *not applicable*. */
	readonly points: number;
	/** 3·D: the most that can be reached. */
	readonly max: number;
	/** W: weight in scope, *not applicable* included. */
	readonly weight: number;
	/** Weight called *not applicable*. */
	readonly notApplicableWeight: number;
	/** 100·N ÷ 3·D from 0 to 100, or `null` when nothing is in scope. */
	readonly score: Fraction | null;
}

/** At most this part (1/5) of the weight may leave as *not applicable*. Source: docs/scoring.md, section 3. */
const NOT_APPLICABLE_DIVISOR = 5;

/**
 * Adds up a set of answers.
 *
 * @param openCountsAs - 0 for the score and the low end of the range, 3 for the high end
 * @see docs/scoring.md#3-formulas-whole-numbers-until-the-last-step
 */
export function pointsOf(answers: readonly ScoredAnswer[], openCountsAs: Grade = 0): Points {
	let [weight, notApplicableWeight, points] = [0, 0, 0];
	for (const { question, state } of answers) {
		weight += question.weight;
		if (state.kind === 'notApplicable') notApplicableWeight += question.weight;
		else points += question.weight * (state.kind === 'open' ? openCountsAs : gradeOf(state));
	}
	const counted = weight - Math.min(notApplicableWeight, Math.floor(weight / NOT_APPLICABLE_DIVISOR));
	const max = 3 * counted;
	return {
		points,
		max,
		weight,
		notApplicableWeight,
		score: max === 0 ? null : fraction(100 * points, max)
	};
}
