import { error } from '@sveltejs/kit';
import { sectionsOf } from '$lib/core/index.ts';
import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { dateText } from '$lib/i18n/dates.ts';
import { readCheckRegister } from '$lib/server/check-register.ts';
import { checkRounds } from '$lib/server/check-rounds.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The selection that goes through the themes of the checks. */
const rehearsalOf = (id: string) =>
	loadQuestionnaire(id).structure.selections.find(({ orderBy }) => orderBy === 'theme');

export const entries: EntryGenerator = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		listQuestionnaires()
			.filter(rehearsalOf)
			.map((questionnaire) => ({ lang, questionnaire }))
	);

export const load: PageServerLoad = ({ params }) => {
	const selection = listQuestionnaires().includes(params.questionnaire) && rehearsalOf(params.questionnaire);
	if (!selection) error(404);
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire(params.questionnaire);
	const { structure } = compiled;
	const { frame, questions } = textsOf(compiled, language);
	const register = readCheckRegister(params.questionnaire);
	const themeTitle = (id: string) => frame.themes[id]?.title ?? id;
	const figureOf = (id: string) => {
		const { text, figure, status } = register.claims.get(id) ?? {};
		const whom = figure?.['of-whom'][language] ?? '';
		return { id, status, count: figure?.count ?? 0, of: figure?.of ?? 0, whom, text: text?.[language] ?? id };
	};
	return {
		messages: loadMessages(language, ['rehearsal']),
		questionnaire: structure.id,
		instrument: frame.title,
		title: frame.selections[selection.id]?.title ?? selection.id,
		rounds: checkRounds(structure, register).map((round) => ({
			year: round.year,
			source: register.documents.get(round.document)?.title[language] ?? '',
			date: dateText(language, register.documents.get(round.document)?.date ?? ''),
			address: register.documents.get(round.document)?.address ?? '',
			claims: round.claims.map((id) => ({
				id,
				status: register.claims.get(id)?.status,
				text: register.claims.get(id)?.text[language] ?? id
			})),
			themes: round.themes.map(({ id, figures }) => ({ id, title: themeTitle(id), figures: figures.map(figureOf) })),
			notEstablished: round.notEstablished.map(themeTitle)
		})),
		themes: sectionsOf(structure, selection.id).map(({ id, questions: asked }) => ({
			id,
			title: themeTitle(id),
			text: frame.themes[id]?.text ?? '',
			questions: asked.map((question) => ({
				id: question,
				text: questions[question]?.question ?? question,
				evidence: questions[question]?.evidence[0] ?? ''
			}))
		}))
	};
};
