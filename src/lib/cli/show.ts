import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';

/** The JSON of `plumbline show`: the structure, for other programs. Documented in docs/command-line.md. */
export function showQuestionnaire({ structure }: CompiledQuestionnaire) {
	const valueOf = new Map(structure.groups.map(({ id, value }) => [id, value]));
	return {
		id: structure.id,
		version: structure.version,
		scoringVersion: structure.scoringVersion,
		asAt: structure.asAt,
		audience: structure.audience,
		groupKind: structure.groupKind,
		minGroups: structure.minGroups,
		minGroupWeight: structure.minGroupWeight,
		groups: structure.groups.map(({ id, value }) => ({ id, value })),
		selections: structure.selections,
		facts: structure.facts,
		conditions: structure.conditions,
		tiers: structure.tiers.map(({ row, when, tier }) => ({ row, when, tier })),
		targets: structure.targets,
		questions: structure.questions.map((question) => ({
			id: question.id,
			principle: question.group,
			value: valueOf.get(question.group) ?? null,
			practiceArea: question.practiceArea,
			themes: question.themes,
			legal: question.legal,
			markers: question.markers,
			unit: question.unit,
			duty: question.duty,
			...(question.dutyFrom && { dutyFrom: question.dutyFrom }),
			weight: question.weight,
			critical: question.critical,
			effort: question.effort,
			selections: question.selections,
			kind: question.kind,
			allowsNotApplicable: question.allowsNotApplicable,
			...(question.elements && { elements: question.elements, grades: question.grades }),
			when: question.when,
			claims: question.claims,
			figures: question.figures
		}))
	};
}
