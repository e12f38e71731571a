import type { Action } from '../assessment/types.ts';
import type { Gap } from '../gaps/find-gaps.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { GroupScore } from '../scoring/score-assessment.ts';
import type { PortfolioEntry } from './entry.ts';

/** A table of systems by scoring groups, for one questionnaire: scores of different questions do not stand side by side. */
export interface HeatMap {
	readonly questionnaire: Questionnaire;
	/** Ids, in the questionnaire's order. */
	readonly groups: readonly string[];
	readonly rows: readonly { readonly entry: PortfolioEntry; readonly cells: readonly GroupScore[] }[];
}

/** @returns one table for each questionnaire with a scored entry, in the order in which they first appear */
export function heatMaps(entries: readonly PortfolioEntry[]): HeatMap[] {
	const scored = entries.filter(({ score }) => score !== null);
	const ids = [...new Set(scored.map(({ assessment }) => assessment.questionnaire.id))];
	return ids.flatMap((id): HeatMap[] => {
		const own = scored.filter(({ assessment }) => assessment.questionnaire.id === id);
		const questionnaire = own[0]?.questionnaire;
		if (!questionnaire) return [];
		return [
			{
				questionnaire,
				groups: questionnaire.groups.map((group) => group.id),
				rows: own.map((entry) => ({ entry, cells: entry.score?.groups ?? [] }))
			}
		];
	});
}

export interface OpenGap {
	readonly entry: PortfolioEntry;
	readonly gap: Gap;
	readonly action: Action | undefined;
}

/** Every critical gap of all entries; the entries keep their order, the gaps of each theirs. */
export function criticalGaps(entries: readonly PortfolioEntry[]): OpenGap[] {
	return entries.flatMap((entry) =>
		entry.critical.map((gap) => ({ entry, gap, action: entry.assessment.actions[gap.question] }))
	);
}

/** Something that somebody is to do, or to decide again, by a day. */
export interface DueAction {
	readonly entry: PortfolioEntry;
	readonly question: string;
	readonly action: Action;
	/** ISO date: the due date, or the end of an accepted risk; `null` when none was given. */
	readonly day: string | null;
	readonly overdue: boolean;
}

/**
 * Every action that is not done, by day, those without a day last.
 *
 * @param today - ISO date
 * @param by - `owner`: those of one owner together, those without an owner last; inside, by day
 */
export function dueActions(
	entries: readonly PortfolioEntry[],
	today: string,
	by: 'due' | 'owner' = 'due',
	compareNames: (a: string, b: string) => number = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
): DueAction[] {
	const found = entries.flatMap((entry) =>
		Object.entries(entry.assessment.actions).flatMap(([question, action]): DueAction[] => {
			if (action.status === 'done') return [];
			const day = (action.status === 'accepted' ? action.until : action.due) || null;
			return [{ entry, question, action, day, overdue: day !== null && day < today }];
		})
	);
	const byDay = (a: DueAction, b: DueAction) => {
		if (a.day === b.day) return 0;
		if (a.day === null || b.day === null) return a.day === null ? 1 : -1;
		return a.day < b.day ? -1 : 1;
	};
	const owner = ({ action }: DueAction) => action.owner?.trim() ?? '';
	const byOwner = (a: DueAction, b: DueAction) =>
		Number(owner(a) === '') - Number(owner(b) === '') || compareNames(owner(a), owner(b));
	return found.sort((a, b) => (by === 'owner' ? byOwner(a, b) : 0) || byDay(a, b));
}

/** Evidence expires soon when it does within this many days. */
export const EXPIRES_SOON_DAYS = 90;

export interface ExpiringEvidence {
	readonly entry: PortfolioEntry;
	readonly question: string;
	readonly what: string;
	readonly keeper: string;
	/** ISO date. */
	readonly expires: string;
	/** Before today: it no longer counts as evidence of an assessment as at today. */
	readonly expired: boolean;
}

/** Evidence of in-scope answers that has expired or soon will, the earliest first. @param today - ISO date */
export function expiringEvidence(entries: readonly PortfolioEntry[], today: string): ExpiringEvidence[] {
	const limit = new Date(Date.parse(today) + EXPIRES_SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
	return entries
		.flatMap((entry) =>
			(entry.score?.answers ?? []).flatMap(({ question }) =>
				(entry.assessment.answers[question.id]?.evidence ?? []).flatMap(
					({ what, keeper = '', expires = '' }): ExpiringEvidence[] =>
						expires !== '' && expires <= limit
							? [{ entry, question: question.id, what, keeper, expires, expired: expires < today }]
							: []
				)
			)
		)
		.sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : 0));
}
