import { error, json } from '@sveltejs/kit';
import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { caseAssessment } from '$lib/core/questionnaire/case-assessment.ts';
import { loadCases } from '$lib/server/case-files.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		listQuestionnaires().flatMap((questionnaire) =>
			loadCases(questionnaire).map(({ id }) => ({ lang, questionnaire, case: id }))
		)
	);

/** What a case answers beforehand, as an assessment: the draft of a room about it goes on from there. */
export const GET: RequestHandler = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	const told = loadCases(params.questionnaire).find(({ id }) => id === params.case);
	if (!told) error(404);
	const { structure } = loadQuestionnaire(params.questionnaire);
	const now = `${structure.asAt}T00:00:00.000Z`;
	return json(caseAssessment(told, structure, { id: told.id, now, language: pageLanguage(params.lang) }));
};
