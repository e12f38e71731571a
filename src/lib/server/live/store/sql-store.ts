import { endsAnswers, nextState } from '../../../core/room/question-state.ts';
import type { QuestionAction } from '../../../core/room/types.ts';
import { writeAnswers } from './answer-batch.ts';
import type { Database, Queries, Value } from './database.ts';
import { makeResult, questionOf, roomOf } from './room-rows.ts';
import {
	StoreError,
	type AnswerOutcome,
	type NewAnswer,
	type NewParticipant,
	type NewRoom,
	type Revision,
	type RoomChange,
	type Store,
	type StoredParticipant,
	type StoredRoom
} from './store.ts';

/** A room ends this long after its last activity … */
export const IDLE_MS = 24 * 3_600_000;
/** … and this long after it was opened, whatever happens. */
export const LONGEST_MS = 7 * 24 * 3_600_000;

/** The room's new end, in SQL: `$n` is the present. */
const putOff = (now: string) =>
	`CASE WHEN created + ${LONGEST_MS} < CAST(${now} AS bigint) + ${IDLE_MS} THEN created + ${LONGEST_MS} ELSE CAST(${now} AS bigint) + ${IDLE_MS} END`;

const list = (count: number, from: number) =>
	Array.from({ length: count }, (_, index) => `$${from + index}`).join(', ');

/** The tables that hang on a room; the room itself goes last, so that what is left over is found again. */
const PARTS = ['answer', 'question', 'participant', 'room_code'] as const;

async function erase(queries: Queries, room: string): Promise<void> {
	for (const part of PARTS) await queries.all(`DELETE FROM ${part} WHERE room = $1`, room);
	await queries.all('DELETE FROM room WHERE id = $1', room);
}

async function addEntry(queries: Queries, entry: string, room: string, expires: number): Promise<void> {
	const added = await queries.all(
		'INSERT INTO room_code (code, room, expires) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING code',
		entry,
		room,
		expires
	);
	if (added.length === 0) throw new StoreError('code_taken', 'This code is in use. Draw another one.');
}

const changed = (more: string) =>
	`UPDATE room SET rev = rev + 1, phase = phase + 1, expires = ${putOff('$2')}${more} WHERE id = $1`;

export class SqlStore implements Store {
	readonly #database: Database;
	constructor(database: Database) {
		this.#database = database;
	}

