import type { Grade, Question, Unit } from '../questionnaire/types.ts';
import type { Answer } from './types.ts';

/** What a stored answer counts as. */
export type AnswerState =
	| { readonly kind: 'grade'; readonly grade: Grade }
	| { readonly kind: 'unknown' }
	| { readonly kind: 'notApplicable' }
	| { readonly kind: 'open' };

const OPEN: AnswerState = { kind: 'open' };

/**
 * A question about one system, asked of a whole organisation, is answered on the
 * shared coverage scale instead of its own anchors or elements.
 */
export function usesCoverageScale(question: Question, unit: Unit | undefined): boolean {
	return unit === 'organisation' && question.unit === 'system';
}

/** @returns the grade that a checklist's table gives for the elements present; ids it does not know earn nothing */
export function checklistGrade(question: Question, present: readonly string[]): Grade {
	const required = (question.elements ?? []).filter((element) => element.required);
	const count = required.filter((element) => present.includes(element.id)).length;
	return question.grades?.[count] ?? 0;
}

/**
 * Reads what an answer counts as.
 *
 * *Not applicable* counts only where the question allows it and both reason and approver are given; a
 * checklist only once it is done, a yes-no question only with 0 or 3. Anything else is open, never a gain.
 *
 * @see docs/scoring.md#1-questions-and-answers
 */
export function answerState(
	question: Question,
	answer: Answer | undefined,
	unit: Unit | undefined
): AnswerState {
	if (!answer) return OPEN;
	if (answer.notApplicable) {
		const { reason, approver } = answer.notApplicable;
		const complete = question.allowsNotApplicable && reason.trim() !== '' && approver.trim() !== '';
		return complete ? { kind: 'notApplicable' } : OPEN;
	}
	if (answer.unknown) return { kind: 'unknown' };
	const { grade } = answer;
	const own = !usesCoverageScale(question, unit);
	if (own && question.kind === 'checklist') {
		if (!answer.done) return OPEN;
		return { kind: 'grade', grade: checklistGrade(question, answer.elements ?? []) };
	}
	if (grade === undefined || (own && question.kind === 'yes-no' && grade !== 0 && grade !== 3)) return OPEN;
	return { kind: 'grade', grade };
}

/** @returns the grade an answer is worth in the score: *don't know* and open are worth 0 */
export function gradeOf(state: AnswerState): Grade {
	return state.kind === 'grade' ? state.grade : 0;
}
