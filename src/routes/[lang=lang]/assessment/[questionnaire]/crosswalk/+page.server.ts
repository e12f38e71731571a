import { error } from '@sveltejs/kit';
import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { crosswalkFor, loadSharedContent } from '$lib/server/shared-content.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Only the questionnaire that a crosswalk was written for has this page. */
export const entries: EntryGenerator = () => {
	const { crosswalk } = loadSharedContent();
	return Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		crosswalk ? [{ lang, questionnaire: crosswalk.questionnaire }] : []
	);
};

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const crosswalk = crosswalkFor(params.questionnaire, language);
	if (!crosswalk) error(404);
	return { messages: loadMessages(language, ['crosswalk']), frameworks: crosswalk.frameworks };
};
