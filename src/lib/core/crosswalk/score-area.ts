import { mean, type Fraction } from '../scoring/fraction.ts';
import { pointsOf } from '../scoring/points.ts';
import type { AssessmentScore, GroupScore } from '../scoring/score-assessment.ts';
import type { CrosswalkArea } from './types.ts';

/** Points of an area from 0 to 100, and the same with open questions counted as 3; `null`: no score, not 0. */
export interface AreaScore {
	readonly score: Fraction | null;
	readonly high: Fraction | null;
}

function meanOf(groups: readonly (GroupScore | undefined)[], read: 'score' | 'high'): Fraction | null {
	const scores = groups.map((group) => group?.[read] ?? null);
	return scores.every((score) => score !== null) ? mean(scores) : null;
}

/**
 * Reads an answer set through an area of another framework: the plain mean of its nearest principles, in exact
 * fractions. If one of them has no score, the area has none: a mean of the rest would stand for something else.
 * An area that questions name themselves (a practice area) has the points of those questions.
 *
 * For display; never part of the score.
 */
export function scoreArea(
	{ nearest, practiceArea }: Pick<CrosswalkArea, 'nearest' | 'practiceArea'>,
	{ answers, groups }: AssessmentScore
): AreaScore {
	if (practiceArea !== null) {
		const own = answers.filter(({ question }) => question.practiceArea === practiceArea);
		return { score: pointsOf(own).score, high: pointsOf(own, 3).score };
	}
	const near = nearest.map((id) => groups.find((group) => group.id === id));
	return { score: meanOf(near, 'score'), high: meanOf(near, 'high') };
}
