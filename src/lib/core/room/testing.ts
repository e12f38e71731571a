import { addCounts, choiceIndex, NO_ANSWERS } from './counts.ts';
import { decideShowing, type Showing } from './showing.ts';
import type { Choice, Counts, RoleTally } from './types.ts';

/** One question of a room with every single answer: what a server does, in the plainest way. */
export class PlainQuestion {
	readonly #answers = new Map<number, { role: number; choice: Choice }>();
	/** Every pair of person and choice that some shown result contains. */
	readonly #shown = new Set<string>();

	answer(person: number, role: number, choice: Choice): void {
		this.#answers.set(person, { role, choice });
	}

	reset(): void {
		this.#answers.clear();
	}

	tallies(): RoleTally[] {
		const byRole = new Map<number, { counts: Counts; fresh: Counts }>();
		for (const [person, { role, choice }] of this.#answers) {
			const one = NO_ANSWERS.map((_, index) => Number(index === choiceIndex(choice))) as unknown as Counts;
			const before = byRole.get(role) ?? { counts: NO_ANSWERS, fresh: NO_ANSWERS };
			byRole.set(role, {
				counts: addCounts(before.counts, one),
				fresh: this.#shown.has(`${person}:${choice}`) ? before.fresh : addCounts(before.fresh, one)
			});
		}
		return [...byRole].map(([role, tally]) => ({ role, ...tally }));
	}

	close(decide: (tallies: readonly RoleTally[]) => Showing = decideShowing): Showing {
		const showing = decide(this.tallies());
		if (showing.show)
			for (const [person, { choice }] of this.#answers) this.#shown.add(`${person}:${choice}`);
		return showing;
	}

	/** Who stands behind the present answers of some roles: pairs of person and choice. */
	behind(roles: (role: number) => boolean): string[] {
		return [...this.#answers].flatMap(([person, { role, choice }]) =>
			roles(role) ? [`${person}:${choice}`] : []
		);
	}
}
