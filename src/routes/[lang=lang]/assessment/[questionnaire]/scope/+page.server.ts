import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import type { Questionnaire } from '$lib/core/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const hasFacts = ({ facts }: Questionnaire) => facts.length > 0;
export const entries: EntryGenerator = () => entriesWhere(hasFacts);

/** The facts' words, and the short titles of the questions that come and go with them. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadWhere(params.questionnaire, hasFacts);
	const { scoping, questions } = textsOf(compiled, language);
	return {
		messages: loadMessages(language, ['scope'], wordingsOf(compiled.structure)),
		scoping,
		shorts: Object.fromEntries(Object.entries(questions).map(([id, { short }]) => [id, short]))
	};
};
