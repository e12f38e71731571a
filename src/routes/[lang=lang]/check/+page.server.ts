import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Pages that were made already lead here only after they have started. */
export const entries: EntryGenerator = () => Object.values(LANGUAGE_SLUGS).map((lang) => ({ lang }));

export const load: PageServerLoad = ({ params }) => ({
	messages: loadMessages(pageLanguage(params.lang), ['check'])
});
