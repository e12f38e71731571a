import type { RoomSpec } from '../../../core/room/schema.ts';
import type { Held, QuestionAction, QuestionState, Result } from '../../../core/room/types.ts';

/** A room as it is opened. Times are ms since 1970; ids are random text. */
export interface NewRoom {
	readonly id: string;
	readonly hostHash: string;
	readonly spec: RoomSpec;
	readonly code: string;
	/** SHA-256 of the secret of the QR code. */
	readonly secretHash: string;
	readonly created: number;
	readonly expires: number;
}

export interface StoredQuestion {
	readonly item: number;
	readonly state: QuestionState;
	/** Goes up with every reset. */
	readonly round: number;
	readonly endsAt: number | null;
	readonly result: Result | null;
	readonly held: Held | null;
	/** Place of the agreed choice in `Counts`. */
	readonly agreed: number | null;
	readonly note: string;
	readonly noteRev: number;
}

export interface StoredRoom {
	readonly id: string;
	readonly hostHash: string;
	readonly spec: RoomSpec;
	readonly state: 'open' | 'ended';
	/** `null` while joining is closed. */
	readonly code: string | null;
	readonly current: number | null;
	/** Goes up with everything that a host's screen shows. */
	readonly rev: number;
	/** Goes up with everything that a participant's screen shows. */
	readonly phase: number;
	readonly created: number;
	readonly expires: number;
	readonly questions: readonly StoredQuestion[];
}

export interface NewParticipant {
	readonly room: string;
	readonly id: string;
	readonly tokenHash: string;
	/** Place in the room's list of roles; −1 for none. */
	readonly role: number;
	readonly joined: number;
}

export interface StoredParticipant {
	readonly tokenHash: string;
	readonly role: number;
}

export interface NewAnswer {
	readonly room: string;
	readonly item: number;
	readonly participant: string;
	readonly role: number;
	/** Place of the choice in `Counts`. */
	readonly value: number;
	readonly seq: number;
	readonly round: number;
}

/** `stored` also stands for an answer that a later one has overtaken already. */
export type AnswerOutcome = 'stored' | 'closed' | 'reset' | 'gone';

export interface Revision {
	readonly id: string;
	readonly rev: number;
	readonly phase: number;
}

export interface RoomChange {
	/** A fresh code opens joining (and replaces a code there was), `null` closes it. */
	readonly code?: string | null;
	readonly secretHash?: string;
	readonly current?: number | null;
	readonly ended?: true;
}

/**
 * Where rooms are kept. Every write is on disk when its promise resolves. The same tests run on SQLite and on
 * PostgreSQL (tests/live/store.test.ts). Rooms that have expired are as gone as rooms that never were.
 */
export interface Store {
	/** @throws {StoreError} `code_taken` when the code is in use: draw another one */
	createRoom(room: NewRoom): Promise<void>;
	findRoom(id: string, now: number): Promise<StoredRoom | null>;
	/** @param entry - a code, or the hash of a secret */
	findByEntry(entry: string, now: number): Promise<string | null>;
	countRooms(): Promise<number>;
	/** Joining again with the same token is the same participant. @returns the role that counts, or why not */
	join(participant: NewParticipant, limit: number): Promise<{ role: number } | 'full' | 'gone'>;
	findParticipant(room: string, id: string): Promise<StoredParticipant | null>;
	/** Stores all of them in one transaction. @returns one outcome an answer, in the same order */
	putAnswers(answers: readonly NewAnswer[]): Promise<AnswerOutcome[]>;
	answersOf(
		room: string,
		participant: string,
		items: number
	): Promise<{ item: number; value: number; seq: number }[]>;
	/** How many answered each of these items, in their order, and how many joined. */
	count(room: string, items: readonly number[]): Promise<{ answered: number[]; joined: number }>;
	/** Moves a question on; makes the result when it ends the answers. @returns `false` when it makes no sense there */
	changeQuestion(
		room: string,
		item: number,
		action: QuestionAction,
		endsAt: number | null,
		now: number
	): Promise<boolean>;
	changeNote(
		room: string,
		item: number,
		change: { agreed?: number | null; note?: string },
		now: number
	): Promise<void>;
	/** @throws {StoreError} `code_taken` */
	changeRoom(room: string, change: RoomChange, now: number): Promise<void>;
	/** Raises the revisions of rooms that got answers or people, and puts their end off. */
	raise(rooms: readonly string[], now: number): Promise<Revision[]>;
	/** @returns the rooms that still exist */
	revisions(rooms: readonly string[], now: number): Promise<Revision[]>;
	eraseRoom(room: string): Promise<void>;
	/** @returns how many */
	eraseExpired(now: number): Promise<number>;
	ping(): Promise<void>;
	close(): Promise<void>;
}

export type StoreErrorCode = 'code_taken' | 'unavailable' | 'not_migrated' | 'migration_locked';

/** The world failed, or the caller has to try differently. `unavailable`: try again later. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	readonly code: StoreErrorCode;
	constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
