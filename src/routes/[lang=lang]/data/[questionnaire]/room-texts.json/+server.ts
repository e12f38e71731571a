import { error, json } from '@sveltejs/kit';
import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { roomTextsOf } from '$lib/core/room/texts.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** What a room shows of a questionnaire, in one language; phones fetch it over the network of a hall. */
export const GET: RequestHandler = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	const compiled = loadQuestionnaire(params.questionnaire);
	return json(roomTextsOf(compiled.structure, textsOf(compiled, pageLanguage(params.lang))));
};
