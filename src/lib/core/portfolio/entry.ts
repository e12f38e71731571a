import type { Assessment } from '../assessment/types.ts';
import { progressOf } from '../assessment/progress.ts';
import { findGaps, type Gap } from '../gaps/find-gaps.ts';
import type { Level, Questionnaire, Tier } from '../questionnaire/types.ts';
import { exposureOf } from '../scoring/exposure.ts';
import { scoreAssessment, type AssessmentScore } from '../scoring/score-assessment.ts';

/** How far the answering is: nothing yet, some of what applies, or all of it. */
export const PROGRESS_STATES = ['new', 'started', 'complete'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** One of many assessments, with what lists and dashboards say of it. */
export interface PortfolioEntry {
	readonly assessment: Assessment;
	/** `null` when this app does not have it; then nothing is scored. */
	readonly questionnaire: Questionnaire | null;
	/** In-scope questions of the assessment's selection. */
	readonly answered: number;
	readonly total: number;
	readonly state: ProgressState;
	/** `null` for a questionnaire that gives no score, such as a person's self-check. */
	readonly score: AssessmentScore | null;
	readonly level: Level | null;
	readonly tier: Tier | null;
	/** In the order of gaps. */
	readonly critical: readonly Gap[];
}

/** Works out one entry; the most costly step of a portfolio, linear in the number of questions. */
export function portfolioEntry(questionnaire: Questionnaire | null, assessment: Assessment): PortfolioEntry {
	if (!questionnaire) {
		const answered = Object.keys(assessment.answers).length;
		const state = answered === 0 ? 'new' : 'started';
		return {
			...{ assessment, questionnaire, answered, total: answered, state },
			...{ score: null, level: null, tier: null, critical: [] }
		};
	}
	const { answered, total } = progressOf(questionnaire, assessment);
	const state = answered === 0 ? 'new' : answered < total ? 'started' : 'complete';
	const isScored = questionnaire.audience === 'organisation';
	const score = isScored ? scoreAssessment(questionnaire, assessment) : null;
	return {
		assessment,
		questionnaire,
		answered,
		total,
		state,
		score,
		level: score?.overall?.level ?? null,
		tier: isScored && questionnaire.facts.length > 0 ? exposureOf(questionnaire, assessment).tier : null,
		critical: score ? findGaps(assessment, score).filter(({ priority }) => priority === 'critical') : []
	};
}
