import { hongKongTime } from '../hong-kong-time.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Assessment, Details } from './types.ts';

export interface NewAssessment {
	readonly id: string;
	/** ISO time in UTC. */
	readonly now: string;
	readonly selection: string;
	readonly details?: Details;
}

/** An empty assessment: nothing answered, every scoping fact open and so counted as "not sure". */
export function createAssessment(
	questionnaire: Pick<Questionnaire, 'id' | 'version' | 'scoringVersion'>,
	{ id, now, selection, details = {} }: NewAssessment
): Assessment {
	return {
		format: 'plumbline-assessment',
		formatVersion: 1,
		id,
		created: now,
		updated: now,
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		scoringVersion: questionnaire.scoringVersion,
		selection,
		details: { asAt: hongKongTime(now).slice(0, 10), ...details },
		scope: {},
		answers: {},
		actions: {}
	};
}
