import type { QuestionAction, QuestionState } from './types.ts';

const NEXT: Readonly<Record<QuestionAction, Readonly<Partial<Record<QuestionState, QuestionState>>>>> = {
	open: { waiting: 'open', closed: 'open', revealed: 'open' },
	close: { open: 'closed', revealed: 'closed' },
	reveal: { open: 'revealed', closed: 'revealed' },
	reset: { open: 'waiting', closed: 'waiting', revealed: 'waiting' }
};

/**
 * Where a question goes. Doing again what is already done changes nothing, so that a repeated request does no harm.
 *
 * @returns `null` when the action makes no sense there, for instance closing what was never opened
 */
export function nextState(state: QuestionState, action: QuestionAction): QuestionState | null {
	const settled: Record<QuestionAction, QuestionState> = {
		open: 'open',
		close: 'closed',
		reveal: 'revealed',
		reset: 'waiting'
	};
	return settled[action] === state ? state : (NEXT[action][state] ?? null);
}

/** Whether this step ends the taking of answers, so that a result may be made. */
export function endsAnswers(from: QuestionState, to: QuestionState): boolean {
	return from === 'open' && (to === 'closed' || to === 'revealed');
}
