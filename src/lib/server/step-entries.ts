import { error } from '@sveltejs/kit';
import { LANGUAGE_SLUGS } from '../core/languages.ts';
import type { Questionnaire } from '../core/index.ts';
import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import { listQuestionnaires, loadQuestionnaire } from './questionnaire-files.ts';

/** Addresses of one page of every questionnaire that has it (each, unless told), in every language. */
export function entriesWhere(has: (questionnaire: Questionnaire) => boolean = () => true) {
	return listQuestionnaires()
		.filter((id) => has(loadQuestionnaire(id).structure))
		.flatMap((questionnaire) => Object.values(LANGUAGE_SLUGS).map((lang) => ({ lang, questionnaire })));
}

/**
 * The questionnaire of a page that not every questionnaire has.
 *
 * @throws an HTTP error 404 when there is no such questionnaire, or it has no such page
 */
export function loadWhere(
	id: string,
	has: (questionnaire: Questionnaire) => boolean = () => true
): CompiledQuestionnaire {
	if (!listQuestionnaires().includes(id)) error(404);
	const compiled = loadQuestionnaire(id);
	return has(compiled.structure) ? compiled : error(404);
}
