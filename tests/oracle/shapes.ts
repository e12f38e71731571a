/** What the oracle reads of `plumbline show QUESTIONNAIRE --json`. */
export interface ShownQuestion {
	readonly id: string;
	readonly principle: string;
	readonly unit: 'organisation' | 'system' | 'both';
	readonly duty: 'must' | 'should' | 'could';
	readonly dutyFrom?: { readonly date: string; readonly duty: 'must' | 'should' | 'could' };
	readonly weight: number;
	readonly critical: boolean;
	readonly effort: number;
	readonly selections: readonly string[];
	readonly kind: 'graded' | 'checklist' | 'yes-no';
	readonly allowsNotApplicable: boolean;
	readonly elements?: readonly { readonly id: string; readonly required: boolean }[];
	readonly grades?: readonly number[];
	readonly when: string;
}

export interface ShownQuestionnaire {
	readonly scoringVersion: string;
	readonly minGroups: number;
	readonly minGroupWeight: number;
	readonly groups: readonly { readonly id: string }[];
	readonly conditions: readonly {
		readonly id: string;
		readonly fact: string;
		readonly choices: readonly string[];
		readonly whenUnsure: boolean;
	}[];
	readonly tiers: readonly { readonly row: number; readonly when: string; readonly tier: string }[];
	readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly questions: readonly ShownQuestion[];
}

/** What the oracle reads of one stored answer. */
export interface StoredAnswer {
	readonly grade?: number;
	readonly unknown?: boolean;
	readonly notApplicable?: { readonly reason: string; readonly approver: string };
	readonly elements?: readonly string[];
	readonly done?: boolean;
	readonly basis?: { readonly kind: string; readonly by?: string };
	readonly evidence?: readonly { readonly what: string; readonly expires?: string }[];
}

/** What the oracle reads of an assessment file. */
export interface StoredAssessment {
	readonly updated: string;
	readonly questionnaire: { readonly id: string; readonly version: string };
	readonly selection: string;
	readonly details: { readonly unit?: string; readonly asAt?: string };
	readonly scope: Readonly<Record<string, 'unsure' | readonly string[]>>;
	readonly targets?: Readonly<Record<string, number>>;
	readonly answers: Readonly<Record<string, StoredAnswer>>;
}

/** Called with the name of each rule that decided something, so that a test can say which rules it reached. */
export type Note = (rule: Rule) => void;

/** Every rule of docs/scoring.md that random assessments must reach. */
export const RULES = [
	'fact missing',
	'fact unsure',
	'fact an empty list',
	'fact answered',
	'question out of scope',
	'stored answer to an out-of-scope question',
	'stored answer outside the selection',
	'as-at date taken from updated',
	'duty changed on its date',
	'duty not yet changed',
	'not applicable counts',
	'not applicable where it is never allowed',
	'not applicable without reason or approver',
	"don't know",
	'open',
	'checklist not done',
	'checklist with an element that is not required',
	'checklist with an unknown element',
	'checklist with an element named twice',
	'checklist answered by coverage',
	'yes-no answered by coverage',
	'principle without questions',
	'principle too light to count',
	'principle counts',
	'a fifth of the weight caps not applicable',
	'not applicable below a fifth of the weight',
	'too few principles for a score',
	'band 0',
	'band 1',
	'band 2',
	'band 3',
	'score exactly on the edge of a band',
	'principle held at 1 by a critical question at 0',
	'principle held at 2 by a critical question at 1',
	'principle held at 2 by a must question',
	'level held by the weakest principle',
	'level held by a critical question alone',
	'level held by a must question alone',
	'level held from a principle that does not count',
	'high level above low level',
	'target raised by a person',
	'laxer target ignored',
	'shortfall',
	'gap critical',
	'gap law',
	'gap high',
	'gap medium',
	'gap low',
	'gap of a critical question at 2',
	'gaps tied and put in order of id',
	'gaps put in order without a score',
	'gap worth nothing because its principle does not count',
	'pointer counts',
	'pointer counts on its last day',
	'pointer expired',
	'pointer without a name',
	'evidence confirmed',
	'evidence tested by nobody named',
	'no claims yet',
	'claim lowered to 1 for lack of evidence'
] as const;
export type Rule = (typeof RULES)[number];
