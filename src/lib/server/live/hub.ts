import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Bus } from './bus.ts';
import type { Log } from './log.ts';
import { hostSnapshot, participantSnapshot } from './snapshots.ts';
import type { Store, StoredRoom } from './store/store.ts';
import { eventText, Stream } from './stream.ts';

/** Host's screens get at most four events a second … */
const HOST_MS = 250;
/** … participants' at most one. */
const PARTICIPANT_MS = 1_000;
const BEAT_MS = 20_000;
export const STREAMS_PER_TOKEN = 6;

type Audience = 'host' | 'participant';

/** A room that somebody here listens to. */
class Listened {
	readonly streams: Record<Audience, Map<Stream, string>> = { host: new Map(), participant: new Map() };
	answered: number[] = [];
	joined = 0;
	/** Whether answers may have come in since they were counted. */
	uncounted = true;
	phase = 0;
	sentAt: Record<Audience, number> = { host: 0, participant: 0 };
	timer: Partial<Record<Audience, NodeJS.Timeout>> = {};
	refreshing: Promise<void> | null = null;
	again = false;

	get size(): number {
		return this.streams.host.size + this.streams.participant.size;
	}
}

/** Sends what happens in rooms to those who listen, no more often than their screens need. */
export class Hub {
	readonly #store: Store;
	readonly #log: Log;
	readonly #bus: Bus;
	readonly #rooms = new Map<string, Listened>();
	/** Rooms with answers or people whose revision has not been raised yet. */
	readonly #touched = new Set<string>();
	readonly #perToken = new Map<string, number>();
	#tick: NodeJS.Timeout | undefined;
	readonly #beat: NodeJS.Timeout;
	#stopped = false;
	streams = 0;

	constructor(store: Store, bus: Bus, log: Log) {
		this.#store = store;
		this.#bus = bus;
		this.#log = log;
		bus.start(
			() => [...this.#rooms.keys()],
			(room, revision) => (revision ? this.changed(room) : this.gone(room))
		);
		this.#beat = setInterval(() => this.#beatAll(), BEAT_MS);
		this.#beat.unref();
	}

	/** An answer was stored or somebody joined: raised, counted and sent with the next tick. */
	touch(room: string): void {
		this.#touched.add(room);
		this.#tick ??= setTimeout(() => void this.#raise(), HOST_MS);
	}

	async #raise(): Promise<void> {
		const rooms = [...this.#touched];
		this.#touched.clear();
		try {
			await this.#store.raise(rooms, Date.now());
		} catch (error) {
			this.#log.warn('raise_failed', { cause: (error as Error).message });
			for (const room of rooms) this.#touched.add(room);
		}
		this.#tick = undefined;
		if (this.#touched.size > 0 && !this.#stopped) this.#tick = setTimeout(() => void this.#raise(), HOST_MS);
		for (const room of rooms) this.changed(room);
	}

	/** Something in the room is different: its screens are told, as soon as they may be. */
	changed(id: string): void {
		const room = this.#rooms.get(id);
		if (!room || this.#stopped) return;
		room.uncounted = true;
		this.#plan(id, room, 'host', HOST_MS);
	}

	#plan(id: string, room: Listened, audience: Audience, gap: number): void {
		if (room.timer[audience]) return;
		const wait = Math.max(0, room.sentAt[audience] + gap - Date.now());
		room.timer[audience] = setTimeout(() => {
			delete room.timer[audience];
			void this.#refresh(id, room);
		}, wait);
	}

	/** The room is erased or has expired: everybody is told so and let go. */
	gone(id: string): void {
		const room = this.#rooms.get(id);
		if (!room) return;
		for (const audience of ['host', 'participant'] as const)
			for (const stream of room.streams[audience].keys()) stream.end('event: gone\ndata: {}\n\n');
	}

	async #refresh(id: string, room: Listened): Promise<void> {
		if (room.refreshing) {
			room.again = true;
			return;
		}
		room.refreshing = this.#send(id, room).catch((error: Error) =>
			this.#log.warn('refresh_failed', { cause: error.message })
		);
		await room.refreshing;
		room.refreshing = null;
		if (room.again) {
			room.again = false;
			this.#plan(id, room, 'host', HOST_MS);
		}
	}

