import { json } from '@sveltejs/kit';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => entriesWhere();

/** The short name of each question, for lists across assessments. */
export const GET: RequestHandler = ({ params }) => {
	const { questions } = textsOf(loadWhere(params.questionnaire), pageLanguage(params.lang));
	return json(Object.fromEntries(Object.entries(questions).map(([id, { short }]) => [id, short])));
};
