import fc from 'fast-check';
import type {
	Answer,
	Assessment,
	Grade,
	Question,
	Questionnaire,
	ScopingFact,
	Unit
} from '../../src/lib/core/index.ts';

/** How an answer turns out, before it is written for the kind of question. */
type Outcome = 'open' | 'unknown' | 'notApplicable' | Grade;

interface Raw {
	/** 0 to 99: picks an outcome of the profile. */
	readonly roll: number;
	/** 0 to 99: picks the ways in which an answer may be odd. */
	readonly odd: number;
	readonly mask: number;
	readonly evidence: number;
	readonly basis: number;
}

function many(outcome: Outcome, times: number): Outcome[] {
	return Array<Outcome>(times).fill(outcome);
}

/** Each kind of respondent as 100 outcomes: with even chances only, no high score would ever be met. */
const PROFILES: readonly (readonly Outcome[])[] = [
	[
		...many('open', 20),
		...many('unknown', 10),
		...many('notApplicable', 15),
		...many(0, 13),
		...many(1, 14),
		...many(2, 14),
		...many(3, 14)
	],
	[...many('open', 80), ...many(2, 10), ...many(3, 10)],
	[
		...many(3, 94),
		...many('open', 1),
		...many('unknown', 1),
		...many('notApplicable', 1),
		...many(0, 1),
		...many(1, 1),
		...many(2, 1)
	],
	[...many(3, 60), ...many(2, 33), ...many(1, 4), ...many('notApplicable', 3)],
	[...many(0, 50), ...many(1, 40), ...many('unknown', 5), ...many('open', 5)],
	[...many('notApplicable', 50), ...many(0, 25), ...many(3, 25)],
	many(3, 100),
	[...many(3, 90), ...many(0, 10)],
	[...many(1, 50), ...many(2, 50)]
];

const AS_AT = ['2026-11-23', '2026-11-22', '2026-11-24', '', undefined] as const;
const UPDATED = ['2026-11-23T23:59:59Z', '2026-11-22T00:00:00.000Z', '2026-11-24T00:00:01Z'] as const;

const pointer = (what: string, expires?: string) => ({ what, ...(expires !== undefined && { expires }) });
const EVIDENCE: readonly (NonNullable<Answer['evidence']> | undefined)[] = [
	undefined,
	[],
	[pointer('Minutes of May')],
	[pointer('Test report', '2026-11-23')],
	[pointer('Contract', '2026-11-22')],
	[pointer(' ')],
	[pointer('Old contract', '2026-01-01'), pointer('New contract')],
	[pointer('', '2027-01-01')],
	[pointer('Register', '')],
	[pointer('\u3000', '2027-01-01')],
	[pointer('Log', '2026-11-24')],
	[pointer('Old log', '2026-11-21'), pointer('Policy', '2027-06-30')]
];

const BASIS: readonly (Answer['basis'] | undefined)[] = [
	undefined,
	{ kind: 'asserted' },
	{ kind: 'asserted', by: 'Internal audit' },
	{ kind: 'seen', by: 'Internal audit' },
	{ kind: 'tested', by: 'A. Chan', asAt: '2026-11-01' },
	{ kind: 'seen' },
	{ kind: 'tested', by: ' ' },
	{ kind: 'seen', by: '' }
];

const NOT_APPLICABLE: readonly NonNullable<Answer['notApplicable']>[] = [
	{ reason: 'No such output', approver: 'B. Wong' },
	{ reason: '', approver: 'B. Wong' },
	{ reason: 'No such output', approver: '  ' },
	{ reason: '\n', approver: '' }
];

function pick<T>(list: readonly T[], index: number): T {
	return list[index % list.length] as T;
}

/** Elements that give a grade where the table has it, and any elements where it has not. */
function elementsFor({ elements = [], grades = [] }: Question, grade: Grade, { mask, odd }: Raw): string[] {
	const required = elements.filter((element) => element.required).map(({ id }) => id);
	const wanted = grades.indexOf(grade);
	const chosen = wanted < 0 ? required.filter((_, bit) => mask & (1 << bit)) : required.slice(0, wanted);
	const optional = elements
		.filter((element, bit) => !element.required && mask & (1 << bit))
		.map(({ id }) => id);
	return [
		...chosen,
		...optional,
		...(odd % 7 === 0 ? ['no-such-element'] : []),
		...(odd % 5 === 0 ? chosen.slice(0, 1) : [])
	];
}

function gradedAnswer(question: Question, grade: Grade, raw: Raw, unit: Unit | undefined): Answer {
	const coverage = unit === 'organisation' && question.unit === 'system';
	if (question.kind === 'checklist') {
		const list = { elements: elementsFor(question, grade, raw), done: true };
		if (coverage) return { grade, ...(raw.odd % 3 === 0 && list) };
		return { ...list, ...(raw.odd % 11 === 0 && { grade: pick([0, 1, 2, 3] as const, raw.mask) }) };
	}
	return { grade: question.kind === 'yes-no' && !coverage ? (grade >= 2 ? 3 : 0) : grade };
}

