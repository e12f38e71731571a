import * as z from 'zod/mini';
import {
	hostSnapshotSchema,
	participantSnapshotSchema,
	type HostSnapshot,
	type ParticipantSnapshot
} from '../../core/room/schema.ts';
import { EventReader } from './event-reader.ts';
import type { Key } from './rooms.ts';

/** `gone`: the room has ended for good, was erased, or this key opens it no more. Nothing is tried again then. */
export type StreamState = 'connecting' | 'open' | 'waiting' | 'gone';

export interface StreamOptions<T> {
	readonly onsnapshot: (snapshot: T) => void;
	readonly onstate?: (state: StreamState) => void;
	readonly base?: string;
	/** First wait before connecting again, ms; doubles up to `mostMs`. The server's own `retry` replaces it. */
	readonly firstMs?: number;
	readonly mostMs?: number;
	/** The server sends something at least every 20 s; after this long without it the connection is dead. */
	readonly silenceMs?: number;
}

/** Answers after which coming back is useless. */
const FINAL = new Set([204, 401, 403, 404]);

/**
 * Keeps a stream of snapshots open: connects again after every break, at once when the network comes back. Reads by
 * `fetch`, since `EventSource` cannot carry a token outside the address.
 */
class RoomStream<T> {
	readonly #key: Key;
	readonly #schema: z.ZodMiniType<T, unknown>;
	readonly #options: StreamOptions<T>;
	#abort: AbortController | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#tries = 0;
	#retryMs: number;
	#closed = false;

	constructor(key: Key, schema: z.ZodMiniType<T, unknown>, options: StreamOptions<T>) {
		this.#key = key;
		this.#schema = schema;
		this.#options = options;
		this.#retryMs = options.firstMs ?? 1_000;
		globalThis.addEventListener?.('online', this.#now);
		void this.#connect();
	}

	readonly #now = () => {
		if (this.#timer === undefined || this.#closed) return;
		clearTimeout(this.#timer);
		void this.#connect();
	};

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#abort?.abort();
		globalThis.removeEventListener?.('online', this.#now);
	}

	#gone(): void {
		this.close();
		this.#options.onstate?.('gone');
	}

	async #connect(): Promise<void> {
		this.#timer = undefined;
		this.#options.onstate?.('connecting');
		try {
			if (await this.#read()) return;
		} catch {
			// Offline, cut off or silent: all the same, it is tried again.
		}
		if (this.#closed) return;
		this.#options.onstate?.('waiting');
		// Between half and all of it, so that a hall of phones does not come back in one moment.
		const full = Math.min(this.#options.mostMs ?? 15_000, this.#retryMs * 2 ** Math.min(this.#tries++, 6));
		this.#timer = setTimeout(() => void this.#connect(), full * (0.5 + Math.random() / 2));
	}

	/** @returns whether the room is gone, so that there is nothing to come back to */
	async #read(): Promise<boolean> {
		const abort = (this.#abort = new AbortController());
		const silence = this.#options.silenceMs ?? 50_000;
		let watch = setTimeout(() => abort.abort(), silence);
		try {
			const response = await fetch(
				`${this.#options.base ?? ''}/api/rooms/${encodeURIComponent(this.#key.room)}/events`,
				{
					headers: { Accept: 'text/event-stream', Authorization: `Bearer ${this.#key.token}` },
					cache: 'no-store',
					credentials: 'omit',
					signal: abort.signal
				}
			);
			if (FINAL.has(response.status)) {
				this.#gone();
				return true;
			}
			if (!response.ok || !response.body) return false;
			this.#options.onstate?.('open');
			const events = new EventReader();
			const text = new TextDecoder();
			const reader = response.body.getReader();
			for (;;) {
				const { done, value } = await reader.read();
				if (done) return false;
				clearTimeout(watch);
				watch = setTimeout(() => abort.abort(), silence);
				for (const event of events.read(text.decode(value, { stream: true }))) {
					if (event.name === 'gone') {
						this.#gone();
						return true;
					}
					if (event.name === 'room') this.#take(event.data);
				}
				if (this.#options.firstMs === undefined && events.retryMs !== null) this.#retryMs = events.retryMs;
			}
		} finally {
			clearTimeout(watch);
			abort.abort();
		}
	}

	#take(data: string): void {
		if (this.#closed) return;
		const parsed = z.safeParse(this.#schema, JSON.parse(data));
		if (!parsed.success) return;
		this.#tries = 0;
		this.#options.onsnapshot(parsed.data);
	}
}

/** Something open that is closed when its page goes. */
export interface Listening {
	close(): void;
}

export function listenAsHost(key: Key, options: StreamOptions<HostSnapshot>): Listening {
	return new RoomStream(key, hostSnapshotSchema, options);
}

export function listenAsParticipant(key: Key, options: StreamOptions<ParticipantSnapshot>): Listening {
	return new RoomStream(key, participantSnapshotSchema, options);
}
