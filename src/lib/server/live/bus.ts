import type { Log } from './log.ts';
import type { Revision, Store } from './store/store.ts';

/** Tells this process what others have done to rooms that somebody here listens to. */
export interface Bus {
	/** Calls back with new revisions, and with `null` for a room that is gone. */
	start(listened: () => readonly string[], onchange: (room: string, revision: Revision | null) => void): void;
	stop(): void;
}

/** One process with a file of its own: nobody else changes anything. */
export class NoBus implements Bus {
	start(): void {}
	stop(): void {}
}

/** Four times a second: the revisions of 200 of 20,000 rooms take 0.5 ms. */
const POLL_MS = 250;

/** Several processes on one database ask it for the revisions of the rooms they show. */
export class PollingBus implements Bus {
	readonly #store: Store;
	readonly #log: Log;
	readonly #known = new Map<string, number>();
	#timer: NodeJS.Timeout | undefined;
	#stopped = false;

	constructor(store: Store, log: Log) {
		this.#store = store;
		this.#log = log;
	}

	start(
		listened: () => readonly string[],
		onchange: (room: string, revision: Revision | null) => void
	): void {
		const poll = async () => {
			const rooms = listened();
			if (rooms.length > 0) {
				try {
					const found = new Map((await this.#store.revisions(rooms, Date.now())).map((one) => [one.id, one]));
					for (const room of rooms) {
						const revision = found.get(room) ?? null;
						if (revision && this.#known.get(room) === revision.rev) continue;
						if (revision) this.#known.set(room, revision.rev);
						else this.#known.delete(room);
						onchange(room, revision);
					}
				} catch (error) {
					this.#log.warn('poll_failed', { cause: (error as Error).message });
				}
			}
			const kept = new Set(rooms);
			for (const room of this.#known.keys()) if (!kept.has(room)) this.#known.delete(room);
			if (!this.#stopped) this.#timer = setTimeout(() => void poll(), POLL_MS);
		};
		this.#timer = setTimeout(() => void poll(), POLL_MS);
	}

	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}
}
