import { mergeHead, type Part } from '../storage/assessment-store.ts';

const keyOf = ({ kind, key }: Part) => `${kind}/${key}`;

/** Pieces of an assessment that the store has not confirmed yet: the newest of each. */
export class WaitingParts {
	readonly #parts = new Map<string, Part>();

	get size(): number {
		return this.#parts.size;
	}
	list(): Part[] {
		return [...this.#parts.values()];
	}
	has(part: Part): boolean {
		return this.#parts.has(keyOf(part));
	}
	/** A piece takes the place of an earlier one; changes of the head add up. */
	add(part: Part): void {
		const earlier = this.#parts.get(keyOf(part));
		const merged: Part =
			part.kind === 'head' && earlier?.kind === 'head'
				? { ...part, value: mergeHead(earlier.value, part.value) }
				: part;
		this.#parts.set(keyOf(part), merged);
	}
	/** Takes out what is stored; a piece that was changed in the meantime stays. */
	confirm(stored: readonly Part[]): void {
		for (const part of stored) if (this.#parts.get(keyOf(part)) === part) this.#parts.delete(keyOf(part));
	}
}
