import type { Language } from '$lib/core/index.ts';
import type { CompiledQuestionnaire } from '$lib/core/questionnaire/compile.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { dateText } from '$lib/i18n/dates.ts';
import { flagship } from '$lib/server/instruments.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { PageServerLoad } from './$types';

const TIERS = ['lower', 'medium', 'higher'] as const;

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire(flagship());
	const { structure } = compiled;
	const { frame, scoping } = textsOf(compiled, language);
	return {
		messages: loadMessages(language, ['about']),
		version: structure.version,
		scoringVersion: structure.scoringVersion,
		asAtText: dateText(language, structure.asAt),
		minGroups: structure.minGroups,
		minGroupWeight: structure.minGroupWeight,
		critical: structure.questions.filter((question) => question.critical).length,
		groups: Object.fromEntries(structure.groups.map(({ id }) => [id, frame.groups[id]?.short ?? id])),
		grades: frame.grades,
		levels: frame.levels,
		duties: Object.values(frame.duties),
		limits: frame.limits,
		tiers: TIERS.map((id) => ({ id, label: frame.tiers[id]?.label ?? id, targets: structure.targets[id] })),
		tierRows: structure.tiers.map(({ row, tier }) => ({
			row,
			because: scoping.tierRows[row] ?? '',
			tier: frame.tiers[tier]?.label ?? tier
		})),
		documents: documentsOf(compiled, language)
	};
};

/** The documents that questions rest on, the most cited first. */
function documentsOf({ structure, documents }: CompiledQuestionnaire, language: Language) {
	const cited = new Map<string, number>();
	const uses = structure.questions.flatMap((question) => [...question.claims, ...question.figures]);
	for (const id of uses) {
		const document = structure.claims[id]?.document;
		if (document) cited.set(document, (cited.get(document) ?? 0) + 1);
	}
	return documents
		.filter(({ id }) => structure.documents[id])
		.sort((a, b) => (cited.get(b.id) ?? 0) - (cited.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
		.map(({ id, title, issuer, date, address, official, read }) => ({
			id,
			title: title[language],
			issuer: issuer[language],
			date: dateText(language, date),
			address,
			official,
			read: read?.how ? { how: read.how[language], when: dateText(language, read.when) } : null
		}));
}
