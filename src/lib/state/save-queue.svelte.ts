import type { Assessment } from '../core/assessment/types.ts';
import { StorageError, type AssessmentStore } from '../storage/assessment-store.ts';
import { changesOf, type Change } from '../storage/changes.ts';
import { forgetJournal, writeJournal } from './journal.ts';
import { oneForEach, WaitingChanges } from './waiting-changes.ts';

/** Longest time typed text waits for the next key before it is written. */
export const TEXT_DELAY_MS = 250;

export type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed';

interface SaveQueueOptions {
	readonly store: AssessmentStore;
	readonly assessment: string;
	/** Names this tab's journal. */
	readonly tab: string;
	readonly now: () => Date;
	/** Called after each confirmed write; `left` changes still wait. */
	readonly onsaved: (changes: readonly Change[], left: number) => void;
	/** Present while the store may not have the assessment at all: the first write stores it whole. */
	readonly create?: () => Assessment;
}

/**
 * Writes changes of one assessment in order. `status` is *saved* only when nothing is waiting and the store has
 * confirmed everything; a failed change stays in the queue and is tried again with the next one.
 */
export class SaveQueue {
	#status = $state<SaveStatus>('saved');
	#problem = $state.raw<StorageError | null>(null);
	readonly #waiting = new WaitingChanges();
	#timer: ReturnType<typeof setTimeout> | null = null;
	#running: Promise<void> | null = null;
	#create: (() => Assessment) | null;
	readonly #options: SaveQueueOptions;

	constructor(options: SaveQueueOptions) {
		this.#options = options;
		this.#create = options.create ?? null;
		if (this.#create) void this.flush();
	}

	get status() {
		return this.#status;
	}
	get problem() {
		return this.#problem;
	}
	/** Changes that are not confirmed yet: what another tab says about the same fields gives way. */
	get waiting(): readonly Change[] {
		return this.#waiting.list();
	}

	/** @param later - typed text: wait up to `TEXT_DELAY_MS` for the next key */
	add(change: Change, { later = false } = {}): void {
		this.#waiting.add(change);
		this.#status = 'saving';
		if (!later) return void this.flush();
		this.#stopTimer();
		this.#timer = setTimeout(() => void this.flush(), TEXT_DELAY_MS);
	}

	/** Stores the whole assessment again after it was deleted elsewhere. */
	recreate(create: () => Assessment): Promise<void> {
		this.#create = create;
		return this.flush();
	}

	/** Writes everything that waits. Never rejects: a failure is in `status` and `problem`. */
	flush(): Promise<void> {
		this.#stopTimer();
		if (this.#running) return this.#running;
		if (this.#waiting.size === 0 && !this.#create) return Promise.resolve();
		this.#status = 'saving';
		this.#running = this.#drain();
		return this.#running;
	}

	async #drain(): Promise<void> {
		const { store, assessment, tab, onsaved } = this.#options;
		try {
			while (this.#waiting.size > 0 || this.#create) {
				const create = this.#create;
				const changes = this.#waiting.begin();
				// With the changes, which also say what was removed.
				if (create)
					await store.write(assessment, oneForEach([...changesOf(create()), ...changes]), { create: true });
				else await store.write(assessment, changes);
				if (this.#create === create) this.#create = null;
				this.#waiting.confirm();
				this.#problem = null;
				onsaved(changes, this.#waiting.size);
			}
			this.#status = 'saved';
			forgetJournal(assessment, tab);
		} catch (cause) {
			this.#waiting.giveBack();
			this.#problem = cause instanceof StorageError ? cause : new StorageError('failed', { cause });
			this.#status = 'failed';
		} finally {
			this.#running = null;
		}
	}

	/** The page may go away at any moment: what is not confirmed is written down at once. */
	leave(): void {
		const { assessment, tab, now } = this.#options;
		if (this.#waiting.size === 0 && !this.#create) return;
		const at = now().toISOString();
		if (this.#create) writeJournal(assessment, tab, { at, changes: changesOf(this.#create()), whole: true });
		else writeJournal(assessment, tab, { at, changes: this.waiting });
		void this.flush();
	}

	#stopTimer(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
