import { json } from '@sveltejs/kit';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { SearchEntry } from '$lib/state/search-questions.ts';
import { entriesWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => entriesWhere();

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
