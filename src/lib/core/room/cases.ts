import type { Language } from '../languages.ts';
import type { TrainerCase } from '../questionnaire/case-schema.ts';
import type { Questionnaire } from '../questionnaire/types.ts';

/** A prepared case as a room tells it, in one language. */
export interface RoomCase {
	readonly id: string;
	readonly title: string;
	readonly teaser: string;
	/** Paragraphs. */
	readonly story: readonly string[];
	readonly facts: readonly { readonly label: string; readonly text: string }[];
	/** What its longest script puts to the room, in the questionnaire's order. */
	readonly questions: readonly string[];
}

export function roomCaseOf(
	{ id, title, teaser, story, facts, scripts }: TrainerCase,
	{ questions }: Pick<Questionnaire, 'questions'>,
	language: Language
): RoomCase {
	const longest = scripts.reduce((one, other) => (other.minutes > one.minutes ? other : one));
	const live = new Set(longest.steps.flatMap((step) => step.live ?? []));
	return {
		id,
		title: title[language],
		teaser: teaser[language],
		story: story.map((paragraph) => paragraph[language]),
		facts: facts.map(({ label, text }) => ({ label: label[language], text: text[language] })),
		questions: questions.flatMap((question) => (live.has(question.id) ? [question.id] : []))
	};
}
