import { error, json } from '@sveltejs/kit';
import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/languages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires } from '$lib/server/questionnaire-files.ts';
import { reportTexts } from '$lib/server/shared-content.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** All words of a questionnaire in one language, fetched when a report is made. */
export const GET: RequestHandler = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	return json(reportTexts(params.questionnaire, pageLanguage(params.lang)));
};
