import { loadMessages } from '$lib/server/messages.ts';
import { flagship, instruments } from '$lib/server/instruments.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { sampleSummary } from '$lib/state/sample-summary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const first = flagship();
	return {
		messages: loadMessages(language, ['home', 'openFile', 'instruments']),
		flagship: first,
		summary: sampleSummary(loadQuestionnaire(first), language),
		instruments: instruments(language)
	};
};
