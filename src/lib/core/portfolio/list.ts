import { compare } from '../scoring/fraction.ts';
import type { PortfolioEntry, ProgressState } from './entry.ts';

/** Which entries a list shows; what is empty or missing leaves everything in. */
export interface PortfolioFilter {
	/** Words that must all be found, in any order, anywhere in what names and describes the assessment. */
	readonly search?: string;
	readonly questionnaire?: string;
	readonly state?: ProgressState | '';
	readonly systemStatus?: string;
	/** Level 0–3 as text, or `none` for those without a level. */
	readonly level?: string;
	/** As `ownerOf` gives it. */
	readonly owner?: string;
	/** `true`: only what was put away; otherwise only what was not. */
	readonly archived?: boolean;
}

export const PORTFOLIO_ORDERS = ['updated', 'name', 'score', 'critical', 'owner'] as const;
export type PortfolioOrder = (typeof PORTFOLIO_ORDERS)[number];

/** Who answers for what was assessed; empty when nobody was named. */
export function ownerOf({ assessment }: PortfolioEntry): string {
	return assessment.details.owner?.trim() ?? '';
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

function searchable({ assessment }: PortfolioEntry, name: string): string {
	const { title, organisation, system, owner, supplier, purpose, personalData, assessor } =
		assessment.details;
	return fold(
		[name, title, organisation, system, owner, supplier, purpose, personalData, assessor].join('\n')
	);
}

/** @param nameOf - what the list calls an entry: it is searched too */
export function filterEntries(
	entries: readonly PortfolioEntry[],
	filter: PortfolioFilter,
	nameOf: (entry: PortfolioEntry) => string
): PortfolioEntry[] {
	const words = fold(filter.search ?? '')
		.split(/\s+/)
		.filter(Boolean);
	const is = (wanted: string | undefined, found: string) => !wanted || wanted === found;
	return entries.filter((entry) => {
		const { assessment, level, state } = entry;
		return (
			(assessment.archived ?? false) === (filter.archived ?? false) &&
			is(filter.questionnaire, assessment.questionnaire.id) &&
			is(filter.state, state) &&
			is(filter.systemStatus, assessment.details.systemStatus ?? '') &&
			is(filter.level, level === null ? 'none' : String(level)) &&
			is(filter.owner, ownerOf(entry)) &&
			(words.length === 0 || words.every((word) => searchable(entry, nameOf(entry)).includes(word)))
		);
	});
}

/**
 * @param compareNames - order of names in the reader's language
 * @returns the entries in another order: newest change first, by name, lowest score first, most critical gaps first,
 *   by owner; what has no score or owner comes last, and ties keep the newest change first
 */
export function sortEntries(
	entries: readonly PortfolioEntry[],
	order: PortfolioOrder,
	nameOf: (entry: PortfolioEntry) => string,
	compareNames: (a: string, b: string) => number
): PortfolioEntry[] {
	const newest = (a: PortfolioEntry, b: PortfolioEntry) =>
		a.assessment.updated < b.assessment.updated ? 1 : a.assessment.updated > b.assessment.updated ? -1 : 0;
	const last = <T>(a: T | null, b: T | null, by: (a: T, b: T) => number) =>
		a !== null && b !== null ? by(a, b) : Number(a === null) - Number(b === null);
	const by: Record<PortfolioOrder, (a: PortfolioEntry, b: PortfolioEntry) => number> = {
		updated: () => 0,
		name: (a, b) => compareNames(nameOf(a), nameOf(b)),
		score: (a, b) =>
			last(a.score?.overall ?? null, b.score?.overall ?? null, (x, y) => compare(x.score, y.score)),
		critical: (a, b) => b.critical.length - a.critical.length,
		owner: (a, b) => last(ownerOf(a) || null, ownerOf(b) || null, compareNames)
	};
	return [...entries].sort((a, b) => by[order](a, b) || newest(a, b));
}
