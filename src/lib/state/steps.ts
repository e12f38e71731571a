import type { Questionnaire } from '../core/index.ts';

/** The pages of an assessment, in their order. */
export type Step = 'details' | 'scope' | 'questions' | 'results' | 'policy' | 'plan' | 'report';

/** The pages that an assessment of this questionnaire has: nothing to scope, no such page. */
export function stepsOf({
	audience,
	draftsPolicy,
	facts
}: Pick<Questionnaire, 'audience' | 'draftsPolicy' | 'facts'>): Step[] {
	return [
		'details',
		...(facts.length > 0 ? (['scope'] as const) : []),
		'questions',
		'results',
		...(draftsPolicy ? (['policy'] as const) : []),
		// A plan with owners, due dates and accepted risks is an organisation's.
		...(audience === 'organisation' ? (['plan'] as const) : []),
		'report'
	];
}
