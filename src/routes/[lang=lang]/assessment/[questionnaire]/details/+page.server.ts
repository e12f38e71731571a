import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** The words of the form, and of the fact *what is assessed*, which is answered here. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire(params.questionnaire);
	const { scoping } = textsOf(compiled, language);
	return {
		messages: loadMessages(language, ['details'], wordingsOf(compiled.structure)),
		unit: scoping.facts['unit'] ?? null
	};
};
