import type { Assessment } from '../core/index.ts';
import type { AssessmentStore, Part, StorageError } from '../storage/assessment-store.ts';
import { changeOf, withChanges, type Change } from '../storage/changes.ts';
import { readJournal } from './journal.ts';
import { SaveQueue, type SaveStatus } from './save-queue.svelte.ts';

interface Surroundings {
	readonly store: AssessmentStore;
	readonly now: () => Date;
	/** Names this tab. */
	readonly tab: string;
	/** Other tabs with the same assessment. */
	readonly channel: BroadcastChannel | null;
	/** The store does not have it yet: the first write stores it whole. */
	readonly isNew?: boolean;
	/** Called after each confirmed write; `left` changes still wait. */
	readonly onsaved: (left: number) => void;
}

/** What tabs tell each other about an assessment. */
export interface Message {
	readonly id: string;
	readonly changes: readonly Change[];
	/** It was stored anew as a whole: read it again. */
	readonly replaced?: true;
}

/**
 * An assessment that is open in this tab. Changes show at once, are stored piece by piece and told to other tabs;
 * what other tabs say is taken over, except where something of one's own still waits to be stored.
 */
export class OpenAssessment {
	#now = $state.raw<Assessment>() as Assessment;
	readonly #queue: SaveQueue;
	readonly #with: Surroundings;
	readonly #hearing = (event: MessageEvent<Message>) => this.#hear(event.data);

	/** Brings back what an earlier page wrote down in its last moment. */
	constructor(stored: Assessment, surroundings: Surroundings) {
		const { store, tab, now, channel, isNew, onsaved } = surroundings;
		this.#with = surroundings;
		const unsaved = readJournal(stored);
		this.#now = withChanges(stored, unsaved.changes);
		this.#queue = new SaveQueue({
			store,
			assessment: stored.id,
			tab,
			now,
			onsaved: (changes, left) => {
				if (left === 0) unsaved.forget();
				onsaved(left);
				this.#tell({ id: stored.id, changes });
			},
			...(isNew && { create: () => this.#now })
		});
		// Nothing of it is missing: it was stored after all.
		if (!isNew && unsaved.changes.length === 0) unsaved.forget();
		for (const change of unsaved.changes) this.#queue.add(change);
		channel?.addEventListener('message', this.#hearing);
	}

	/** As it is shown: changes that are not stored yet included. */
	get current(): Assessment {
		return this.#now;
	}
	get status(): SaveStatus {
		return this.#queue.status;
	}
	get problem(): StorageError | null {
		return this.#queue.problem;
	}
	get isSaved(): boolean {
		return this.#queue.waiting.length === 0;
	}

	/** @param later - typed text, which waits a moment for the next key */
	change(part: Part, later: boolean): void {
		const updated = this.#with.now().toISOString();
		const change = changeOf(this.#now, part);
		this.#now = { ...withChanges(this.#now, [change]), updated };
		this.#queue.add({ kind: 'head', key: '', value: { updated } }, { later: true });
		this.#queue.add(change, { later });
	}

	#tell(message: Message): void {
		try {
			this.#with.channel?.postMessage(message);
		} catch {
			// closed: this page has been left, and what it wrote is stored all the same
		}
	}

	#hear({ id, changes, replaced }: Message): void {
		if (id !== this.#now.id) return;
		if (replaced) return void this.refresh();
		this.#now = withChanges(this.#now, [...changes, ...this.#queue.waiting]);
	}

	/** Reads the stored assessment again: the page was out of the browser's sight and may have missed changes. */
	async refresh(): Promise<void> {
		const found = await this.#with.store.read(this.#now.id).catch(() => null);
		if (found) this.#now = withChanges(found, this.#queue.waiting);
	}

	/** Stores it again after it was deleted in another tab. */
	storeAgain(): Promise<void> {
		return this.#queue.recreate(() => this.#now);
	}

	flush(): Promise<void> {
		return this.#queue.flush();
	}
	/** The page is being hidden or left. */
	leave(): void {
		this.#queue.leave();
	}
	close(): void {
		this.leave();
		this.#with.channel?.removeEventListener('message', this.#hearing);
	}
}
