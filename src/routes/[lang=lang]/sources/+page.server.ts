import { citedDocuments } from '$lib/server/cited-sources.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	return { messages: loadMessages(language, ['sources']), documents: citedDocuments(language) };
};
