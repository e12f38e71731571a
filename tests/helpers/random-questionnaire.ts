import fc from 'fast-check';
import {
	parseRule,
	type Duty,
	type Effort,
	type Level,
	type Question,
	type Questionnaire,
	type Rule,
	type Unit,
	type Weight
} from '../../src/lib/core/index.ts';

/** Stems of ids that stand close in order, and in another one where `z10` counts as more than `z9`. */
const STEMS = ['a', 'b', 'z', 'ab', 'a-b', 'a1', 'z9', 'z10'];
const IDS = [
	...new Set(STEMS.flatMap((stem) => ['', '-a', '-1', 'a', '2', '10'].map((ending) => stem + ending)))
];

const RULES = [
	'all',
	'all',
	'all',
	'all',
	'pd',
	'no-pd',
	'abroad',
	'pd + abroad',
	'pd / abroad',
	'no-pd + abroad / high',
	'high / pd + third'
];

const FACTS: Questionnaire['facts'] = [
	{
		id: 'pd',
		multiple: false,
		choices: ['yes', 'no'].map((id) => ({ id, exclusive: false })),
		reasonRequiredFor: []
	},
	{
		id: 'effect',
		multiple: false,
		choices: ['high', 'ranks', 'none'].map((id) => ({ id, exclusive: false })),
		reasonRequiredFor: []
	},
	{
		id: 'third',
		multiple: true,
		choices: ['supplier', 'mainland', 'overseas', 'nobody'].map((id) => ({ id, exclusive: id === 'nobody' })),
		reasonRequiredFor: []
	}
];

const CONDITIONS: Questionnaire['conditions'] = [
	{ id: 'pd', fact: 'pd', choices: ['yes'], whenUnsure: true },
	{ id: 'no-pd', fact: 'pd', choices: ['no'], whenUnsure: false },
	{ id: 'high', fact: 'effect', choices: ['high'], whenUnsure: true },
	{ id: 'third', fact: 'third', choices: ['supplier', 'mainland', 'overseas'], whenUnsure: true },
	{ id: 'abroad', fact: 'third', choices: ['mainland', 'overseas'], whenUnsure: true }
];

/** Dates around the as-at dates of random assessments. */
const DUTY_CHANGES: readonly Question['dutyFrom'][] = [
	undefined,
	undefined,
	undefined,
	{ date: '2026-11-23', duty: 'must' },
	{ date: '2026-11-24', duty: 'must' },
	{ date: '2026-11-23', duty: 'should' },
	{ date: '2020-01-01', duty: 'must' },
	{ date: '2030-01-01', duty: 'could' }
];

const GRADE_TABLES: readonly NonNullable<Question['grades']>[] = [
	[0, 3],
	[0, 1, 3],
	[0, 0, 2, 3],
	[0, 1, 1, 2, 3]
];

function ruleOf(when: string): Rule {
	const rule = parseRule(when);
	if (!rule) throw new TypeError(`"${when}" is not a rule.`);
	return rule;
}

interface RawQuestion {
	readonly weight: number;
	readonly critical: number;
	readonly duty: number;
	readonly dutyFrom: number;
	readonly notApplicable: boolean;
	readonly kind: number;
	readonly unit: number;
	readonly effort: number;
	readonly selections: number;
	readonly rule: number;
}

const rawQuestion = fc.record<RawQuestion>({
	weight: fc.integer({ min: 1, max: 3 }),
	critical: fc.nat(4),
	duty: fc.nat(5),
	dutyFrom: fc.nat(DUTY_CHANGES.length - 1),
	notApplicable: fc.boolean(),
	kind: fc.nat(5),
	unit: fc.nat(2),
	effort: fc.integer({ min: 1, max: 3 }),
	selections: fc.nat(3),
	rule: fc.nat(RULES.length - 1)
});

/** What kinds of questionnaires there are: by principles under values, by sections alone, for a person. */
interface Kind {
	readonly groupKind: Questionnaire['groupKind'];
	readonly audience: Questionnaire['audience'];
	readonly values: readonly string[];
	readonly themes: boolean;
	readonly facts: boolean;
}

const THEMES = ['theme-0', 'theme-1'];
const ORGANISATION = { groupKind: 'section', audience: 'organisation', values: [], themes: false } as const;
const PRINCIPLES: Kind = {
	groupKind: 'principle',
	audience: 'organisation',
	values: ['value-0', 'value-1'],
	themes: true,
	facts: true
};
const KINDS: readonly Kind[] = [
	PRINCIPLES,
	PRINCIPLES,
	PRINCIPLES,
	{ ...ORGANISATION, facts: true },
	{ ...ORGANISATION, facts: false },
	{ ...ORGANISATION, audience: 'person', themes: true, facts: false }
];

