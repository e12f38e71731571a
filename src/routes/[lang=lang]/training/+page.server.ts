import { allCases } from '$lib/server/case-pages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	return {
		messages: loadMessages(language, ['training']),
		cases: allCases().map(({ told }) => ({
			id: told.id,
			title: told.title[language],
			teaser: told.teaser[language],
			system: told.system[language]
		}))
	};
};
