import { error, json } from '@sveltejs/kit';
import { caseEntries, casePage } from '$lib/server/case-pages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = caseEntries;

/** A case in one language, for worksheets in another language than the page's. */
export const GET: RequestHandler = ({ params }) => {
	const found = casePage(params.case, pageLanguage(params.lang));
	if (!found) error(404);
	const { id, title, organisation, system, story, facts, roles, worksheet } = found;
	return json({ id, title, organisation, system, story, facts, roles, worksheet });
};
