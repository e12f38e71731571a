import type { IncomingMessage, ServerResponse } from 'node:http';
import { choiceIndex } from '../../../core/room/counts.ts';
import {
	noteBodySchema,
	questionBodySchema,
	roomBodySchema,
	roomSpecSchema,
	type HostRoom
} from '../../../core/room/schema.ts';
import { hostSnapshot, roomFile } from '../snapshots.ts';
import { IDLE_MS } from '../store/sql-store.ts';
import { StoreError, type RoomChange, type StoredRoom } from '../store/store.ts';
import { hash, newCode, newRoomId, newSecret, roomSecret } from '../tokens.ts';
import type { Context } from './context.ts';
import { HttpError, sendJson, sendNothing } from './http-error.ts';
import { readJson } from './read-request.ts';

const SPEC_LIMIT = 32 * 1024;
const CHANGE_LIMIT = 1024;
/** Two thousand characters, each of up to four bytes or written as \uXXXX twice. */
const NOTE_LIMIT = 26 * 1024;
/** 887 million codes and at most a million rooms: five draws in a row that are all taken do not happen. */
const DRAWS = 5;

/** Draws codes until one is free. */
async function withFreeCode(use: (code: string) => Promise<void>): Promise<void> {
	for (let draw = 1; ; draw++)
		try {
			return await use(newCode());
		} catch (error) {
			if (draw === DRAWS || !(error instanceof StoreError) || error.code !== 'code_taken') throw error;
		}
}

export async function create(context: Context, request: IncomingMessage, response: ServerResponse) {
	const spec = await readJson(request, roomSpecSchema, SPEC_LIMIT);
	if ((await context.store.countRooms()) >= context.config.maxRooms)
		throw new HttpError(
			503,
			'too_many_rooms',
			'This server holds as many rooms as it may. Try again later.',
			{
				'Retry-After': '600'
			}
		);
	const [room, host, now] = [newRoomId(), newSecret(), Date.now()];
	await withFreeCode((code) =>
		context.store.createRoom({
			id: room,
			hostHash: hash(host),
			spec,
			code,
			secretHash: hash(roomSecret(host)),
			created: now,
			expires: now + IDLE_MS
		})
	);
	context.log.info('room_opened', { items: spec.items.length });
	sendJson(response, 201, { room, host });
}

async function hostRoom(context: Context, room: StoredRoom, token: string): Promise<HostRoom> {
	const counts = await context.store.count(
		room.id,
		room.questions.map(({ item }) => item)
	);
	return {
		spec: room.spec,
		entry: { code: room.code, secret: roomSecret(token), addresses: context.addresses() },
		notes: room.questions.flatMap(({ item, note }) => (note === '' ? [] : [{ item, note }])),
		snapshot: hostSnapshot(room, counts, Date.now())
	};
}

/** What every change is answered with: the room as it is now. */
export async function sendHostRoom(
	context: Context,
	response: ServerResponse,
	room: string,
	token: string
): Promise<void> {
	sendJson(response, 200, await hostRoom(context, await context.access.room(room), token));
}

/** Everybody in the room hears of it, and the host gets the room as it is now. */
async function tellChange(
	context: Context,
	response: ServerResponse,
	room: string,
	token: string
): Promise<void> {
	context.hub.changed(room);
	await sendHostRoom(context, response, room, token);
}

export async function changeRoom(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	id: string
) {
	const { token, room } = await context.access.host(id, request);
	const body = await readJson(request, roomBodySchema, CHANGE_LIMIT);
	if (typeof body.current === 'number' && body.current >= room.spec.items.length)
		throw new HttpError(
			400,
			'no_such_item',
			`current: this room has items 0 to ${room.spec.items.length - 1}.`
		);
	if (room.state === 'ended' && body.joining)
		throw new HttpError(409, 'ended', 'This room has ended; nobody can join it any more. Open a new one.');
	const change: RoomChange = {
		...(body.current !== undefined && { current: body.current }),
		...(body.ended && { ended: true })
	};
	const opens = body.joining === true && room.code === null;
	if (opens) await withFreeCode((code) => context.store.changeRoom(id, { ...change, code }, Date.now()));
	else
		await context.store.changeRoom(
			id,
			{ ...change, ...(body.joining === false && { code: null }) },
			Date.now()
		);
	await tellChange(context, response, id, token);
}

function itemOf(room: StoredRoom, text: string): number {
	const item = Number(text);
	if (item >= room.spec.items.length)
		throw new HttpError(404, 'no_such_item', `This room has items 0 to ${room.spec.items.length - 1}.`);
	return item;
}

export async function changeQuestion(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	id: string,
	itemText: string
) {
	const { token, room } = await context.access.host(id, request);
	const item = itemOf(room, itemText);
	const { action, seconds } = await readJson(request, questionBodySchema, CHANGE_LIMIT);
	const now = Date.now();
	const endsAt = action === 'open' && seconds !== undefined ? now + seconds * 1_000 : null;
	if (!(await context.store.changeQuestion(id, item, action, endsAt, now)))
		throw new HttpError(
			409,
			'not_now',
			room.state === 'ended'
				? 'This room has ended. Its results can be shown; questions are not opened again.'
				: `This question is ${room.questions[item]?.state}; "${action}" makes no sense there.`
		);
	await tellChange(context, response, id, token);
}

export async function changeNote(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	id: string,
	itemText: string
) {
	const { token, room } = await context.access.host(id, request);
	const item = itemOf(room, itemText);
	const { agreed, note } = await readJson(request, noteBodySchema, NOTE_LIMIT);
	await context.store.changeNote(
		id,
		item,
		{
			...(agreed !== undefined && { agreed: agreed === null ? null : choiceIndex(agreed) }),
			...(note !== undefined && { note })
		},
		Date.now()
	);
	await tellChange(context, response, id, token);
}

export async function exportRoom(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	id: string
) {
	const { room } = await context.access.host(id, request);
	const { joined } = await context.store.count(id, []);
	sendJson(response, 200, roomFile(room, joined, Date.now()));
}

export async function erase(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	id: string
) {
	await context.access.host(id, request);
	await context.store.eraseRoom(id);
	context.access.forget(id);
	context.hub.gone(id);
	context.log.info('room_erased');
	sendNothing(response);
}
