import { error } from '@sveltejs/kit';
import {
	LANGUAGE_SLUGS,
	LANGUAGES,
	sectionsOf,
	type Questionnaire,
	type QuestionnaireTexts
} from '../core/index.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import { pageLanguage } from './page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from './questionnaire-files.ts';

interface SectionParams {
	readonly lang: string;
	readonly questionnaire: string;
	readonly selection: string;
	readonly section: string;
}

/** Every section of every selection of every questionnaire, in every language. */
export function sectionEntries(): SectionParams[] {
	return listQuestionnaires().flatMap((questionnaire) => {
		const { structure } = loadQuestionnaire(questionnaire);
		return structure.selections.flatMap(({ id: selection }) =>
			sectionsOf(structure, selection).flatMap(({ id: section }) =>
				LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire, selection, section }))
			)
		);
	});
}

/**
 * A section and the words of its questionnaire.
 *
 * @returns the ids of its questions in order, and all words in the language of the address
 * @throws an HTTP error 404 when the selection has no such section
 */
export function loadSection({ lang, questionnaire, selection, section }: SectionParams): {
	structure: Questionnaire;
	questions: readonly string[];
	texts: QuestionnaireTexts;
} {
	const compiled = loadQuestionnaire(questionnaire);
	const found = sectionsOf(compiled.structure, selection).find(({ id }) => id === section);
	if (!found) error(404);
	return {
		structure: compiled.structure,
		questions: found.questions,
		texts: textsOf(compiled, pageLanguage(lang))
	};
}
