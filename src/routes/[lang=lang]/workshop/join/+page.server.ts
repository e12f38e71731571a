import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
	messages: loadMessages(pageLanguage(params.lang), ['join', 'room'])
});
