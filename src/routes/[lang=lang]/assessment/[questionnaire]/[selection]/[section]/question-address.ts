import { sectionsOf, type Questionnaire } from '$lib/core/index.ts';

/**
 * Where a question stands in a selection.
 *
 * @returns selection and section; in the full selection when the one asked for does not have the question
 */
export function placeOf(
	questionnaire: Questionnaire,
	selection: string,
	question: string
): { selection: string; section: string } {
	for (const id of [selection, 'full']) {
		const section = sectionsOf(questionnaire, id).find(({ questions }) => questions.includes(question));
		if (section) return { selection: id, section: section.id };
	}
	return { selection, section: sectionsOf(questionnaire, selection)[0]?.id ?? '' };
}

/**
 * The place in another selection that is nearest to where somebody is: the section of the question that they are
 * at, or else of the first question that both places share.
 */
export function samePlace(
	questionnaire: Questionnaire,
	selection: string,
	here: readonly string[],
	question: string | null
): { section: string; question: string | null } {
	const sections = sectionsOf(questionnaire, selection);
	for (const id of question === null ? here : [question, ...here]) {
		const section = sections.find(({ questions }) => questions.includes(id));
		if (section) return { section: section.id, question: id };
	}
	return { section: sections[0]?.id ?? '', question: null };
}
