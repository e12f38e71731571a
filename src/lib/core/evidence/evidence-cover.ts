import type { Answer, Assessment } from '../assessment/types.ts';
import { fraction, type Fraction } from '../scoring/fraction.ts';
import type { ScoredAnswer } from '../scoring/points.ts';
import { asAtOf, type AssessmentScore } from '../scoring/score-assessment.ts';

/** Weight of the claims (grades of 2 and 3) and how much of it could be shown to somebody else. */
export interface EvidenceCover {
	readonly claimed: number;
	readonly evidenced: number;
	/** Evidenced, and seen or tested by a named second person. */
	readonly confirmed: number;
	/** 0 to 100, or `null` when there are no claims yet. */
	readonly percent: Fraction | null;
}

/**
 * @param asAt - ISO date; a pointer that expired before it does not count
 * @returns whether the answer names at least one piece of evidence that is current
 */
export function hasCurrentEvidence(answer: Answer | undefined, asAt: string): boolean {
	return (answer?.evidence ?? []).some(
		({ what, expires }) => what.trim() !== '' && (!expires || expires >= asAt)
	);
}

function isConfirmed(answer: Answer | undefined): boolean {
	const basis = answer?.basis;
	return basis !== undefined && basis.kind !== 'asserted' && (basis.by ?? '').trim() !== '';
}

function cover(answers: readonly ScoredAnswer[], assessment: Assessment, asAt: string): EvidenceCover {
	let [claimed, evidenced, confirmed] = [0, 0, 0];
	for (const { question, state } of answers) {
		if (state.kind !== 'grade' || state.grade < 2) continue;
		const answer = assessment.answers[question.id];
		claimed += question.weight;
		if (!hasCurrentEvidence(answer, asAt)) continue;
		evidenced += question.weight;
		if (isConfirmed(answer)) confirmed += question.weight;
	}
	return {
		claimed,
		evidenced,
		confirmed,
		percent: claimed === 0 ? null : fraction(100 * evidenced, claimed)
	};
}

/** Evidence cover of each group and of all answers together; never part of the score. @see docs/scoring.md#8-evidence-cover */
export function evidenceCover(
	assessment: Assessment,
	score: AssessmentScore
): { overall: EvidenceCover; groups: Readonly<Record<string, EvidenceCover>> } {
	const asAt = asAtOf(assessment);
	const groups = score.groups.map(({ id }) => [
		id,
		cover(
			score.answers.filter(({ question }) => question.group === id),
			assessment,
			asAt
		)
	]);
	return { overall: cover(score.answers, assessment, asAt), groups: Object.fromEntries(groups) };
}
