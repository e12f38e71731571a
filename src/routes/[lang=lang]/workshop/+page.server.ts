import { languageEntries } from '$lib/server/language-entries.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = languageEntries;

export const load: PageServerLoad = ({ params }) => ({
	messages: loadMessages(pageLanguage(params.lang), ['workshop'])
});
