import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { briefQuestions } from '$lib/server/question-texts.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		listQuestionnaires().map((questionnaire) => ({ lang, questionnaire }))
	);

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	return {
		messages: loadMessages(language, ['plan']),
		questions: briefQuestions(textsOf(loadQuestionnaire(params.questionnaire), language))
	};
};