function openAnswer(question: Question, raw: Raw): Answer | undefined {
	if (raw.odd < 50) return undefined;
	if (question.kind !== 'checklist') return { note: 'Ask the supplier' };
	const elements = elementsFor(question, 3, raw);
	return raw.odd < 75 ? { elements } : { elements, done: false };
}

function answerFor(
	question: Question,
	outcome: Outcome,
	raw: Raw,
	unit: Unit | undefined
): Answer | undefined {
	const extras = {
		...(EVIDENCE[raw.evidence] && { evidence: EVIDENCE[raw.evidence] as NonNullable<Answer['evidence']> }),
		...(BASIS[raw.basis] && { basis: BASIS[raw.basis] as NonNullable<Answer['basis']> })
	};
	const left =
		question.kind === 'checklist' && raw.odd % 4 === 0
			? { elements: elementsFor(question, 3, raw), done: true }
			: {};
	if (outcome === 'open') {
		const answer = openAnswer(question, raw);
		return answer && { ...answer, ...extras };
	}
	if (outcome === 'unknown') return { unknown: true, ...left, ...extras };
	if (outcome === 'notApplicable' && !question.allowsNotApplicable && raw.odd >= 20)
		return answerFor(question, 2, raw, unit);
	if (outcome === 'notApplicable') {
		const complete = raw.odd < 80 || !question.allowsNotApplicable;
		return {
			notApplicable: complete ? pick(NOT_APPLICABLE, 0) : pick(NOT_APPLICABLE, raw.mask),
			...left,
			...extras
		};
	}
	return { ...gradedAnswer(question, outcome, raw, unit), ...extras };
}

function factAnswer(
	{ multiple, choices }: ScopingFact,
	{ style, mask }: { style: number; mask: number },
	quiet: boolean
) {
	if (quiet) return choices.slice(-1).map(({ id }) => id);
	if (style === 0) return undefined;
	if (style === 1) return 'unsure' as const;
	if (style === 2) return [];
	if (!multiple) return [pick(choices, mask).id];
	const several = choices.filter(({ exclusive }, bit) => !exclusive && mask & (1 << bit));
	return (several.length > 0 ? several : choices.slice(-1)).map(({ id }) => id);
}

/** Random assessments that a file may hold, the badly filled in included; each is a valid file. */
export function arbitraryAssessment(questionnaire: Questionnaire): fc.Arbitrary<Assessment> {
	const raw = fc.record({
		roll: fc.noBias(fc.nat(99)),
		odd: fc.noBias(fc.nat(99)),
		mask: fc.nat(0xffff),
		evidence: fc.nat(EVIDENCE.length - 1),
		basis: fc.nat(BASIS.length - 1)
	});
	const count = questionnaire.questions.length;
	return fc
		.record({
			selection: fc.constantFrom(...questionnaire.selections.map(({ id }) => id)),
			unit: fc.constantFrom(undefined, 'system', 'organisation', 'both'),
			asAt: fc.constantFrom(...AS_AT),
			updated: fc.constantFrom(...UPDATED),
			quiet: fc.nat(9),
			profile: fc.constantFrom(...PROFILES),
			facts: fc.array(fc.record({ style: fc.nat(9), mask: fc.nat(0xfff) }), {
				minLength: questionnaire.facts.length,
				maxLength: questionnaire.facts.length
			}),
			targets: fc.array(fc.nat(6), {
				minLength: questionnaire.groups.length,
				maxLength: questionnaire.groups.length
			}),
			answers: fc.array(raw, { minLength: count, maxLength: count, size: 'max' })
		})
		.map(({ selection, unit, asAt, updated, quiet, profile, facts, targets, answers }) => {
			const scope = questionnaire.facts.map((fact, i) => [
				fact.id,
				factAnswer(fact, facts[i] as { style: number; mask: number }, quiet === 0)
			]);
			const stored = questionnaire.questions.map((question, i) => {
				const one = answers[i] as Raw;
				return [question.id, answerFor(question, pick(profile, one.roll), one, unit as Unit | undefined)];
			});
			return {
				format: 'plumbline-assessment',
				formatVersion: 1,
				id: 'random',
				created: '2026-11-01T08:00:00Z',
				updated,
				questionnaire: { id: questionnaire.id, version: questionnaire.version },
				scoringVersion: questionnaire.scoringVersion,
				selection,
				details: { ...(unit !== undefined && { unit: unit as Unit }), ...(asAt !== undefined && { asAt }) },
				scope: Object.fromEntries(scope.filter(([, answer]) => answer !== undefined)),
				targets: Object.fromEntries(
					questionnaire.groups.flatMap(({ id }, i) => ((targets[i] ?? 4) <= 3 ? [[id, targets[i]]] : []))
				),
				answers: Object.fromEntries(stored.filter(([, answer]) => answer !== undefined)),
				actions: {}
			} as Assessment;
		});
}
