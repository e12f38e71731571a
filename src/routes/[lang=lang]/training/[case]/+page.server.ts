import { error } from '@sveltejs/kit';
import { sectionsOf } from '$lib/core/index.ts';
import { caseEntries, casePage } from '$lib/server/case-pages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = caseEntries;

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const found = casePage(params.case, language);
	if (!found) error(404);
	const { structure } = loadQuestionnaire(found.questionnaire);
	return {
		messages: loadMessages(language, ['training']),
		told: found,
		firstSection: sectionsOf(structure, found.assessment.selection)[0]?.id ?? ''
	};
};
