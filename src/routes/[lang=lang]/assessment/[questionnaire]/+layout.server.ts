import { error } from '@sveltejs/kit';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import { hasSample } from '$lib/state/sample.ts';
import type { LayoutServerLoad } from './$types';

/** The structure and the frame's words: what every page of an assessment needs. */
export const load: LayoutServerLoad = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	const compiled = loadQuestionnaire(params.questionnaire);
	const { structure } = compiled;
	const language = pageLanguage(params.lang);
	return {
		// Stands in for the outer layout's `common`: that and the words of the bar above every page of an assessment.
		common: loadMessages(language, ['common', 'bar'], wordingsOf(structure)),
		questionnaire: structure,
		hasSample: hasSample(structure.id),
		frame: textsOf(compiled, language).frame
	};
};
