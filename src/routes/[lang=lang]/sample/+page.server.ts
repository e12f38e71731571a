import { sectionsOf } from '$lib/core/index.ts';
import { flagship } from '$lib/server/instruments.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { sampleSummary } from '$lib/state/sample-summary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const questionnaire = flagship();
	const compiled = loadQuestionnaire(questionnaire);
	return {
		messages: loadMessages(language, ['sample']),
		questionnaire,
		summary: sampleSummary(compiled, language),
		firstSection: sectionsOf(compiled.structure, 'full')[0]?.id ?? ''
	};
};
