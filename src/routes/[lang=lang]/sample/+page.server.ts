import { sectionsOf } from '$lib/core/index.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { sampleSummary } from '$lib/state/sample-summary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire('ai-privacy');
	return {
		messages: loadMessages(language, ['sample']),
		summary: sampleSummary(compiled, language),
		firstSection: sectionsOf(compiled.structure, 'full')[0]?.id ?? ''
	};
};
