import type { Questionnaire } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { briefQuestions } from '$lib/server/question-texts.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import { stepsOf } from '$lib/state/steps.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const hasPlan = (questionnaire: Questionnaire) => stepsOf(questionnaire).includes('plan');
export const entries: EntryGenerator = () => entriesWhere(hasPlan);

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadWhere(params.questionnaire, hasPlan);
	return {
		messages: loadMessages(language, ['plan'], wordingsOf(compiled.structure)),
		questions: briefQuestions(textsOf(compiled, language))
	};
};
