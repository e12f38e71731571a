import { error, json } from '@sveltejs/kit';
import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** The short name of each question, for lists across assessments. */
export const GET: RequestHandler = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	const { questions } = textsOf(loadQuestionnaire(params.questionnaire), pageLanguage(params.lang));
	return json(Object.fromEntries(Object.entries(questions).map(([id, { short }]) => [id, short])));
};
