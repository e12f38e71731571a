import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { crosswalkFor } from '$lib/server/shared-content.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		listQuestionnaires().map((questionnaire) => ({ lang, questionnaire }))
	);

/** Only the words of this screen: those of the report are fetched when one is made. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	return {
		messages: loadMessages(
			language,
			['reportPage'],
			wordingsOf(loadQuestionnaire(params.questionnaire).structure)
		),
		crosswalk: crosswalkFor(params.questionnaire, language) !== null
	};
};
