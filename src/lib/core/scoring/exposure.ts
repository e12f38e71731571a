import type { Assessment } from '../assessment/types.ts';
import { ruleHolds } from '../questionnaire/rule.ts';
import { conditionReader } from '../questionnaire/scope.ts';
import type { Level, Questionnaire, Tier } from '../questionnaire/types.ts';
import type { AssessmentScore } from './score-assessment.ts';

export interface Exposure {
	readonly tier: Tier;
	/** Row of the published table that decided it. */
	readonly row: number;
}

export interface TargetReading {
	readonly group: string;
	readonly target: Level;
	/** Target minus level, never below 0; `null` when the group has no level. */
	readonly shortfall: number | null;
}

/**
 * What is at stake, from the scoping facts alone: the first row of the questionnaire's table that matches.
 *
 * @throws {RangeError} when no row matches; the compiler refuses such a table
 */
export function exposureOf(questionnaire: Questionnaire, assessment: Assessment): Exposure {
	const holds = conditionReader(questionnaire, assessment.scope);
	const row = questionnaire.tiers.find(({ rule }) => ruleHolds(rule, holds));
	if (!row)
		throw new RangeError(`Questionnaire "${questionnaire.id}" has no exposure tier that always matches.`);
	return { tier: row.tier, row: row.row };
}

/** Target and shortfall of each group; a person's own target counts only where it is stricter. */
export function targetsOf(
	questionnaire: Questionnaire,
	assessment: Assessment,
	score: AssessmentScore
): TargetReading[] {
	const { tier } = exposureOf(questionnaire, assessment);
	return score.groups.map((group) => {
		const given = questionnaire.targets[tier][group.id] ?? 0;
		const target = Math.max(given, assessment.targets?.[group.id] ?? 0) as Level;
		return {
			group: group.id,
			target,
			shortfall: group.level === null ? null : Math.max(0, target - group.level)
		};
	});
}
