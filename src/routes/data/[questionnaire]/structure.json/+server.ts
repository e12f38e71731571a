import { error, json } from '@sveltejs/kit';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => listQuestionnaires().map((questionnaire) => ({ questionnaire }));

/** What checking an opened file needs; pages of an assessment carry it themselves. */
export const GET: RequestHandler = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	return json(loadQuestionnaire(params.questionnaire).structure);
};
