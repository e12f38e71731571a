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
		}))
	};
};
