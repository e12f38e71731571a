import {
	evidenceCover,
	exposureOf,
	findGaps,
	floor,
	scoreAssessment,
	scoreEvidencedOnly,
	targetsOf,
	toDecimal,
	toText,
	type Assessment,
	type AssessmentScore,
	type Cap,
	type EvidenceCover,
	type Fraction,
	type Questionnaire
} from '../core/index.ts';

/** A floored number with the exact fraction that it was floored from. */
function floored(value: Fraction | null) {
	return value && { value: floor(value), exact: toText(value) };
}

function capsJson(caps: readonly Cap[]) {
	return caps.map(({ question, level, rule }) => ({ question, level, rule }));
}

function evidenceJson(cover: EvidenceCover) {
	const { claimed, evidenced, confirmed, percent } = cover;
	return { claimed, evidenced, confirmed, percent: floored(percent) };
}

function overallJson({ overall, reason }: AssessmentScore) {
	if (!overall) return { score: null, reason, low: null, high: null, level: null, levelHigh: null };
	return {
		score: floored(overall.score),
		low: floored(overall.score),
		high: floored(overall.high),
		level: overall.level,
		levelHigh: overall.levelHigh
	};
}

/** The JSON of `plumbline score`; every shown number beside its exact value. Documented in docs/command-line.md. */
export function scoreJson(questionnaire: Questionnaire, assessment: Assessment) {
	const score = scoreAssessment(questionnaire, assessment);
	const evidence = evidenceCover(assessment, score);
	const targets = new Map(
		targetsOf(questionnaire, assessment, score).map((target) => [target.group, target])
	);
	const full =
		assessment.selection === 'full'
			? null
			: scoreAssessment(questionnaire, assessment, { selection: 'full' });
	return {
		questionnaire: assessment.questionnaire,
		scoringVersion: questionnaire.scoringVersion,
		selection: score.selection,
		...overallJson(score),
		open: score.open,
		caps: capsJson(score.caps),
		principles: Object.fromEntries(
			score.groups.map((group) => [
				group.id,
				{
					points: group.points,
					max: group.max,
					score: floored(group.score),
					high: floored(group.high),
					level: group.level,
					levelHigh: group.levelHigh,
					weight: group.weight,
					notApplicableWeight: group.notApplicableWeight,
					counted: group.counted,
					open: group.open,
					target: targets.get(group.id)?.target ?? 0,
					shortfall: targets.get(group.id)?.shortfall ?? null,
					caps: capsJson(group.caps)
				}
			])
		),
		tier: exposureOf(questionnaire, assessment),
		scope: {
			in: score.scope.in.map(({ id }) => id),
			out: score.scope.out.map(({ question, rule, conditions, facts }) => ({
				question,
				rule,
				conditions,
				facts
			})),
			weightRemoved: score.scope.weightRemoved
		},
		gaps: findGaps(assessment, score).map((gap) => ({
			question: gap.question,
			priority: gap.priority,
			state: gap.state.kind,
			grade: gap.grade,
			gain: toDecimal(gap.gain, 2),
			exactGain: toText(gap.gain)
		})),
		evidence: {
			overall: evidenceJson(evidence.overall),
			...Object.fromEntries(Object.entries(evidence.groups).map(([id, cover]) => [id, evidenceJson(cover)]))
		},
		evidencedOnly: overallJson(scoreEvidencedOnly(questionnaire, assessment)),
		...(full && { full: overallJson(full) })
	};
}
