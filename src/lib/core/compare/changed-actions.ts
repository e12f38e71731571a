import type { ActionStatus, Assessment } from '../assessment/types.ts';
import type { ActionChanges } from './types.ts';

type Actions = Assessment['actions'];

/** What became of the actions; those on questions that are no longer asked count too. */
export function changedActions(questions: readonly string[], before: Actions, now: Actions): ActionChanges {
	const statusIn = (actions: Actions, id: string): ActionStatus => actions[id]?.status ?? 'open';
	const isSettled = (actions: Actions, id: string): boolean =>
		['done', 'accepted'].includes(statusIn(actions, id));
	const became = (status: ActionStatus): string[] =>
		questions.filter((id) => statusIn(now, id) === status && statusIn(before, id) !== status);
	return {
		done: became('done'),
		accepted: became('accepted'),
		reopened: questions.filter((id) => isSettled(before, id) && !isSettled(now, id))
	};
}
