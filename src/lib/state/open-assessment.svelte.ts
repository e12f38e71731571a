import type { Assessment } from '../core/index.ts';
import {
	withParts,
	type AssessmentStore,
	type Part,
	type StorageError
} from '../storage/assessment-store.ts';
import { takeJournal } from './journal.ts';
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
	/** Called after each confirmed write; `left` pieces still wait. */
	readonly onsaved: (left: number) => void;
}

/** What tabs tell each other about an assessment. */
export interface Message {
	readonly id: string;
	readonly parts: readonly Part[];
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
		const unsaved = takeJournal(stored);
		this.#now = withParts(stored, unsaved);
		this.#queue = new SaveQueue({
			store,
			assessment: stored.id,
			tab,
			now,
			onsaved: (parts, left) => {
				onsaved(left);
				this.#tell({ id: stored.id, parts });
			},
			...(isNew && { create: () => this.#now })
		});
		for (const part of unsaved) this.#queue.add(part);
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
		this.#now = { ...withParts(this.#now, [part]), updated };
		this.#queue.add({ kind: 'head', key: '', value: { updated } }, { later: true });
		this.#queue.add(part, { later });
	}

	#tell(message: Message): void {
		try {
			this.#with.channel?.postMessage(message);
		} catch {
			// closed: this page has been left, and what it wrote is stored all the same
		}
	}

	#hear({ id, parts, replaced }: Message): void {
		if (id !== this.#now.id) return;
		if (replaced) return void this.refresh();
		const fresh = parts.filter((part) => part.kind === 'head' || !this.#queue.has(part));
		const ownHead = this.#queue.waiting.filter(({ kind }) => kind === 'head');
		this.#now = withParts(this.#now, [...fresh, ...ownHead]);
	}

	/** Reads the stored assessment again: the page was out of the browser's sight and may have missed changes. */
	async refresh(): Promise<void> {
		const found = await this.#with.store.read(this.#now.id).catch(() => null);
		if (found) this.#now = withParts(found, this.#queue.waiting);
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
