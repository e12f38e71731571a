import { answerState, gradeOf, type AnswerState } from '../assessment/answer-state.ts';
import type { Assessment } from '../assessment/types.ts';
import { scopeOf } from '../questionnaire/scope.ts';
import type { Grade, Question, Questionnaire } from '../questionnaire/types.ts';

/** One point that a policy makes or lacks: a question and its answer. */
export interface PolicyPoint {
	readonly question: string;
	readonly state: AnswerState;
}

/** What a policy still has to say in one section, and what it says already. */
export interface PolicySection {
	/** Scoring group. */
	readonly id: string;
	readonly missing: readonly PolicyPoint[];
	readonly said: readonly PolicyPoint[];
}

/** From this grade on the policy counts as saying it. */
const SAID_FROM: Grade = 2;

/**
 * Sorts every question that applies into what the organisation's own policy still has to say (grades 0 and 1, *don't
 * know*, open) and what it says. Always of the whole questionnaire: what a shorter selection does not ask is open.
 * *Not applicable* is left out, and so are sections without a point.
 */
export function policyOutline(questionnaire: Questionnaire, assessment: Assessment): PolicySection[] {
	const inScope = scopeOf(questionnaire, 'full', assessment.scope).in;
	const pointOf = (question: Question): PolicyPoint => ({
		question: question.id,
		state: answerState(question, assessment.answers[question.id], assessment.details.unit)
	});
	const isSaid = ({ state }: PolicyPoint) => gradeOf(state) >= SAID_FROM;
	return questionnaire.groups
		.map(({ id }): PolicySection => {
			const points = inScope
				.filter((question) => question.group === id)
				.map(pointOf)
				.filter(({ state }) => state.kind !== 'notApplicable');
			return { id, missing: points.filter((point) => !isSaid(point)), said: points.filter(isSaid) };
		})
		.filter(({ missing, said }) => missing.length + said.length > 0);
}
