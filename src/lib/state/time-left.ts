import type { Questionnaire } from '../core/index.ts';

/**
 * About how long the open questions take: the selection's minutes, shared out by weight.
 *
 * @param openIds - in-scope questions without an answer
 * @returns whole minutes, rounded up, from half an hour on to the next five; 0 only when nothing is open
 */
export function minutesLeft(
	questionnaire: Questionnaire,
	selection: string,
	openIds: readonly string[]
): number {
	const minutes = questionnaire.selections.find(({ id }) => id === selection)?.minutes ?? 0;
	const asked = questionnaire.questions.filter((question) => question.selections.includes(selection));
	const all = asked.reduce((sum, { weight }) => sum + weight, 0);
	const open = asked.reduce((sum, { id, weight }) => sum + (openIds.includes(id) ? weight : 0), 0);
	if (all === 0) return 0;
	const left = Math.ceil((minutes * open) / all);
	return left > 30 ? Math.ceil(left / 5) * 5 : left;
}