	async createRoom(room: NewRoom): Promise<void> {
		await this.#database.transaction(async (queries) => {
			await queries.all(
				`INSERT INTO room (id, host_hash, spec, state, code, secret_hash, current, rev, phase, created, expires)
				VALUES ($1, $2, $3, 'open', $4, $5, NULL, 1, 1, $6, $7)`,
				room.id,
				room.hostHash,
				JSON.stringify(room.spec),
				room.code,
				room.secretHash,
				room.created,
				room.expires
			);
			const until = room.created + LONGEST_MS;
			await addEntry(queries, room.code, room.id, until);
			await addEntry(queries, room.secretHash, room.id, until);
			for (const item of room.spec.items.keys())
				await queries.all(
					`INSERT INTO question (room, item, state, round, ends_at, result, held, agreed, note, note_rev)
					VALUES ($1, $2, 'waiting', 1, NULL, NULL, NULL, NULL, '', 0)`,
					room.id,
					item
				);
		});
	}

	async findRoom(id: string, now: number): Promise<StoredRoom | null> {
		const [room] = await this.#database.all('SELECT * FROM room WHERE id = $1 AND expires > $2', id, now);
		if (!room) return null;
		const questions = await this.#database.all('SELECT * FROM question WHERE room = $1 ORDER BY item', id);
		return roomOf(room, questions);
	}

	async findByEntry(entry: string, now: number): Promise<string | null> {
		const [found] = await this.#database.all(
			'SELECT room_code.room FROM room_code JOIN room ON room.id = room_code.room WHERE room_code.code = $1 AND room.expires > $2',
			entry,
			now
		);
		return found ? String(found['room']) : null;
	}

	async countRooms(): Promise<number> {
		const [row] = await this.#database.all('SELECT COUNT(*) AS rooms FROM room');
		return Number(row?.['rooms']);
	}

	join({ room, id, tokenHash, role, joined }: NewParticipant, limit: number) {
		return this.#database.transaction(async (queries) => {
			const [before] = await queries.all(
				'SELECT token_hash, role FROM participant WHERE room = $1 AND id = $2',
				room,
				id
			);
			if (before)
				return before['token_hash'] === tokenHash ? { role: Number(before['role']) } : ('gone' as const);
			// Locked, so that nobody joins a room that is being erased or has just ended.
			const [open] = await queries.all(
				`SELECT id FROM room WHERE id = $1 AND state = 'open' AND code IS NOT NULL${this.#database.lockShared}`,
				room
			);
			if (!open) return 'gone' as const;
			const [row] = await queries.all('SELECT COUNT(*) AS joined FROM participant WHERE room = $1', room);
			if (Number(row?.['joined']) >= limit) return 'full' as const;
			await queries.all(
				`INSERT INTO participant (room, id, token_hash, role, joined) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (room, id) DO NOTHING`,
				room,
				id,
				tokenHash,
				role,
				joined
			);
			return { role };
		});
	}

	async findParticipant(room: string, id: string): Promise<StoredParticipant | null> {
		const [row] = await this.#database.all(
			'SELECT token_hash, role FROM participant WHERE room = $1 AND id = $2',
			room,
			id
		);
		return row ? { tokenHash: String(row['token_hash']), role: Number(row['role']) } : null;
	}

	putAnswers(answers: readonly NewAnswer[]): Promise<AnswerOutcome[]> {
		return this.#database.transaction((queries) => writeAnswers(queries, answers, this.#database.lockShared));
	}

	async answersOf(room: string, participant: string, items: number) {
		const rows = await this.#database.all(
			`SELECT item, value, seq FROM answer WHERE room = $1 AND participant = $2 AND value IS NOT NULL
			AND item IN (${list(items, 3)}) ORDER BY item`,
			room,
			participant,
			...Array.from({ length: items }, (_, item) => item)
		);
		return rows.map((row) => ({
			item: Number(row['item']),
			value: Number(row['value']),
			seq: Number(row['seq'])
		}));
	}

	async count(room: string, items: readonly number[]) {
		const [row] = await this.#database.all(
			'SELECT COUNT(*) AS joined FROM participant WHERE room = $1',
			room
		);
		const answered: number[] = [];
		// One range of the key each: quicker than grouping over all of a room's answers.
		for (const item of items) {
			const [one] = await this.#database.all(
				'SELECT COUNT(value) AS answered FROM answer WHERE room = $1 AND item = $2',
				room,
				item
			);
			answered.push(Number(one?.['answered']));
		}
		return { answered, joined: Number(row?.['joined']) };
	}

	changeQuestion(room: string, item: number, action: QuestionAction, endsAt: number | null, now: number) {
		return this.#database.transaction(async (queries) => {
			const [row] = await queries.all(
				`SELECT * FROM question WHERE room = $1 AND item = $2${this.#database.lock}`,
				room,
				item
			);
			const [alive] = await queries.all('SELECT state FROM room WHERE id = $1', room);
			if (!row || !alive || (alive['state'] === 'ended' && action !== 'reveal' && action !== 'close'))
				return false;
			const question = questionOf(row);
			const next = nextState(question.state, action);
			if (next === null) return false;
			const reset = action === 'reset';
			await queries.all(
				'UPDATE question SET state = $3, ends_at = $4, round = $5 WHERE room = $1 AND item = $2',
				room,
				item,
				next,
				next === 'open' ? endsAt : null,
				question.round + Number(reset)
			);
			if (endsAnswers(question.state, next)) await makeResult(queries, room, item);
			if (reset) {
				// The rows stay, without their answers: they remember what was shown of whom.
				await queries.all('UPDATE answer SET value = NULL WHERE room = $1 AND item = $2', room, item);
				await queries.all(
					'UPDATE question SET result = NULL, held = NULL WHERE room = $1 AND item = $2',
					room,
					item
				);
			}
			await queries.all(changed(''), room, now);
			return true;
		});
	}

	async changeNote(
		room: string,
		item: number,
		change: { agreed?: number | null; note?: string },
		now: number
	) {
		await this.#database.transaction(async (queries) => {
			if (change.agreed !== undefined)
				await queries.all(
					'UPDATE question SET agreed = $3 WHERE room = $1 AND item = $2',
					room,
					item,
					change.agreed
				);
			if (change.note !== undefined)
				await queries.all(
					'UPDATE question SET note = $3, note_rev = note_rev + 1 WHERE room = $1 AND item = $2',
					room,
					item,
					change.note
				);
			// Participants see none of it: their screens stay.
			await queries.all(`UPDATE room SET rev = rev + 1, expires = ${putOff('$2')} WHERE id = $1`, room, now);
		});
	}

	async changeRoom(room: string, change: RoomChange, now: number): Promise<void> {
		await this.#database.transaction(async (queries) => {
			const [row] = await queries.all(`SELECT * FROM room WHERE id = $1${this.#database.lock}`, room);
			if (!row) return;
			if (change.code !== undefined || change.ended) {
				await queries.all('DELETE FROM room_code WHERE room = $1', room);
				const code = change.ended ? null : (change.code ?? null);
				if (code !== null) {
					const until = Number(row['created']) + LONGEST_MS;
					await addEntry(queries, code, room, until);
					await addEntry(queries, String(row['secret_hash']), room, until);
				}
				await queries.all('UPDATE room SET code = $2 WHERE id = $1', room, code);
			}
			if (change.current !== undefined)
				await queries.all('UPDATE room SET current = $2 WHERE id = $1', room, change.current);
			if (change.ended) await this.#end(queries, room);
			await queries.all(changed(''), room, now);
		});
	}

	/** Whatever is open is closed, with its result. */
	async #end(queries: Queries, room: string): Promise<void> {
		await queries.all("UPDATE room SET state = 'ended' WHERE id = $1", room);
		const open = await queries.all(
			`SELECT item FROM question WHERE room = $1 AND state = 'open' ORDER BY item${this.#database.lock}`,
			room
		);
		for (const { item } of open) {
			await queries.all(
				"UPDATE question SET state = 'closed', ends_at = NULL WHERE room = $1 AND item = $2",
				room,
				item as Value
			);
			await makeResult(queries, room, Number(item));
		}
	}

	async raise(rooms: readonly string[], now: number): Promise<Revision[]> {
		const raised: Revision[] = [];
		for (const id of rooms)
			for (const row of await this.#database.all(
				`UPDATE room SET rev = rev + 1, expires = ${putOff('$2')} WHERE id = $1 RETURNING id, rev, phase`,
				id,
				now
			))
				raised.push({ id, rev: Number(row['rev']), phase: Number(row['phase']) });
		return raised;
	}

	async revisions(rooms: readonly string[], now: number): Promise<Revision[]> {
		const found: Revision[] = [];
		for (let from = 0; from < rooms.length; from += 256) {
			const some = rooms.slice(from, from + 256);
			// Padded to one length, so that one text is prepared.
			const padded = Array.from({ length: 256 }, (_, index) => some[index] ?? '');
			const rows = await this.#database.all(
				`SELECT id, rev, phase FROM room WHERE expires > $1 AND id IN (${list(256, 2)})`,
				now,
				...padded
			);
			for (const row of rows)
				found.push({ id: String(row['id']), rev: Number(row['rev']), phase: Number(row['phase']) });
		}
		return found;
	}

	async eraseRoom(room: string): Promise<void> {
		await this.#database.transaction(async (queries) => {
			// Waits for batches of answers that have read these rows, so that none of them comes after.
			await queries.all(`SELECT id FROM room WHERE id = $1${this.#database.lock}`, room);
			await queries.all(`SELECT item FROM question WHERE room = $1${this.#database.lock}`, room);
			await erase(queries, room);
		});
	}

	async eraseExpired(now: number): Promise<number> {
		const rows = await this.#database.all('SELECT id FROM room WHERE expires <= $1', now);
		for (const { id } of rows) await this.eraseRoom(String(id));
		return rows.length;
	}

	async ping(): Promise<void> {
		await this.#database.all('SELECT 1 AS alive');
	}

	close(): Promise<void> {
		return this.#database.close();
	}
}
