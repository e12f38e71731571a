import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import { entriesWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => entriesWhere();

/** The words of the form, and of the fact *what is assessed*, which is answered here. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire(params.questionnaire);
	const { scoping } = textsOf(compiled, language);
	return {
		messages: loadMessages(language, ['details'], wordingsOf(compiled.structure)),
		unit: scoping.facts['unit'] ?? null
	};
};
