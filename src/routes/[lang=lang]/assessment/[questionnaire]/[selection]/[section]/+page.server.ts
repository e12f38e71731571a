import { error } from '@sveltejs/kit';
import { LANGUAGE_SLUGS, LANGUAGES, sectionsOf } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every section of every selection of every questionnaire, in every language. */
export const entries: EntryGenerator = () =>
	listQuestionnaires().flatMap((questionnaire) => {
		const { structure } = loadQuestionnaire(questionnaire);
		return structure.selections.flatMap(({ id: selection }) =>
			sectionsOf(structure, selection).flatMap(({ id: section }) =>
				LANGUAGES.map((language) => ({ lang: LANGUAGE_SLUGS[language], questionnaire, selection, section }))
			)
		);
	});

function pick<T>(all: Readonly<Record<string, T>>, ids: Iterable<string>): Record<string, T> {
	return Object.fromEntries(
		[...new Set(ids)].flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]]))
	);
}

/** The words of one section: its questions and the sources that they cite, nothing of the others. */
export const load: PageServerLoad = ({ params }) => {
	const compiled = loadQuestionnaire(params.questionnaire);
	const { structure } = compiled;
	const language = pageLanguage(params.lang);
	const section = sectionsOf(structure, params.selection).find(({ id }) => id === params.section);
	if (!section) error(404);
	const { questions, sources } = textsOf(compiled, language);
	const theme = structure.themes.find(({ id }) => id === section.id);
	const claims = structure.questions
		.filter(({ id }) => section.questions.includes(id))
		.flatMap((question) => [...question.claims, ...question.figures])
		.concat(theme?.figures ?? []);
	return {
		messages: loadMessages(language, ['assess']),
		questions: pick(questions, section.questions),
		claims: pick(sources.claims, claims),
		documents: pick(
			sources.documents,
			claims.map((id) => structure.claims[id]?.document ?? '')
		)
	};
};
