import type { QuestionState } from './types.ts';

/** What a presenter's remote does next. `show` puts a question on everybody's screen. */
export type Step =
	| { readonly kind: 'show'; readonly item: number }
	| { readonly kind: 'open' | 'close' | 'reveal'; readonly item: number };

interface Place {
	/** The item on everybody's screen; `null`: the lobby. */
	readonly current: number | null;
	readonly questions: readonly { readonly state: QuestionState; readonly result: unknown }[];
}

/**
 * The way through a room: show, open, close, reveal, next question. A result that is held back is not revealed, since
 * there is nothing to see.
 *
 * @returns `null` at the end
 */
export function nextStep({ current, questions }: Place): Step | null {
	if (current === null) return questions.length > 0 ? { kind: 'show', item: 0 } : null;
	const question = questions[current];
	if (question?.state === 'waiting') return { kind: 'open', item: current };
	if (question?.state === 'open') return { kind: 'close', item: current };
	if (question?.state === 'closed' && question.result !== null) return { kind: 'reveal', item: current };
	return current + 1 < questions.length ? { kind: 'show', item: current + 1 } : null;
}

/** @returns the question before, the lobby before the first, or nothing before the lobby */
export function previousPlace(current: number | null): { readonly item: number | null } | null {
	if (current === null) return null;
	return { item: current === 0 ? null : current - 1 };
}
