import { json } from '@sveltejs/kit';
import { languageEntries } from '$lib/server/language-entries.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = languageEntries;

/** The words of a room's report in one language, fetched when one is made. */
export const GET: RequestHandler = ({ params }) =>
	json(loadMessages(pageLanguage(params.lang), ['report', 'room', 'roomReport']));
