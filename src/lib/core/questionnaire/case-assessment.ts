import { createAssessment } from '../assessment/create.ts';
import type { Answer, Assessment } from '../assessment/types.ts';
import type { Language } from '../languages.ts';
import type { TrainerCase } from './case-schema.ts';
import type { Questionnaire } from './types.ts';

export interface CaseAssessmentOptions {
	readonly id: string;
	/** ISO time in UTC. */
	readonly now: string;
	readonly language: Language;
}

/**
 * The assessment that a room starts from: the case's scoping facts and the answers it gives beforehand, each with
 * its reason as a note. Everything else is open. The day for which it is true is that of the questionnaire.
 */
export function caseAssessment(
	{ title, organisation, system, scope, answers }: TrainerCase,
	questionnaire: Pick<Questionnaire, 'id' | 'version' | 'scoringVersion' | 'asAt'>,
	{ id, now, language }: CaseAssessmentOptions
): Assessment {
	const unit = Array.isArray(scope['unit']) ? scope['unit'][0] : undefined;
	return {
		...createAssessment(questionnaire, {
			id,
			now,
			selection: 'full',
			details: {
				title: title[language],
				...((unit === 'system' || unit === 'organisation' || unit === 'both') && { unit }),
				organisation: organisation[language],
				system: system[language],
				asAt: questionnaire.asAt
			}
		}),
		scope,
		answers: Object.fromEntries(
			Object.entries(answers).map(([question, answer]) => [question, answerOf(answer, language, now)])
		)
	};
}

function answerOf(
	{ grade, unknown, notApplicable, elements, note }: TrainerCase['answers'][string],
	language: Language,
	updated: string
): Answer {
	return {
		...(grade !== undefined && { grade }),
		...(unknown && { unknown }),
		...(notApplicable && {
			notApplicable: {
				reason: notApplicable.reason[language],
				approver: notApplicable.approver[language]
			}
		}),
		...(elements && { elements, done: true }),
		note: note[language],
		updated
	};
}
