import { json } from '@sveltejs/kit';
import { roomCaseOf } from '$lib/core/room/cases.ts';
import { loadCases } from '$lib/server/case-files.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => entriesWhere();

/** The prepared cases of a questionnaire in one language; none where it has none. */
export const GET: RequestHandler = ({ params }) => {
	const { structure } = loadWhere(params.questionnaire);
	const language = pageLanguage(params.lang);
	return json(loadCases(params.questionnaire).map((told) => roomCaseOf(told, structure, language)));
};
