import { LANGUAGE_SLUGS, type Language } from '../core/languages.ts';
import { caseAssessment } from '../core/questionnaire/case-assessment.ts';
import type { TrainerCase } from '../core/questionnaire/case-schema.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import { loadCases } from './case-files.ts';
import { listQuestionnaires, loadQuestionnaire } from './questionnaire-files.ts';

/** Every case of every questionnaire with the questionnaire it belongs to. */
export function allCases(): { readonly questionnaire: string; readonly told: TrainerCase }[] {
	return listQuestionnaires().flatMap((questionnaire) =>
		loadCases(questionnaire).map((told) => ({ questionnaire, told }))
	);
}

export const caseEntries = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) => allCases().map(({ told }) => ({ lang, case: told.id })));

/** The case in one language, and the assessment that it opens as; `null` when there is no such case. */
export function casePage(id: string, language: Language) {
	const found = allCases().find(({ told }) => told.id === id);
	if (!found) return null;
	const { told, questionnaire } = found;
	const compiled = loadQuestionnaire(questionnaire);
	const { structure } = compiled;
	const { questions } = textsOf(compiled, language);
	const titles = (ids: readonly string[] = []) => ids.map((one) => questions[one]?.short ?? one);
	const facts = told.facts.map(({ label, text }) => ({ label: label[language], text: text[language] }));
	const roles = told.roles.map(({ id: role, title, knows, wants }) => ({
		id: role,
		title: title[language],
		knows: knows[language],
		wants: wants[language]
	}));
	return {
		questionnaire,
		id: told.id,
		title: told.title[language],
		teaser: told.teaser[language],
		organisation: told.organisation[language],
		system: told.system[language],
		story: told.story.map((paragraph) => paragraph[language]),
		facts,
		roles,
		discussion: told.discussion.map(({ question, hint, questions: about }) => ({
			question: question[language],
			hint: hint[language],
			about: titles(about)
		})),
		scripts: told.scripts.map(({ minutes, steps }) => ({ minutes, steps: timed(steps, language, titles) })),
		worksheet: told.worksheet.map(({ task, lines }) => ({ task: task[language], lines })),
		answered: Object.keys(told.answers).length,
		assessment: caseAssessment(told, structure, {
			id: told.id,
			now: `${structure.asAt}T00:00:00.000Z`,
			language
		})
	};
}

/** Steps with the minutes from which to which they last. */
function timed(
	steps: TrainerCase['scripts'][number]['steps'],
	language: Language,
	titles: (ids?: readonly string[]) => string[]
) {
	let from = 0;
	return steps.map(({ title, minutes, do: does, say, live }) => {
		const start = from;
		from += minutes;
		return {
			title: title[language],
			from: start,
			to: from,
			does: does[language],
			say: say[language],
			live: titles(live)
		};
	});
}
