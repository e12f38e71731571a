import { gradeOf, type AnswerState } from '../assessment/answer-state.ts';
import type { Grade, Questionnaire } from '../questionnaire/types.ts';
import { compare, fraction, ZERO, type Fraction } from '../scoring/fraction.ts';
import type { ScoredAnswer } from '../scoring/points.ts';
import type { AssessmentScore } from '../scoring/score-assessment.ts';

/** How a habit stands: by its weakest answer, once every question on it is answered. */
export type Standing =
	{ readonly kind: 'grade'; readonly grade: Grade } | { readonly kind: 'unknown' | 'open' | 'notApplicable' };

/** A theme of a questionnaire for a person, read as a habit. */
export interface Habit {
	/** Theme, or scoring group where the questionnaire has no themes. */
	readonly id: string;
	readonly questions: readonly string[];
	readonly standing: Standing;
	/** The question whose action helps most next; the open one first. `null` when there is nothing to do. */
	readonly next: string | null;
}

interface Ranked {
	readonly habit: Habit;
	readonly use: Fraction;
}

/**
 * The habits of a person, what helps most next first: answered ones by weight × grades to climb ÷ effort, then the
 * unanswered, then those that are kept or do not apply; otherwise in the questionnaire's order. A question counts
 * under its first theme only.
 *
 * @see docs/scoring.md#15-habits
 */
export function habitsOf(questionnaire: Questionnaire, score: AssessmentScore): Habit[] {
	const byTheme = questionnaire.themes.length > 0;
	const ids = (byTheme ? questionnaire.themes : questionnaire.groups).map(({ id }) => id);
	const ranked = ids.flatMap((id): Ranked[] => {
		const own = score.answers.filter(
			({ question }) => (byTheme ? question.themes[0] : question.group) === id
		);
		return own.length > 0 ? [habitOf(id, own)] : [];
	});
	const place = ({ habit: { standing } }: Ranked) =>
		standing.kind === 'open' ? 1 : standing.kind === 'notApplicable' || isKept(standing) ? 2 : 0;
	return ranked
		.map((item, index) => ({ item, index }))
		.sort((a, b) => place(a.item) - place(b.item) || compare(b.item.use, a.item.use) || a.index - b.index)
		.map(({ item }) => item.habit);
}

/** @returns whether nothing is left to do about a habit */
export function isKept(standing: Standing): boolean {
	return standing.kind === 'grade' && standing.grade === 3;
}

function habitOf(id: string, own: readonly ScoredAnswer[]): Ranked {
	const counting = own.filter(({ state }) => state.kind !== 'notApplicable');
	const open = counting.find(({ state }) => state.kind === 'open');
	const [neediest] = [...counting].sort((a, b) => compare(useOf(b), useOf(a)));
	const next = open ?? (neediest && gradeOf(neediest.state) < 3 ? neediest : undefined);
	return {
		habit: {
			id,
			questions: own.map(({ question }) => question.id),
			standing: standingOf(counting.map(({ state }) => state)),
			next: next?.question.id ?? null
		},
		use: neediest && !open ? useOf(neediest) : ZERO
	};
}

function standingOf(states: readonly AnswerState[]): Standing {
	if (states.length === 0) return { kind: 'notApplicable' };
	for (const kind of ['open', 'unknown'] as const)
		if (states.some((state) => state.kind === kind)) return { kind };
	return { kind: 'grade', grade: Math.min(...states.map(gradeOf)) as Grade };
}

function useOf({ question, state }: ScoredAnswer): Fraction {
	return fraction(question.weight * (3 - gradeOf(state)), question.effort);
}
