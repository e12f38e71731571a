import type * as z from 'zod/mini';
import {
	createdSchema,
	foundSchema,
	hostRoomSchema,
	joinedSchema,
	participantRoomSchema,
	roomFileSchema,
	type AnswerBody,
	type HostRoom,
	type RoomFile,
	type RoomSpec
} from '../../core/room/schema.ts';
import type { Choice, QuestionAction } from '../../core/room/types.ts';
import { call } from './call.ts';
import { randomToken } from './random-token.ts';

/** What opens a room for somebody: the code that is read out, or the secret of the QR code. */
export type Entry = { readonly code: string } | { readonly secret: string };
export type FoundRoom = z.output<typeof foundSchema>;
export type ParticipantRoom = z.output<typeof participantRoomSchema>;

/** Who may act in a room; kept by the page, for instance behind `#` of its address. */
export interface Key {
	readonly room: string;
	readonly token: string;
}

const at = (room: string, rest = '') => `/api/rooms/${encodeURIComponent(room)}${rest}`;

/** Opens a room. @returns the host's key: whoever has it is the host */
export async function openRoom(spec: RoomSpec, base = ''): Promise<Key> {
	const { room, host } = await call(base, '/api/rooms', {
		method: 'POST',
		body: spec,
		schema: createdSchema
	});
	return { room, token: host };
}

/** Looks at a room before joining: what it asks, in which languages, which roles there are. */
export function findRoom(entry: Entry, base = ''): Promise<FoundRoom> {
	return call(base, '/api/rooms/find', { method: 'POST', body: entry, schema: foundSchema });
}

/**
 * Joins a room. The same token is the same participant, so a request whose answer was lost may simply be repeated with it.
 *
 * @param role - place in the room's list of roles, or `null`
 */
export async function joinRoom(
	entry: Entry,
	role: number | null,
	token = randomToken(),
	base = ''
): Promise<Key & { readonly spec: RoomSpec }> {
	const body = { ...entry, role, token };
	const { room, spec } = await call(base, '/api/rooms/join', { method: 'POST', body, schema: joinedSchema });
	return { room, token, spec };
}

/** What a participant does in a room. */
export class Participation {
	readonly key: Key;
	readonly base: string;
	constructor(key: Key, base = '') {
		this.key = key;
		this.base = base;
	}

	/** The room as it is now, and one's own answers. */
	read(): Promise<ParticipantRoom> {
		return call(this.base, at(this.key.room), { token: this.key.token, schema: participantRoomSchema });
	}

	/** Resolves when the answer is on disk. Pages use `AnswerQueue`, which waits for the network. */
	async answer(answer: AnswerBody): Promise<void> {
		await call(this.base, at(this.key.room, '/answers'), {
			method: 'PUT',
			token: this.key.token,
			body: answer
		});
	}
}

/** What a host does with a room; every change is answered with the room as it is then. */
export class Hosting {
	readonly key: Key;
	readonly base: string;
	constructor(key: Key, base = '') {
		this.key = key;
		this.base = base;
	}

	#change(method: 'POST' | 'PATCH', rest: string, body: unknown): Promise<HostRoom> {
		const { room, token } = this.key;
		return call(this.base, at(room, rest), { method, token, body, schema: hostRoomSchema });
	}

	read(): Promise<HostRoom> {
		return call(this.base, at(this.key.room), { token: this.key.token, schema: hostRoomSchema });
	}

	/** @param seconds - with `open`: a countdown that everybody sees */
	question(item: number, action: QuestionAction, seconds?: number): Promise<HostRoom> {
		return this.#change('POST', `/questions/${item}`, {
			action,
			...(seconds !== undefined && { seconds })
		});
	}

	/** Keeps a note or the grade agreed on; `null` takes the grade back. */
	note(item: number, change: { agreed?: Choice | null; note?: string }): Promise<HostRoom> {
		return this.#change('PATCH', `/questions/${item}`, change);
	}

	/** Which question is on everybody's screen; `null`: the lobby. */
	show(item: number | null): Promise<HostRoom> {
		return this.#change('PATCH', '', { current: item });
	}

	/** Opens joining (with a new code) or closes it. */
	joining(open: boolean): Promise<HostRoom> {
		return this.#change('PATCH', '', { joining: open });
	}

	/** No more answers, nobody joins; results stay until the room is erased or expires. */
	end(): Promise<HostRoom> {
		return this.#change('PATCH', '', { ended: true });
	}

	/** Totals only, while live or after the end. */
	export(): Promise<RoomFile> {
		return call(this.base, at(this.key.room, '/export'), {
			token: this.key.token,
			schema: roomFileSchema
		});
	}

	/** Everything of the room is gone at once, for everybody. */
	async erase(): Promise<void> {
		await call(this.base, at(this.key.room), { method: 'DELETE', token: this.key.token });
	}
}
