import type { IncomingMessage } from 'node:http';
import type { RoomSpec } from '../../../core/room/schema.ts';
import { Bucket } from '../brake.ts';
import type { Store, StoredRoom } from '../store/store.ts';
import { hash, participantId, sameHash } from '../tokens.ts';
import { HttpError } from './http-error.ts';
import { bearer } from './read-request.ts';

/** Answers of one participant: so many a second, and so many at once after a time offline. */
const ANSWERS_PER_SECOND = 20;
const ANSWERS_AT_ONCE = 120;
const MOST_PEOPLE = 200_000;
const MOST_SPECS = 2_000;

export interface Person {
	readonly id: string;
	readonly tokenHash: string;
	readonly role: number;
	readonly bucket: Bucket;
}

export type Caller =
	| { readonly is: 'host'; readonly token: string; readonly tokenHash: string; readonly room: StoredRoom }
	| { readonly is: 'participant'; readonly person: Person; readonly room: StoredRoom };

export const noSuchRoom = () =>
	new HttpError(404, 'no_such_room', 'There is no such room. It has ended, expired or was erased.');
const wrongToken = () =>
	new HttpError(
		401,
		'wrong_token',
		'This token does not belong to this room. Join again, or open the host link again.',
		{
			'WWW-Authenticate': 'Bearer'
		}
	);

/** Oldest out first. */
function remember<T>(map: Map<string, T>, key: string, value: T, most: number): void {
	map.set(key, value);
	if (map.size > most) map.delete(map.keys().next().value!);
}

/** Decides who is asking. What cannot change while a room exists (who joined, what it asks) is remembered. */
export class Access {
	readonly #store: Store;
	readonly #people = new Map<string, Person>();
	readonly #specs = new Map<string, RoomSpec>();

	constructor(store: Store) {
		this.#store = store;
	}

	/** @throws {HttpError} 404 */
	async room(id: string): Promise<StoredRoom> {
		const room = await this.#store.findRoom(id, Date.now());
		if (!room) throw this.forget(id);
		return room;
	}

	async spec(id: string): Promise<RoomSpec> {
		const known = this.#specs.get(id);
		if (known) return known;
		const { spec } = await this.room(id);
		remember(this.#specs, id, spec, MOST_SPECS);
		return spec;
	}

	async #person(room: string, token: string): Promise<Person | null> {
		const tokenHash = hash(token);
		const id = participantId(tokenHash);
		const key = `${room}/${id}`;
		let person = this.#people.get(key);
		if (!person) {
			const stored = await this.#store.findParticipant(room, id);
			if (!stored) return null;
			// Another request of the same person may have been here first: one brake for all of them.
			person = this.#people.get(key) ?? {
				id,
				...stored,
				bucket: new Bucket(ANSWERS_PER_SECOND, ANSWERS_AT_ONCE)
			};
			remember(this.#people, key, person, MOST_PEOPLE);
		}
		return sameHash(person.tokenHash, tokenHash) ? person : null;
	}

	/** The quick way of a stored answer. @throws {HttpError} 401, 404 */
	async participant(room: string, request: IncomingMessage): Promise<Person> {
		const person = await this.#person(room, bearer(request));
		if (person) return person;
		await this.room(room);
		throw wrongToken();
	}

	/** @throws {HttpError} 401, 404 */
	async caller(id: string, request: IncomingMessage): Promise<Caller> {
		const token = bearer(request);
		const room = await this.room(id);
		const tokenHash = hash(token);
		if (sameHash(tokenHash, room.hostHash)) return { is: 'host', token, tokenHash, room };
		const person = await this.#person(id, token);
		if (!person) throw wrongToken();
		return { is: 'participant', person, room };
	}

	/** @throws {HttpError} 401, 403, 404 */
	async host(id: string, request: IncomingMessage): Promise<Extract<Caller, { is: 'host' }>> {
		const caller = await this.caller(id, request);
		if (caller.is !== 'host')
			throw new HttpError(403, 'host_only', 'Only the host may do this. Open the host link on this device.');
		return caller;
	}

	/** The room is gone: so is all that was known of it. @returns the error to throw */
	forget(room: string): HttpError {
		this.#specs.delete(room);
		return noSuchRoom();
	}
}
