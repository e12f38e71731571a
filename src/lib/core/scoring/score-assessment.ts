import { answerState, gradeOf } from '../assessment/answer-state.ts';
import type { Assessment } from '../assessment/types.ts';
import { dutyAt } from '../questionnaire/duty.ts';
import { scopeOf, type Scope } from '../questionnaire/scope.ts';
import type { Grade, Level, Questionnaire } from '../questionnaire/types.ts';
import { mean, type Fraction } from './fraction.ts';
import { band, groupCaps, lowest, overallCaps, type Cap, type CappedQuestion } from './levels.ts';
import { pointsOf, type Points, type ScoredAnswer } from './points.ts';

export interface GroupScore extends Points {
	readonly id: string;
	/** Enough weight in scope to count in the overall score. */
	readonly counted: boolean;
	/** With open questions counted as 3. */
	readonly high: Fraction | null;
	readonly level: Level | null;
	readonly levelHigh: Level | null;
	readonly caps: readonly Cap[];
	readonly open: number;
}

export interface OverallScore {
	readonly score: Fraction;
	readonly high: Fraction;
	readonly level: Level;
	readonly levelHigh: Level;
}

export interface AssessmentScore {
	readonly selection: string;
	/** `null` when fewer than `minGroups` groups carry enough weight: "no score" is not 0. */
	readonly overall: OverallScore | null;
	readonly reason: 'too_few_groups' | null;
	/** Everything that holds the overall level down, lowest first. */
	readonly caps: readonly Cap[];
	readonly groups: readonly GroupScore[];
	readonly scope: Scope;
	/** In-scope answers in questionnaire order. */
	readonly answers: readonly ScoredAnswer[];
	readonly open: number;
}

/** Which reading of the answers is scored; the plain one is the score itself. */
export interface ScoreOptions {
	/** Another selection than the assessment's own, for the range beside an indicative score. */
	readonly selection?: string;
	/** Replaces what answers count as, for what-if readings. */
	readonly restate?: (answer: ScoredAnswer) => ScoredAnswer;
}

function capped(answers: readonly ScoredAnswer[], asAt: string, openCountsAs: Grade): CappedQuestion[] {
	return answers
		.filter(({ state }) => state.kind !== 'notApplicable')
		.map(({ question, state }) => ({
			question,
			grade: state.kind === 'open' ? openCountsAs : gradeOf(state),
			must: dutyAt(question, asAt) === 'must'
		}));
}

function groupLevel(score: Fraction | null, caps: readonly Cap[]): Level | null {
	return score && lowest([band(score), ...caps.map((cap) => cap.level)]);
}

function scoreGroup(
	id: string,
	answers: readonly ScoredAnswer[],
	asAt: string,
	minWeight: number
): GroupScore {
	const low = pointsOf(answers);
	const high = pointsOf(answers, 3).score;
	const caps = groupCaps(capped(answers, asAt, 0));
	return {
		...low,
		id,
		counted: low.weight >= minWeight,
		high,
		level: groupLevel(low.score, caps),
		levelHigh: groupLevel(high, groupCaps(capped(answers, asAt, 3))),
		caps,
		open: answers.filter(({ state }) => state.kind === 'open').length
	};
}

function overallLevel(score: Fraction, groupLevels: readonly (Level | null)[], caps: readonly Cap[]): Level {
	const lowestGroup = lowest(groupLevels.filter((level) => level !== null));
	return lowest([band(score), Math.min(3, 1 + lowestGroup) as Level, ...caps.map((cap) => cap.level)]);
}

/**
 * Scores an assessment by the rules of `docs/scoring.md`, in exact fractions.
 *
 * Stored answers to questions outside the selection or out of scope change nothing. An answer to a question
 * that the questionnaire does not have is ignored here; `checkAssessment` reports it.
 */
export function scoreAssessment(
	questionnaire: Questionnaire,
	assessment: Assessment,
	{ selection = assessment.selection, restate = (answer) => answer }: ScoreOptions = {}
): AssessmentScore {
	const { unit } = assessment.details;
	const asAt = asAtOf(assessment);
	const scope = scopeOf(questionnaire, selection, assessment.scope);
	const answers = scope.in.map((question) =>
		restate({ question, state: answerState(question, assessment.answers[question.id], unit) })
	);
	const groups = questionnaire.groups.map(({ id }) =>
		scoreGroup(
			id,
			answers.filter(({ question }) => question.group === id),
			asAt,
			questionnaire.minGroupWeight
		)
	);
	const counted = groups.filter((group) => group.counted);
	const caps = overallCaps(capped(answers, asAt, 0));
	return {
		selection,
		overall: overallOf(counted, questionnaire.minGroups, caps, overallCaps(capped(answers, asAt, 3))),
		reason: counted.length < questionnaire.minGroups ? 'too_few_groups' : null,
		caps,
		groups,
		scope,
		answers,
		open: answers.filter(({ state }) => state.kind === 'open').length
	};
}

function overallOf(
	counted: readonly GroupScore[],
	minGroups: number,
	caps: readonly Cap[],
	capsHigh: readonly Cap[]
): OverallScore | null {
	if (counted.length < minGroups) return null;
	const score = mean(counted.flatMap((group) => group.score ?? []));
	const high = mean(counted.flatMap((group) => group.high ?? []));
	if (!score || !high) return null;
	return {
		score,
		high,
		level: overallLevel(
			score,
			counted.map((group) => group.level),
			caps
		),
		levelHigh: overallLevel(
			high,
			counted.map((group) => group.levelHigh),
			capsHigh
		)
	};
}

/** The day for which the answers are true: as stated, or the day of the last change. */
export function asAtOf(assessment: Assessment): string {
	return assessment.details.asAt || assessment.updated.slice(0, 10);
}
