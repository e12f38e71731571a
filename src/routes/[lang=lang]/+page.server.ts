import { scopeOf, sectionsOf } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { sampleSummary } from '$lib/state/sample-summary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire('ai-privacy');
	const { frame } = textsOf(compiled, language);
	const { structure } = compiled;
	return {
		messages: loadMessages(language, ['home', 'openFile']),
		summary: sampleSummary(compiled, language),
		selections: structure.selections.map(({ id, minutes, indicative }) => ({
			id,
			minutes,
			indicative,
			title: frame.selections[id]?.title ?? id,
			questions: scopeOf(structure, id, {}).in.length,
			/** Where answering starts, for the links of stored assessments. */
			firstSection: sectionsOf(structure, id)[0]?.id ?? ''
		}))
	};
};