	async #count(stored: StoredRoom, room: Listened): Promise<void> {
		if (room.streams.host.size === 0 || !room.uncounted) return;
		room.uncounted = false;
		// Closed questions take no answers: their number stands unless they were just closed or reset.
		const items = stored.questions.map(({ item }) => item);
		const asked = items.filter(
			(item) =>
				room.answered[item] === undefined ||
				stored.questions[item]?.state === 'open' ||
				room.phase !== stored.phase
		);
		const counts = await this.#store.count(stored.id, asked);
		asked.forEach((item, index) => (room.answered[item] = counts.answered[index] ?? 0));
		room.joined = counts.joined;
	}

	async #send(id: string, room: Listened): Promise<void> {
		const stored = await this.#store.findRoom(id, Date.now());
		if (!stored) return this.gone(id);
		await this.#count(stored, room);
		const now = Date.now();
		if (room.streams.host.size > 0 && now - room.sentAt.host < HOST_MS - 10)
			this.#plan(id, room, 'host', HOST_MS);
		else if (room.streams.host.size > 0) {
			room.sentAt.host = now;
			const text = eventText('room', stored.rev, hostSnapshot(stored, room, now));
			for (const stream of room.streams.host.keys()) stream.send(text, now);
		}
		if (room.phase === stored.phase) return;
		if (now - room.sentAt.participant < PARTICIPANT_MS && room.streams.participant.size > 0) {
			this.#plan(id, room, 'participant', PARTICIPANT_MS);
			return;
		}
		room.phase = stored.phase;
		room.sentAt.participant = now;
		const text = eventText('room', stored.phase, participantSnapshot(stored, now));
		for (const stream of room.streams.participant.keys()) stream.send(text, now);
	}

	/** @returns whether this token may open one more stream */
	mayListen(token: string, most: number): boolean {
		return this.streams < most && (this.#perToken.get(token) ?? 0) < STREAMS_PER_TOKEN;
	}

	/**
	 * Opens a stream and sends what is to be seen now.
	 *
	 * @param token - hash of the listener's token, for the limit
	 */
	listen(stored: StoredRoom, audience: Audience, token: string, response: ServerResponse): void {
		let room = this.#rooms.get(stored.id);
		if (!room) {
			this.#rooms.set(stored.id, (room = new Listened()));
			room.phase = stored.phase;
		}
		const stream = new Stream(response);
		room.streams[audience].set(stream, token);
		this.#perToken.set(token, (this.#perToken.get(token) ?? 0) + 1);
		this.streams++;
		const listened = room;
		response.on('close', () => this.#forget(stored.id, listened, audience, stream, token));
		const first =
			audience === 'participant'
				? eventText('room', stored.phase, participantSnapshot(stored, Date.now()))
				: '';
		stream.begin(randomInt(1_000, 4_000), first);
		if (audience === 'host') this.changed(stored.id);
	}

	#forget(id: string, room: Listened, audience: Audience, stream: Stream, token: string): void {
		if (!room.streams[audience].delete(stream)) return;
		this.streams--;
		const left = (this.#perToken.get(token) ?? 1) - 1;
		if (left > 0) this.#perToken.set(token, left);
		else this.#perToken.delete(token);
		if (room.size > 0) return;
		for (const timer of Object.values(room.timer)) clearTimeout(timer);
		if (this.#rooms.get(id) === room) this.#rooms.delete(id);
	}

	#beatAll(): void {
		const now = Date.now();
		for (const room of this.#rooms.values())
			for (const audience of ['host', 'participant'] as const)
				for (const stream of room.streams[audience].keys()) stream.beat(now);
	}

	/** Looks after all rooms, for instance because some have expired. */
	checkAll(): void {
		for (const room of this.#rooms.keys()) this.changed(room);
	}

	/** Ends every stream; the browsers come back to whoever listens next. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#bus.stop();
		clearInterval(this.#beat);
		clearTimeout(this.#tick);
		for (const room of this.#rooms.values()) {
			for (const timer of Object.values(room.timer)) clearTimeout(timer);
			for (const audience of ['host', 'participant'] as const)
				for (const stream of room.streams[audience].keys()) stream.end();
		}
		if (this.#touched.size > 0) await this.#raise();
	}
}
