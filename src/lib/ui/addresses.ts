import { LANGUAGE_SLUGS, type Language } from '$lib/core/languages.ts';
import { sectionOf, type Question, type Questionnaire } from '$lib/core/index.ts';

/** Which assessment and which language a link leads to; the id stands in the fragment and never reaches a server. */
export interface Place {
	readonly language: Language;
	readonly questionnaire: Questionnaire;
	/** Assessment id, or `sample`. */
	readonly id: string;
	readonly selection: string;
}

/** @param page - folder below the assessment: `results`, `plan`, `details` … */
export function assessmentAddress({ language, questionnaire, id }: Place, page: string): string {
	return `/${LANGUAGE_SLUGS[language]}/assessment/${questionnaire.id}/${page}/#a=${id}`;
}

/** Where a question of the assessment's selection is answered; the page opens at that question. */
export function questionAddress(place: Place, question: Question): string {
	const { questionnaire, selection } = place;
	const orderBy = questionnaire.selections.find(({ id }) => id === selection)?.orderBy ?? 'group';
	return `${assessmentAddress(place, `${selection}/${sectionOf(question, orderBy)}`)}&q=${question.id}`;
}
