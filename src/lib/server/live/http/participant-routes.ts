import type { IncomingMessage, ServerResponse } from 'node:http';
import { choiceAt, choiceIndex } from '../../../core/room/counts.ts';
import {
	answerBodySchema,
	findBodySchema,
	joinBodySchema,
	type RoomSpec
} from '../../../core/room/schema.ts';
import { hash, participantId } from '../tokens.ts';
import { noSuchRoom } from './access.ts';
import type { Context } from './context.ts';
import { HttpError, sendJson, sendNothing } from './http-error.ts';
import { clientAddress, readJson } from './read-request.ts';

/** Bytes of a body that holds an answer. */
const ANSWER_LIMIT = 2 * 1024;
const JOIN_LIMIT = 1024;

type Entry = { code: string } | { secret: string };

/**
 * Finds the room behind a code or secret. Wrong ones are slowed down per address and over all.
 *
 * @throws {HttpError} 404, 429
 */
async function roomBehind(context: Context, request: IncomingMessage, entry: Entry): Promise<string> {
	const address = clientAddress(request, context.config.trustedProxies);
	const refusedFor = context.brake.refusedFor(address, Date.now());
	if (refusedFor > 0)
		throw new HttpError(
			429,
			'too_many_codes',
			'Too many wrong codes came from here. Wait ten minutes, or scan the QR code.',
			{
				'Retry-After': String(Math.ceil(refusedFor / 1_000))
			}
		);
	const room = await context.store.findByEntry('code' in entry ? entry.code : hash(entry.secret), Date.now());
	if (room) return room;
	const wait = context.brake.failed(address, Date.now());
	if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
	throw new HttpError(404, 'wrong_code', 'No room takes this code now. Check the letters, or ask the host.');
}

export async function find(context: Context, request: IncomingMessage, response: ServerResponse) {
	const room = await roomBehind(context, request, await readJson(request, findBodySchema, JOIN_LIMIT));
	sendJson(response, 200, { room, spec: await context.access.spec(room) });
}

export async function join(context: Context, request: IncomingMessage, response: ServerResponse) {
	const body = await readJson(request, joinBodySchema, JOIN_LIMIT);
	const room = await roomBehind(context, request, body);
	const spec = await context.access.spec(room);
	const role = body.role ?? -1;
	if (role >= spec.roles.length)
		throw new HttpError(
			400,
			'no_such_role',
			`role: this room has ${spec.roles.length} roles, counted from 0.`
		);
	const tokenHash = hash(body.token);
	const joined = await context.store.join(
		{ room, id: participantId(tokenHash), tokenHash, role, joined: Date.now() },
		context.config.maxParticipants
	);
	if (joined === 'full') throw new HttpError(409, 'room_full', 'This room is full. Ask the host.');
	if (joined === 'gone') throw noSuchRoom();
	context.hub.touch(room);
	sendJson(response, 201, { room, spec });
}

function checkAnswer(spec: RoomSpec, item: number, value: number | 'unknown'): void {
	const asked = spec.items[item];
	if (!asked)
		throw new HttpError(400, 'no_such_item', `item: this room has items 0 to ${spec.items.length - 1}.`);
	if (asked.kind === 'yes-no' && (value === 1 || value === 2))
		throw new HttpError(400, 'no_such_choice', 'value: this question takes 0 (no), 3 (yes) or "unknown".');
}

const REFUSED = {
	closed: 'This question is closed. Your answer was not counted.',
	reset: 'This question was asked anew. Answer it again.'
} as const;

/** The hot route: acknowledged (204) when the answer is on disk. */
export async function answer(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	room: string
): Promise<void> {
	const person = await context.access.participant(room, request);
	if (!person.bucket.take(Date.now()))
		throw new HttpError(429, 'too_many_answers', 'Too many answers at once. Send the rest in a second.', {
			'Retry-After': '1',
			Connection: 'close'
		});
	const { item, value, seq, round } = await readJson(request, answerBodySchema, ANSWER_LIMIT);
	checkAnswer(await context.access.spec(room), item, value);
	const outcome = await context.store.answers.put({
		room,
		item,
		participant: person.id,
		role: person.role,
		value: choiceIndex(value),
		seq,
		round
	});
	if (outcome === 'gone') throw context.access.forget(room);
	if (outcome !== 'stored') throw new HttpError(409, outcome, REFUSED[outcome]);
	context.hub.touch(room);
	sendNothing(response);
}

/** A participant's own answers: for a page that was loaded again. */
export async function ownAnswers(context: Context, room: string, person: string, items: number) {
	const answers = await context.store.answersOf(room, person, items);
	return answers.map(({ item, value, seq }) => ({ item, value: choiceAt(value), seq }));
}
