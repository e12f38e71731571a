import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { languageEntries } from '$lib/server/language-entries.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = languageEntries;

/** A shell: which room it is stands in the browser alone. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	return {
		messages: loadMessages(language, ['host', 'room']),
		questionnaires: listQuestionnaires().map((id) => ({
			id,
			title: textsOf(loadQuestionnaire(id), language).frame.title
		}))
	};
};
