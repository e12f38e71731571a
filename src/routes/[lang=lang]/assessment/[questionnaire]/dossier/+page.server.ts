import { hasDossier } from '$lib/core/dossier/dossier-fields.ts';
import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

const isOffered = (id: string): boolean => hasDossier(loadQuestionnaire(id).structure);

export const entries: EntryGenerator = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		listQuestionnaires()
			.filter(isOffered)
			.map((questionnaire) => ({ lang, questionnaire }))
	);

/** The words of this screen and of the scoping facts, which say in words what is known. */
export const load: PageServerLoad = ({ params }) => {
	if (!isOffered(params.questionnaire)) error(404);
	const language = pageLanguage(params.lang);
	const { scoping, questions } = textsOf(loadQuestionnaire(params.questionnaire), language);
	return {
		messages: loadMessages(language, ['dossier']),
		facts: Object.fromEntries(
			Object.entries(scoping.facts).map(([id, { short, choices }]) => [id, { short, choices }])
		),
		shorts: Object.fromEntries(Object.entries(questions).map(([id, { short }]) => [id, short]))
	};
};
