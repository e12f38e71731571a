import {
	Hosting,
	listenAsHost,
	RoomError,
	type Key,
	type Listening,
	type StreamState
} from '../../client/room/index.ts';
import type { HostSnapshot, HostRoom as Reading, RoomFile } from '../../core/room/schema.ts';
import { disagreementQueue, nextStep, previousPlace, type Choice, type Step } from '../../core/room/index.ts';
import { RoomClock } from './clock.svelte.ts';

type Change = (hosting: Hosting) => Promise<Reading | void>;

/** A room as its host sees it: what the server says, and what may be done. */
export class HostRoom {
	readonly key: Key;
	readonly clock = new RoomClock();
	readonly #hosting: Hosting;
	#reading = $state.raw<Reading | null>(null);
	#snapshot = $state.raw<HostSnapshot | null>(null);
	#connection = $state<StreamState>('connecting');
	#problem = $state<string | null>(null);
	#busy = $state(0);
	#listening: Listening | null = null;
	#rereading = false;

	constructor(key: Key) {
		this.key = key;
		this.#hosting = new Hosting(key);
	}

	/** Reads the room and stays with it. */
	async open(): Promise<void> {
		await this.#attempt((hosting) => hosting.read());
		if (this.#connection === 'gone') return;
		this.#listening = listenAsHost(this.key, {
			onsnapshot: (snapshot) => this.#see(snapshot),
			onstate: (state) => (this.#connection = state)
		});
	}

	close(): void {
		this.#listening?.close();
		this.clock.close();
	}

	get spec() {
		return this.#reading?.spec ?? null;
	}
	get entry() {
		return this.#reading?.entry ?? null;
	}
	get snapshot(): HostSnapshot | null {
		return this.#snapshot;
	}
	get connection(): StreamState {
		return this.#connection;
	}
	/** Code of what went wrong last; `null` once something has worked again. */
	get problem(): string | null {
		return this.#problem;
	}
	get busy(): boolean {
		return this.#busy > 0;
	}
	get ended(): boolean {
		return this.#snapshot?.state === 'ended';
	}
	get next(): Step | null {
		return this.#snapshot && !this.ended ? nextStep(this.#snapshot) : null;
	}
	/** Items to talk about first. */
	get queue(): readonly number[] {
		return disagreementQueue(this.#snapshot?.questions ?? []);
	}

	noteOf(item: number): string {
		return this.#reading?.notes.find((note) => note.item === item)?.note ?? '';
	}

	act(change: Change): Promise<boolean> {
		return this.#attempt(change);
	}
	show(item: number | null) {
		return this.act((hosting) => hosting.show(item));
	}
	openQuestion(item: number, seconds?: number) {
		return this.act((hosting) => hosting.question(item, 'open', seconds));
	}
	/** Closes, and shows the result at once where the room was opened so. */
	closeQuestion(item: number) {
		return this.act(async (hosting) => {
			const closed = await hosting.question(item, 'close');
			const has = closed.snapshot.questions[item]?.result ?? null;
			return this.spec?.shown?.reveal === 'on-close' && has ? hosting.question(item, 'reveal') : closed;
		});
	}
	reveal(item: number) {
		return this.act((hosting) => hosting.question(item, 'reveal'));
	}
	/** Takes the result from everybody's screens again. */
	hide(item: number) {
		return this.act((hosting) => hosting.question(item, 'close'));
	}
	reset(item: number) {
		return this.act((hosting) => hosting.question(item, 'reset'));
	}
	agree(item: number, agreed: Choice | null) {
		return this.act((hosting) => hosting.note(item, { agreed }));
	}
	/** @returns whether the note is on the server's disk */
	note(item: number, note: string) {
		return this.act((hosting) => hosting.note(item, { note }));
	}
	joining(open: boolean) {
		return this.act((hosting) => hosting.joining(open));
	}
	end() {
		return this.act((hosting) => hosting.end());
	}
	erase() {
		return this.act((hosting) => hosting.erase());
	}
	async each(action: 'open' | 'close'): Promise<void> {
		const from = action === 'open' ? ['waiting'] : ['open'];
		for (const { item, state } of this.#snapshot?.questions ?? [])
			if (from.includes(state))
				await (action === 'open' ? this.openQuestion(item) : this.closeQuestion(item));
	}
	async export(): Promise<RoomFile | null> {
		let file: RoomFile | null = null;
		await this.act(async (hosting) => void (file = await hosting.export()));
		return file;
	}

	/** What the forward button of a presenter's remote does. */
	forward(seconds?: number): Promise<boolean> {
		const step = this.next;
		if (!step || this.busy) return Promise.resolve(false);
		if (step.kind === 'show') return this.show(step.item);
		if (step.kind === 'open') return this.openQuestion(step.item, seconds);
		return step.kind === 'close' ? this.closeQuestion(step.item) : this.reveal(step.item);
	}
	back(): Promise<boolean> {
		const place = previousPlace(this.#snapshot?.current ?? null);
		return place && !this.busy ? this.show(place.item) : Promise.resolve(false);
	}

	async #attempt(change: Change): Promise<boolean> {
		this.#busy++;
		try {
			const reading = await change(this.#hosting);
			if (reading) this.#take(reading);
			this.#problem = null;
			return true;
		} catch (cause) {
			const error = cause instanceof RoomError ? cause : new RoomError('unexpected', 0, String(cause));
			this.#problem = error.code;
			if (error.status === 404 || error.status === 401) this.#connection = 'gone';
			return false;
		} finally {
			this.#busy--;
		}
	}

	#take(reading: Reading): void {
		// Answers may overtake each other: an older one changes nothing.
		if (this.#reading && reading.snapshot.rev < this.#reading.snapshot.rev) return;
		this.#reading = reading;
		this.#see(reading.snapshot);
	}

	#see(snapshot: HostSnapshot): void {
		if (this.#snapshot && snapshot.rev < this.#snapshot.rev) return;
		this.#snapshot = snapshot;
		this.clock.set(snapshot.now);
		if (this.#outdated(snapshot) && !this.#rereading) {
			this.#rereading = true;
			void this.#attempt((hosting) => hosting.read()).finally(() => (this.#rereading = false));
		}
	}

	/** Another device of the host changed what a snapshot does not carry: notes, or the code. */
	#outdated(snapshot: HostSnapshot): boolean {
		const read = this.#reading;
		if (!read || snapshot === read.snapshot) return false;
		return (
			snapshot.joining !== (read.entry.code !== null) ||
			snapshot.questions.some(({ item, noteRev }) => noteRev !== read.snapshot.questions[item]?.noteRev)
		);
	}
}
