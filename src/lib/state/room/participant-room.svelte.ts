import {
	AnswerQueue,
	listenAsParticipant,
	Participation,
	RoomError,
	type AnswerStatus,
	type Key,
	type Listening,
	type ParticipantRoom as Reading,
	type StreamState
} from '../../client/room/index.ts';
import type { ParticipantSnapshot } from '../../core/room/schema.ts';
import type { Choice } from '../../core/room/types.ts';
import { RoomClock } from './clock.svelte.ts';

/** What this participant answered to one question, and whether the server has it. */
export type OwnAnswer = AnswerStatus & { readonly round: number };

function storage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

/** First wait before a room that could not be read is asked again, ms; doubles up to the second. */
const RETRY_MS = [1_000, 15_000] as const;

/** A room as a participant sees it. Answers wait for the network and are sent once. */
export class ParticipantRoom {
	readonly key: Key;
	readonly clock = new RoomClock();
	readonly #participation: Participation;
	readonly #queue: AnswerQueue;
	#reading = $state.raw<Reading | null>(null);
	#snapshot = $state.raw<ParticipantSnapshot | null>(null);
	#answers = $state.raw<Readonly<Record<number, OwnAnswer>>>({});
	#connection = $state<StreamState>('connecting');
	#listening: Listening | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#tries = 0;
	#closed = false;

	constructor(key: Key) {
		this.key = key;
		this.#participation = new Participation(key);
		this.#queue = new AnswerQueue({
			send: (answer) => this.#participation.answer(answer),
			keep: storage(),
			name: `plumbline.room.answers.${key.room}`,
			onchange: (item, status) => this.#note(item, status),
			ongone: () => (this.#connection = 'gone')
		});
		this.#answers = Object.fromEntries(
			this.#queue.waiting.map(({ item, value, round }) => [item, { state: 'waiting', value, round }])
		);
	}

	/** Reads the room and stays with it; without network it is tried again by itself. */
	async open(): Promise<void> {
		try {
			const reading = await this.#participation.read();
			if (this.#closed) return;
			this.#take(reading);
		} catch (cause) {
			const passes = !(cause instanceof RoomError) || cause.mayPass;
			this.#connection = passes ? 'waiting' : 'gone';
			if (passes && !this.#closed)
				this.#timer = setTimeout(
					() => void this.open(),
					Math.min(RETRY_MS[1], RETRY_MS[0] * 2 ** this.#tries++)
				);
			return;
		}
		this.#listening = listenAsParticipant(this.key, {
			onsnapshot: (snapshot) => this.#see(snapshot),
			onstate: (state) => (this.#connection = state)
		});
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#listening?.close();
		this.#queue.close();
		this.clock.close();
	}

	get spec() {
		return this.#reading?.spec ?? null;
	}
	/** Place in the room's list of roles, or `null`. */
	get role() {
		return this.#reading?.role ?? null;
	}
	get snapshot(): ParticipantSnapshot | null {
		return this.#snapshot;
	}
	get connection(): StreamState {
		return this.#connection;
	}

	answerOf(item: number): OwnAnswer | null {
		const answer = this.#answers[item];
		const round = this.#roundOf(item);
		// What was given before the question was asked anew is no answer to it.
		return answer && answer.round === round ? answer : null;
	}
	get answered(): number {
		return Object.keys(this.#answers).filter((item) => {
			const state = this.answerOf(Number(item))?.state;
			return state === 'sent' || state === 'waiting';
		}).length;
	}

	answer(item: number, value: Choice): void {
		this.#queue.answer(item, value, this.#roundOf(item));
	}

	#roundOf(item: number): number {
		return this.#snapshot?.questions[item]?.round ?? 1;
	}

	#note(item: number, status: AnswerStatus): void {
		const before = this.#answers[item];
		const round = status.state === 'waiting' ? this.#roundOf(item) : (before?.round ?? this.#roundOf(item));
		this.#answers = { ...this.#answers, [item]: { ...status, round } };
	}

	#take(reading: Reading): void {
		this.#reading = reading;
		this.#see(reading.snapshot);
		const answers: Record<number, OwnAnswer> = { ...this.#answers };
		for (const { item, value, seq } of reading.answers) {
			this.#queue.seen(seq);
			if (answers[item]?.state !== 'waiting')
				answers[item] = { state: 'sent', value, round: this.#roundOf(item) };
		}
		this.#answers = answers;
	}

	#see(snapshot: ParticipantSnapshot): void {
		if (this.#snapshot && snapshot.phase < this.#snapshot.phase) return;
		this.#snapshot = snapshot;
		this.clock.set(snapshot.now);
	}
}
