import { dutyAt, type Question, type SectionProgress } from '$lib/core/index.ts';

const MARKER = 'marker:';

/** What the filter of a section knows besides the questions themselves. */
export interface FilterFacts {
	readonly progress: SectionProgress | undefined;
	/** ISO date: a recommendation may become a legal duty on a date. */
	readonly asAt: string;
}

/**
 * The questions that a filter leaves.
 *
 * @param filter - `all`, `open`, `flagged`, `critical`, `must`, or `marker:<id>`
 * @returns their ids as they are now, or `null` for all
 */
export function keptBy(
	filter: string,
	questions: readonly Question[],
	facts: FilterFacts
): ReadonlySet<string> | null {
	if (filter === 'all') return null;
	return new Set(questions.filter((question) => fits(question, filter, facts)).map(({ id }) => id));
}

function fits(question: Question, filter: string, { progress, asAt }: FilterFacts): boolean {
	if (filter === 'open') return progress?.openIds.includes(question.id) ?? false;
	if (filter === 'flagged') return progress?.flaggedIds.includes(question.id) ?? false;
	if (filter === 'critical') return question.critical;
	if (filter === 'must') return dutyAt(question, asAt) === 'must';
	return question.markers.includes(filter.replace(MARKER, ''));
}

/** Id of the marker that a filter names, or `null`. */
export function markerOf(filter: string): string | null {
	return filter.startsWith(MARKER) ? filter.slice(MARKER.length) : null;
}
