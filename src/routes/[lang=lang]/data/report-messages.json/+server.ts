import { json } from '@sveltejs/kit';
import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => Object.values(LANGUAGE_SLUGS).map((lang) => ({ lang }));

/** The words of reports in one language, fetched when a report is made. */
export const GET: RequestHandler = ({ params }) =>
	json(loadMessages(pageLanguage(params.lang), ['report', 'room', 'roomReport']));
