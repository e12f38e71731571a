import type { QuestionnaireTexts } from '../core/questionnaire/texts.ts';

/** The words of a question that lists of gaps show: bytes count on every page. */
export interface BriefQuestion {
	readonly short: string;
	readonly question: string;
	readonly action: string;
}

/** Leaves out what only the answering pages show. */
export function briefQuestions({ questions }: QuestionnaireTexts): Record<string, BriefQuestion> {
	return Object.fromEntries(
		Object.entries(questions).map(([id, { short, question, action }]) => [id, { short, question, action }])
	);
}
