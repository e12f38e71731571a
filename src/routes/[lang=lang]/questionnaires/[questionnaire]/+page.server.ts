import { error } from '@sveltejs/kit';
import { scopeOf, sectionsOf, type Questionnaire, type ScopeAnswers } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { dateText } from '$lib/i18n/dates.ts';
import { loadCases } from '$lib/server/case-files.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { hasSample } from '$lib/state/sample.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The fact that is a detail of the assessment: what is assessed. */
const UNIT = 'unit';

export const entries: EntryGenerator = () =>
	['en', 'zh-hant', 'zh-hans'].flatMap((lang) => listQuestionnaires().map((questionnaire) => ({ lang, questionnaire })));

/** The answer to every scoping fact that leaves most questions out: the one that meets the fewest conditions. */
function leastDemanding({ facts, conditions }: Questionnaire): ScopeAnswers {
	return Object.fromEntries(
		facts.map(({ id, choices }) => {
			const demands = (choice: string) => conditions.filter((c) => c.fact === id && c.choices.includes(choice)).length;
			const [least] = [...choices].sort((a, b) => demands(a.id) - demands(b.id));
			return [id, least ? [least.id] : []];
		})
	);
}

export const load: PageServerLoad = ({ params }) => {
	if (!listQuestionnaires().includes(params.questionnaire)) error(404);
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire(params.questionnaire);
	const { structure } = compiled;
	const { frame, scoping } = textsOf(compiled, language);
	const least = leastDemanding(structure);
	return {
		messages: loadMessages(language, ['instrument'], wordingsOf(structure)),
		audience: structure.audience,
		hasFacts: structure.facts.some(({ id }) => id !== UNIT),
		hasSample: hasSample(structure.id),
		hasTraining: loadCases(structure.id).length > 0,
		questionnaire: { id: structure.id, version: structure.version, scoringVersion: structure.scoringVersion },
		title: frame.title,
		subtitle: frame.subtitle,
		about: frame.about,
		limits: frame.limits,
		asAtText: dateText(language, structure.asAt),
		groups: structure.groups.map(({ id }) => ({
			id,
			...(frame.groups[id] ?? { title: id, text: '' }),
			questions: structure.questions.filter((question) => question.group === id).length
		})),
		total: structure.questions.length,
		unit: unitOf(scoping.facts[UNIT], structure),
		selections: structure.selections.map(({ id, minutes, indicative, orderBy }) => ({
			id,
			minutes,
			indicative,
			orderBy,
			title: frame.selections[id]?.title ?? id,
			text: frame.selections[id]?.text ?? '',
			from: scopeOf(structure, id, least).in.length,
			to: scopeOf(structure, id, {}).in.length,
			firstSection: sectionsOf(structure, id)[0]?.id ?? ''
		}))
	};
};

function unitOf(texts: { help: string; drives: string; choices: Readonly<Record<string, string>> } | undefined, { facts }: Questionnaire) {
	const choices = facts.find(({ id }) => id === UNIT)?.choices;
	if (!choices) return null;
	return {
		help: texts?.help ?? '',
		drives: texts?.drives ?? '',
		choices: choices.map(({ id }) => ({ id, text: texts?.choices[id] ?? id }))
	};
}
