import { addCounts, NO_ANSWERS, sumOf } from './counts.ts';
import type { Counts, Held, Result, RoleTally } from './types.ts';

/** Fewest people behind anything that is shown. Source: docs/scoring.md, section 10. */
export const LEAST_SHOWN = 5;

export type Showing =
	| { readonly show: true; readonly result: Result }
	/** Nothing new is shown; an earlier result stays as it was. */
	| { readonly show: false; readonly held: Held };

function together(tallies: readonly RoleTally[], of: 'counts' | 'fresh'): Counts {
	return tallies.reduce((total, tally) => addCounts(total, tally[of]), NO_ANSWERS);
}

const freshOf = (tallies: readonly RoleTally[]): number => sumOf(together(tallies, 'fresh'));

/**
 * Decides what of a question's answers may be shown when it is closed.
 *
 * A result is a set of groups of people that do not overlap: roles that are told apart, and everybody else. Each
 * group must hold at least five *fresh* people: whose present choice is in no result shown before. From that follows
 * that nobody can subtract results to learn about fewer than five people: take any sum and difference of shown groups;
 * in the newest group that it uses, the fresh people occur nowhere else, so all of them stay in the difference.
 *
 * It covers *nothing below five*, *reopened only after five further changes* (changes of five people, not five changes
 * of one; going back to an old choice is none), and *a role only if it and the rest have five each*, for all roles together.
 *
 * @param tallies - one entry a role with at least one answer
 * @see docs/scoring.md, section 10, and docs/decisions/0011-what-a-room-shows.md
 */
export function decideShowing(tallies: readonly RoleTally[]): Showing {
	const counts = together(tallies, 'counts');
	if (sumOf(counts) < LEAST_SHOWN) return { show: false, held: 'too_few' };
	if (freshOf(tallies) < LEAST_SHOWN) return { show: false, held: 'too_few_new' };

	const enough = (tally: RoleTally) => tally.role >= 0 && freshOf([tally]) >= LEAST_SHOWN;
	// Largest first, the smallest is the first to be given up; equal ones in the order of the room's list.
	const apart = tallies.filter(enough).sort((a, b) => sumOf(b.counts) - sumOf(a.counts) || a.role - b.role);
	const rest = tallies.filter((tally) => !enough(tally));
	while (apart.length > 0 && rest.length > 0 && freshOf(rest) < LEAST_SHOWN) rest.push(apart.pop()!);
	const roles = apart.length + (rest.length > 0 ? 1 : 0) < 2 ? [] : apart;
	return {
		show: true,
		result: {
			counts,
			roles: roles
				.map((tally) => ({ role: tally.role, counts: tally.counts }))
				.sort((a, b) => a.role - b.role)
		}
	};
}
