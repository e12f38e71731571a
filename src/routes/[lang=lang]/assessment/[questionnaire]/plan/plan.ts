import {
	findGaps,
	type Action,
	type ActionStatus,
	type Assessment,
	type AssessmentScore,
	type Gap,
	type Questionnaire
} from '$lib/core/index.ts';

/** A question that has an action, or a gap that has none yet. */
export interface PlanRow {
	readonly question: string;
	/** `null` when the answer is no longer a gap. */
	readonly gap: Gap | null;
	/** Why an action stands without a gap: the answer is closed, or the question is not asked now. */
	readonly settled: 'closed' | 'out' | null;
	readonly action: Action | undefined;
	/** Place in the order of gaps; actions without a gap come last. */
	readonly rank: number;
}

export interface Plan {
	/** Rows with an action, in the order of gaps. */
	readonly planned: readonly PlanRow[];
	/** Gaps without an action, in their order. */
	readonly rest: readonly PlanRow[];
}

/** Splits gaps by whether something is planned for them. Nothing that was typed is ever left out. */
export function planOf(questionnaire: Questionnaire, assessment: Assessment, score: AssessmentScore): Plan {
	const gaps = findGaps(assessment, score);
	const rows = gaps.map((gap, rank): PlanRow => ({
		question: gap.question,
		gap,
		settled: null,
		action: assessment.actions[gap.question],
		rank
	}));
	const open = new Set(gaps.map(({ question }) => question));
	const asked = new Set(score.answers.map(({ question }) => question.id));
	const settled = questionnaire.questions
		.filter(({ id }) => assessment.actions[id] !== undefined && !open.has(id))
		.map(({ id }, index): PlanRow => ({
			question: id,
			gap: null,
			settled: asked.has(id) ? 'closed' : 'out',
			action: assessment.actions[id],
			rank: gaps.length + index
		}));
	return {
		planned: [...rows.filter(({ action }) => action), ...settled],
		rest: rows.filter(({ action }) => !action)
	};
}

export function statusOf(action: Action | undefined): ActionStatus {
	return action?.status ?? 'open';
}

/** Something was to be done by a day that has passed, or an accepted risk was accepted until then. */
export function isOverdue(action: Action | undefined, today: string): boolean {
	const status = statusOf(action);
	if (status === 'done') return false;
	const day = status === 'accepted' ? action?.until : action?.due;
	return !!day && day < today;
}

/** Fields without which a risk is not accepted: somebody answers for it, for a reason, until a day. */
export const ACCEPTANCE_FIELDS = ['acceptedBy', 'why', 'until'] as const;
export type AcceptanceField = (typeof ACCEPTANCE_FIELDS)[number];

/** @returns the fields still missing from an acceptance; none for any other status */
export function missingAcceptance(action: Action | undefined): AcceptanceField[] {
	if (statusOf(action) !== 'accepted') return [];
	return ACCEPTANCE_FIELDS.filter((field) => !action?.[field]?.trim());
}

export const PLAN_ORDERS = ['priority', 'due', 'owner', 'status'] as const;
export type PlanOrder = (typeof PLAN_ORDERS)[number];

const STATUS_ORDER: readonly ActionStatus[] = ['open', 'doing', 'accepted', 'done'];

/**
 * @param compareNames - order of names in the reader's language
 * @returns the rows in another order; what has no date or owner comes last, ties keep the order of gaps
 */
export function sortPlan(
	rows: readonly PlanRow[],
	order: PlanOrder,
	compareNames: (a: string, b: string) => number
): PlanRow[] {
	const last = (a: string | undefined, b: string | undefined, compare: (a: string, b: string) => number) =>
		a && b ? compare(a, b) : Number(!a) - Number(!b);
	const by: Record<PlanOrder, (a: PlanRow, b: PlanRow) => number> = {
		priority: () => 0,
		due: (a, b) => last(a.action?.due, b.action?.due, (x, y) => (x < y ? -1 : x > y ? 1 : 0)),
		owner: (a, b) => last(a.action?.owner?.trim(), b.action?.owner?.trim(), compareNames),
		status: (a, b) => STATUS_ORDER.indexOf(statusOf(a.action)) - STATUS_ORDER.indexOf(statusOf(b.action))
	};
	return [...rows].sort((a, b) => by[order](a, b) || a.rank - b.rank);
}

export type PlanCount = ActionStatus | 'overdue' | 'unowned' | 'incomplete';

/** How the plan stands. `unowned` and `overdue` look at what is still to be done. */
export function countPlan(rows: readonly PlanRow[], today: string): Record<PlanCount, number> {
	const count = (holds: (row: PlanRow) => boolean) => rows.filter(holds).length;
	const pending = (row: PlanRow) => ['open', 'doing'].includes(statusOf(row.action));
	return {
		open: count((row) => statusOf(row.action) === 'open'),
		doing: count((row) => statusOf(row.action) === 'doing'),
		done: count((row) => statusOf(row.action) === 'done'),
		accepted: count((row) => statusOf(row.action) === 'accepted'),
		overdue: count((row) => isOverdue(row.action, today)),
		unowned: count((row) => pending(row) && !row.action?.owner?.trim()),
		incomplete: count((row) => missingAcceptance(row.action).length > 0)
	};
}
