import { mergeChanges, type Change } from '../storage/changes.ts';

const keyOf = ({ kind, key }: Change) => `${kind}/${key}`;

function joined(changes: Iterable<Change>): Map<string, Change> {
	const all = new Map<string, Change>();
	for (const change of changes) all.set(keyOf(change), mergeChanges(all.get(keyOf(change)), change));
	return all;
}

/** @returns one change for each piece, which does what all of them do one after the other */
export function oneForEach(changes: Iterable<Change>): Change[] {
	return [...joined(changes).values()];
}

/**
 * Changes that the store has not confirmed yet, one for each piece. Those being written are kept apart: what is
 * changed meanwhile must not write them once more, since another tab may have changed the same field in between.
 */
export class WaitingChanges {
	#waiting = new Map<string, Change>();
	#written: readonly Change[] = [];

	get size(): number {
		return this.list().length;
	}
	list(): Change[] {
		return oneForEach([...this.#written, ...this.#waiting.values()]);
	}
	add(change: Change): void {
		this.#waiting.set(keyOf(change), mergeChanges(this.#waiting.get(keyOf(change)), change));
	}
	/** Hands out everything that waits, to be written. */
	begin(): readonly Change[] {
		this.#written = this.list();
		this.#waiting = new Map();
		return this.#written;
	}
	/** What was handed out is stored. */
	confirm(): void {
		this.#written = [];
	}
	/** What was handed out could not be stored and waits again. */
	giveBack(): void {
		this.#waiting = joined([...this.#written, ...this.#waiting.values()]);
		this.#written = [];
	}
}