const TIERS = [
	{ row: 1, when: 'high + abroad / high + pd', tier: 'higher' },
	{ row: 2, when: 'pd / third', tier: 'medium' },
	{ row: 3, when: 'all', tier: 'lower' }
] as const;

/** Keeps to section 1 of docs/scoring.md: weight 3 for critical, no *not applicable* on critical or what is or becomes a `must`. */
function questionOf(raw: RawQuestion, id: string, group: string, kind: Kind): Question {
	const critical = raw.critical === 4;
	const duty: Duty = raw.duty === 5 ? 'must' : raw.duty > 2 ? 'could' : 'should';
	const form = raw.kind === 4 ? 'yes-no' : raw.kind === 5 ? 'checklist' : 'graded';
	const grades = GRADE_TABLES[raw.effort] ?? [0, 3];
	const dutyFrom = DUTY_CHANGES[raw.dutyFrom];
	const when = (kind.facts && RULES[raw.rule]) || 'all';
	return {
		id,
		group,
		practiceArea: null,
		themes: kind.themes ? [THEMES[raw.weight % THEMES.length] as string] : [],
		unit: (['organisation', 'system', 'both'] as const satisfies readonly Unit[])[raw.unit] ?? 'both',
		duty,
		...(dutyFrom && { dutyFrom }),
		weight: (critical ? 3 : raw.weight) as Weight,
		critical,
		effort: raw.effort as Effort,
		selections: critical || raw.selections > 0 ? ['quick', 'full'] : ['full'],
		markers: [],
		kind: form,
		...(form === 'checklist' && {
			elements: [
				...grades.slice(1).map((_, index) => ({ id: `part-${index}`, required: true })),
				{ id: 'extra', required: false }
			],
			grades
		}),
		when,
		rule: ruleOf(when),
		allowsNotApplicable: raw.notApplicable && !critical && duty !== 'must' && dutyFrom?.duty !== 'must',
		claims: [],
		figures: [],
		legal: []
	};
}

/** Small questionnaires in which rare cases are frequent: light principles, few principles, dated duties, equal gaps. */
export const arbitraryQuestionnaire: fc.Arbitrary<Questionnaire> = fc
	.record({
		kind: fc.constantFrom(...KINDS),
		minGroups: fc.integer({ min: 1, max: 6 }),
		minGroupWeight: fc.constantFrom(5, 5, 5, 1, 4, 6),
		groups: fc.array(fc.array(rawQuestion, { maxLength: 6, size: 'max' }), {
			minLength: 1,
			maxLength: 7,
			size: 'max'
		}),
		ids: fc.shuffledSubarray(IDS, { minLength: IDS.length }),
		targets: fc.array(fc.nat(3), { minLength: 21, maxLength: 21 })
	})
	.map(({ kind, minGroups, minGroupWeight, groups, ids, targets }) => {
		const names = groups.map((_, index) => `group-${index}`);
		const targetsFrom = (start: number) =>
			Object.fromEntries(names.map((name, index) => [name, (targets[start + index] ?? 0) as Level]));
		let next = 0;
		return {
			id: 'random',
			version: '1.0.0',
			scoringVersion: '1',
			asAt: '2026-11-23',
			audience: kind.audience,
			groupKind: kind.groupKind,
			draftsPolicy: false,
			// As the compiler does it: a person gets no overall score.
			minGroups: kind.audience === 'person' ? names.length + 1 : minGroups,
			minGroupWeight,
			values: kind.values.map((id) => ({ id })),
			valueGroupingRead: true,
			groups: names.map((id, index) => ({
				id,
				value: kind.values[index % 2] ?? null,
				claims: []
			})),
			practiceAreas: [],
			themes: kind.themes ? THEMES.map((id) => ({ id, figures: [], dossier: [] })) : [],
			legalLens: [],
			markers: [],
			selections: ['quick', 'full'].map((id) => ({
				id,
				minutes: 10,
				indicative: id !== 'full',
				orderBy: 'group' as const
			})),
			facts: kind.facts ? FACTS : [],
			conditions: kind.facts ? CONDITIONS : [],
			tiers: TIERS.filter(({ when }) => kind.facts || when === 'all').map((row) => ({
				...row,
				rule: ruleOf(row.when),
				claims: []
			})),
			targets: { lower: targetsFrom(0), medium: targetsFrom(7), higher: targetsFrom(14) },
			questions: groups.flatMap((questions, index) =>
				questions.map((raw) => questionOf(raw, ids[next++] as string, names[index] as string, kind))
			),
			claims: {},
			documents: {}
		};
	});
