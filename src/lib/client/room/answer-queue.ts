import * as z from 'zod/mini';
import { answerBodySchema, type AnswerBody } from '../../core/room/schema.ts';
import type { Choice } from '../../core/room/types.ts';
import { RoomError } from './call.ts';

/** `waiting`: on this device only. `sent`: on the server's disk. `refused`: not counted, see `reason`. */
export type AnswerStatus =
	| { readonly state: 'waiting' | 'sent'; readonly value: Choice }
	| { readonly state: 'refused'; readonly value: Choice; readonly reason: string };

/** Where waiting answers survive a reload, such as `localStorage`; a page that may store nothing gives `null`. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

export interface AnswerQueueOptions {
	readonly send: (answer: AnswerBody) => Promise<void>;
	readonly keep: Keep;
	/** Name under which waiting answers are kept; one for each room and token. */
	readonly name: string;
	readonly onchange?: (item: number, status: AnswerStatus) => void;
	/** The room is gone or this key opens it no more: nothing can be sent any longer. */
	readonly ongone?: (error: RoomError) => void;
	readonly now?: () => number;
	readonly firstMs?: number;
	readonly mostMs?: number;
}

const keptSchema = z.array(answerBodySchema).check(z.maxLength(200));

/**
 * Sends answers one after the other. Without network they wait, also over a reload, and go out when it is back; of
 * several to one question only the latest. The number `seq` grows with time, so that an answer that is sent twice, or
 * overtaken by one from another tab, counts once.
 */
export class AnswerQueue {
	readonly #options: AnswerQueueOptions;
	readonly #waiting = new Map<number, AnswerBody>();
	#lastSeq = 0;
	#sending = false;
	#tries = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;

	constructor(options: AnswerQueueOptions) {
		this.#options = options;
		for (const answer of this.#kept()) {
			this.#waiting.set(answer.item, answer);
			this.#lastSeq = Math.max(this.#lastSeq, answer.seq);
		}
		globalThis.addEventListener?.('online', this.#now);
		if (this.#waiting.size > 0) void this.#run();
	}

	/** Answers on this device only. */
	get waiting(): readonly AnswerBody[] {
		return [...this.#waiting.values()];
	}

	/** Tells of an answer that the server has, so that a new one comes after it. */
	seen(seq: number): void {
		this.#lastSeq = Math.max(this.#lastSeq, seq);
	}

	/** @param round - of the question, as the newest snapshot says */
	answer(item: number, value: Choice, round: number): void {
		const now = (this.#options.now ?? Date.now)();
		this.#lastSeq = Math.max(this.#lastSeq + 1, now);
		this.#waiting.set(item, { item, value, seq: this.#lastSeq, round });
		this.#save();
		this.#options.onchange?.(item, { state: 'waiting', value });
		void this.#run();
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		globalThis.removeEventListener?.('online', this.#now);
	}

	readonly #now = () => {
		this.#tries = 0;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		void this.#run();
	};

	#kept(): AnswerBody[] {
		try {
			const parsed = z.safeParse(
				keptSchema,
				JSON.parse(this.#options.keep?.getItem(this.#options.name) ?? '[]')
			);
			return parsed.success ? parsed.data : [];
		} catch {
			return [];
		}
	}

	#save(): void {
		try {
			if (this.#waiting.size === 0) this.#options.keep?.removeItem(this.#options.name);
			else this.#options.keep?.setItem(this.#options.name, JSON.stringify(this.waiting));
		} catch {
			// Storage is full or forbidden: the answers wait in memory.
		}
	}

	/** Takes an answer out unless a newer one to the same question has come meanwhile. */
	#done(answer: AnswerBody, status: AnswerStatus): void {
		if (this.#waiting.get(answer.item) !== answer) return;
		this.#waiting.delete(answer.item);
		this.#save();
		this.#options.onchange?.(answer.item, status);
	}

	async #run(): Promise<void> {
		if (this.#sending || this.#timer !== undefined || this.#closed) return;
		this.#sending = true;
		for (
			let next = this.waiting[0];
			next && !this.#closed && this.#timer === undefined;
			next = this.waiting[0]
		)
			try {
				await this.#options.send(next);
				this.#tries = 0;
				this.#done(next, { state: 'sent', value: next.value });
			} catch (error) {
				this.#failed(next, error instanceof RoomError ? error : new RoomError('offline', 0, String(error)));
			}
		this.#sending = false;
	}

	#failed(sent: AnswerBody, error: RoomError): void {
		if (error.status === 401 || error.status === 404) {
			this.close();
			this.#options.ongone?.(error);
		} else if (error.mayPass) {
			const full = Math.min(
				this.#options.mostMs ?? 15_000,
				(this.#options.firstMs ?? 500) * 2 ** Math.min(this.#tries++, 8)
			);
			if (this.#closed) return;
			this.#timer = setTimeout(
				() => {
					this.#timer = undefined;
					void this.#run();
				},
				Math.max(error.retryAfterMs, full * (0.5 + Math.random() / 2))
			);
		} else this.#done(sent, { state: 'refused', value: sent.value, reason: error.code });
	}
}
