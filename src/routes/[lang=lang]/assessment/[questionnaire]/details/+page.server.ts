import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** The words of the form, and of the fact *what is assessed*, which is answered here. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const { scoping } = textsOf(loadQuestionnaire(params.questionnaire), language);
	return { messages: loadMessages(language, ['details']), unit: scoping.facts['unit'] ?? null };
};
