import type { Assessment } from '../assessment/types.ts';
import { ruleHolds } from '../questionnaire/rule.ts';
import { conditionHolds, isUnsure } from '../questionnaire/scope.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ScoredAnswer } from '../scoring/points.ts';
import type { AssessmentScore } from '../scoring/score-assessment.ts';
import { meets } from './grade-condition.ts';
import type { Hint } from './types.ts';

/** A hint that the answers give rise to, with those answers in the hint's order. */
export interface FoundHint {
	readonly hint: Hint;
	readonly answers: readonly ScoredAnswer[];
}

/**
 * Finds answers that do not fit together.
 *
 * Only questions in scope that were answered with a grade count: *don't know*, *not applicable* and open answers
 * contradict nothing. A fact that was not answered for certain does not hold here, although it counts the more
 * demanding way in the scope: nobody is reminded of something that they did not say.
 *
 * @param score - of the same assessment; it is read, never changed
 */
export function findHints(
	hints: readonly Hint[],
	questionnaire: Questionnaire,
	assessment: Assessment,
	score: AssessmentScore
): FoundHint[] {
	const rows = new Map(score.answers.map((row) => [row.question.id, row]));
	const conditions = new Map(questionnaire.conditions.map((condition) => [condition.id, condition]));
	const holds = (id: string): boolean => {
		const condition = conditions.get(id);
		if (!condition || isUnsure(assessment.scope[condition.fact])) return false;
		return conditionHolds(condition, assessment.scope);
	};
	return hints.flatMap((hint): FoundHint[] => {
		if (!ruleHolds(hint.rule, holds)) return [];
		const answers = hint.answers.flatMap((condition): ScoredAnswer[] => {
			const row = rows.get(condition.question);
			return row?.state.kind === 'grade' && meets(condition, row.state.grade) ? [row] : [];
		});
		return answers.length === hint.answers.length ? [{ hint, answers }] : [];
	});
}
