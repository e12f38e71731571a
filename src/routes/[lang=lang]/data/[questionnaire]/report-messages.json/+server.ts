import { json } from '@sveltejs/kit';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => entriesWhere();

/** The report's own words in one language, as this questionnaire needs them; fetched when a report is made. */
export const GET: RequestHandler = ({ params }) => {
	const { structure } = loadWhere(params.questionnaire);
	return json(loadMessages(pageLanguage(params.lang), ['report'], wordingsOf(structure)));
};
