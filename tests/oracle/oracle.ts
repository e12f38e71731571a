import { coverEvidence, withoutBareClaims } from './evidence.ts';
import { orderGaps } from './gaps.ts';
import { asAtOf, readAssessment, tierOf, type Reading } from './reading.ts';
import { scoreReadings, shownRatio, type Overall, type PrincipleScore } from './score.ts';
import type { Note, ShownQuestionnaire, StoredAssessment } from './shapes.ts';

export type { Note, ShownQuestionnaire, StoredAssessment } from './shapes.ts';

const silent: Note = () => {};

function overallOutput(overall: Overall | null) {
	if (!overall)
		return { score: null, reason: 'too_few_groups', low: null, high: null, level: null, levelHigh: null };
	const score = shownRatio(overall.score);
	return {
		score,
		low: score,
		high: shownRatio(overall.high),
		level: overall.level,
		levelHigh: overall.levelHigh
	};
}

function countOpen(readings: readonly Reading[]): number {
	return readings.filter(({ state }) => state === 'open').length;
}

function principleOutput(
	principle: PrincipleScore,
	tierTarget: number,
	ownTarget: number | undefined,
	note: Note
) {
	const target = Math.max(tierTarget, ownTarget ?? 0);
	if (ownTarget !== undefined && ownTarget > tierTarget) note('target raised by a person');
	if (ownTarget !== undefined && ownTarget < tierTarget) note('laxer target ignored');
	const shortfall = principle.level === null ? null : Math.max(0, target - principle.level);
	if (shortfall) note('shortfall');
	return {
		points: principle.points,
		max: 3 * principle.denominator,
		score: shownRatio(principle.score),
		high: shownRatio(principle.high),
		level: principle.level,
		levelHigh: principle.levelHigh,
		weight: principle.weight,
		notApplicableWeight: principle.notApplicableWeight,
		counted: principle.counted,
		open: countOpen(principle.readings),
		target,
		shortfall,
		caps: principle.caps
	};
}

/**
 * Scores an assessment from docs/scoring.md alone. It shares no code with the product, so that a mistake in one of
 * the two shows as a difference. Written to be read beside the rules, not to be fast.
 *
 * @param shown - what `plumbline show QUESTIONNAIRE --json` prints
 * @param note - told which rules decided something
 * @returns what `plumbline score ASSESSMENT --json` prints
 */
export function consultOracle(shown: ShownQuestionnaire, assessment: StoredAssessment, note: Note = silent) {
	const { readings, out, weightRemoved } = readAssessment(shown, assessment, assessment.selection, note);
	const scored = scoreReadings(shown, readings, note);
	const asAt = asAtOf(assessment);
	const tier = tierOf(shown, assessment);
	const targets = shown.targets[tier.tier] ?? {};
	const evidencedOnly = scoreReadings(shown, withoutBareClaims(readings, asAt, note), silent);
	const full = scoreReadings(shown, readAssessment(shown, assessment, 'full', silent).readings, silent);
	return {
		questionnaire: assessment.questionnaire,
		scoringVersion: shown.scoringVersion,
		selection: assessment.selection,
		...overallOutput(scored.overall),
		open: countOpen(readings),
		caps: scored.caps,
		principles: Object.fromEntries(
			scored.principles.map((principle) => [
				principle.id,
				principleOutput(principle, targets[principle.id] ?? 0, assessment.targets?.[principle.id], note)
			])
		),
		tier,
		scope: { in: readings.map(({ question }) => question.id), out, weightRemoved },
		gaps: orderGaps(scored, note),
		evidence: {
			overall: coverEvidence(readings, asAt, note),
			...Object.fromEntries(
				scored.principles.map((principle) => [principle.id, coverEvidence(principle.readings, asAt, note)])
			)
		},
		evidencedOnly: overallOutput(evidencedOnly.overall),
		...(assessment.selection !== 'full' && { full: overallOutput(full.overall) })
	};
}
