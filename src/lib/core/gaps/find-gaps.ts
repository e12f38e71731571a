import type { Assessment } from '../assessment/types.ts';
import { gradeOf, type AnswerState } from '../assessment/answer-state.ts';
import { dutyAt } from '../questionnaire/duty.ts';
import type { Duty, Effort, Grade, Question } from '../questionnaire/types.ts';
import { compare, divide, fraction, ZERO, type Fraction } from '../scoring/fraction.ts';
import { asAtOf, type AssessmentScore } from '../scoring/score-assessment.ts';

/** In the order of the list. `law` reads *required by law*. */
export const GAP_PRIORITIES = ['critical', 'law', 'high', 'medium', 'low'] as const;
export type GapPriority = (typeof GAP_PRIORITIES)[number];

export interface Gap {
	readonly question: string;
	readonly group: string;
	readonly priority: GapPriority;
	readonly state: AnswerState;
	readonly grade: Grade;
	readonly duty: Duty;
	readonly critical: boolean;
	readonly effort: Effort;
	/** What grade 3 here would add to the overall score; 0 when the group does not count or there is no score. */
	readonly gain: Fraction;
}

/**
 * What raising a question to another grade adds to the overall score.
 *
 * @returns 0 when the question's group does not count in the overall score, or when there is none
 * @see docs/scoring.md#7-gaps-and-their-order
 */
export function gainOf(score: AssessmentScore, question: Question, from: Grade, to: Grade): Fraction {
	const group = score.groups.find(({ id }) => id === question.group);
	const counted = score.groups.filter((g) => g.counted).length;
	if (!score.overall || !group?.counted || group.max === 0) return ZERO;
	return fraction(100 * question.weight * (to - from), group.max * counted);
}

interface Ranked {
	gap: Gap;
	/** Gain (or weight, when there is no score) by effort: the order inside a class. */
	order: Fraction;
}

function byOrder(a: Ranked, b: Ranked): number {
	// Not `localeCompare`: its order differs between browsers, and then so would the report.
	return compare(b.order, a.order) || (a.gap.question < b.gap.question ? -1 : 1);
}

/** The first ⌈n/3⌉ of what remains are high, the next ⌈(n − ⌈n/3⌉)/2⌉ medium, the others low. */
function splitRest(rest: readonly Ranked[]): Gap[] {
	const high = Math.ceil(rest.length / 3);
	const medium = high + Math.ceil((rest.length - high) / 2);
	return rest.map(({ gap }, index) => ({
		...gap,
		priority: index < high ? 'high' : index < medium ? 'medium' : 'low'
	}));
}

/** Every gap of an assessment, most urgent first. A gap is a question: below 3, *don't know*, or open. */
export function findGaps(assessment: Assessment, score: AssessmentScore): Gap[] {
	const asAt = asAtOf(assessment);
	const ranked = score.answers.flatMap(({ question, state }): Ranked[] => {
		const grade = gradeOf(state);
		if (state.kind === 'notApplicable' || grade === 3) return [];
		const duty = dutyAt(question, asAt);
		const gain = gainOf(score, question, grade, 3);
		const priority = question.critical && grade <= 1 ? 'critical' : duty === 'must' ? 'law' : 'low';
		const order = divide(score.overall ? gain : fraction(question.weight), question.effort);
		const { id, group, critical, effort } = question;
		return [{ gap: { question: id, group, priority, state, grade, duty, critical, effort, gain }, order }];
	});
	ranked.sort(byOrder);
	const of = (priority: GapPriority) => ranked.filter(({ gap }) => gap.priority === priority);
	return [...of('critical').map((r) => r.gap), ...of('law').map((r) => r.gap), ...splitRest(of('low'))];
}
