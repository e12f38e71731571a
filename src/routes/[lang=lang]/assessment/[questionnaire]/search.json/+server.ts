import { json } from '@sveltejs/kit';
import { LANGUAGE_SLUGS, LANGUAGES } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { SearchEntry } from '$lib/state/search-questions.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) =>
		LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire }))
	);

/** All questions of a questionnaire in one language, fetched when somebody searches. */
export const GET: RequestHandler = ({ params }) => {
	const compiled = loadQuestionnaire(params.questionnaire);
	const { questions } = textsOf(compiled, pageLanguage(params.lang));
	const found = compiled.structure.questions.flatMap(({ id }): SearchEntry[] => {
		const texts = questions[id];
		if (!texts) return [];
		const { short, question, good, action, elements } = texts;
		return [{ id, short, question, more: [good, action, ...Object.values(elements)].join(' ') }];
	});
	return json(found);
};
