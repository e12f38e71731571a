import { error, json } from '@sveltejs/kit';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires } from '$lib/server/questionnaire-files.ts';
import { reportTexts } from '$lib/server/shared-content.ts';
import { entriesWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => entriesWhere();

/** All words of a questionnaire in one language, fetched when a report is made. */
export const GET: RequestHandler = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	return json(reportTexts(params.questionnaire, pageLanguage(params.lang)));
};
