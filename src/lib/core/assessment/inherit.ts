import type { Questionnaire } from '../questionnaire/types.ts';
import { answerState } from './answer-state.ts';
import type { Answer, Assessment } from './types.ts';

/** What an organisation's own assessment offers to one of a system. */
export interface Inheritable {
	readonly question: string;
	readonly answer: Answer;
	/** `new`: nothing here yet; `changed`: copied before, and the source has changed since; `same`: up to date. */
	readonly state: 'new' | 'changed' | 'same';
}

/**
 * Finds the answers to organisation questions that a system's assessment may take over. Nothing is copied
 * silently: the person accepts, and each copy carries its source and date. Inheriting never takes a question out of scope.
 */
export function inheritable(
	questionnaire: Questionnaire,
	system: Assessment,
	organisation: Assessment
): Inheritable[] {
	if (system.id === organisation.id || system.questionnaire.id !== organisation.questionnaire.id) return [];
	return questionnaire.questions.flatMap((question): Inheritable[] => {
		if (question.unit !== 'organisation') return [];
		const source = organisation.answers[question.id];
		if (!source || answerState(question, source, organisation.details.unit).kind === 'open') return [];
		const updated = source.updated ?? organisation.updated;
		const own = system.answers[question.id];
		const { flagged: _, inherited: __, ...copied } = source;
		const answer = { ...copied, inherited: { assessment: organisation.id, updated } };
		if (!own || answerState(question, own, system.details.unit).kind === 'open')
			return [{ question: question.id, answer, state: 'new' }];
		if (own.inherited?.assessment !== organisation.id) return [];
		return [{ question: question.id, answer, state: own.inherited.updated === updated ? 'same' : 'changed' }];
	});
}
