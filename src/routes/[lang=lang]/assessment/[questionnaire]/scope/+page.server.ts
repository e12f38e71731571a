import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** The facts' words, and the short titles of the questions that come and go with them. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const { scoping, questions } = textsOf(loadQuestionnaire(params.questionnaire), language);
	return {
		messages: loadMessages(language, ['scope']),
		scoping,
		shorts: Object.fromEntries(Object.entries(questions).map(([id, { short }]) => [id, short]))
	};
};
