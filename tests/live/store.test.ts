import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkMigrated, migrate } from '../../src/lib/server/live/store/migrate.ts';
import { openDatabase, openStore } from '../../src/lib/server/live/store/open-store.ts';
import { IDLE_MS, LONGEST_MS } from '../../src/lib/server/live/store/sql-store.ts';
import type { NewAnswer, Store } from '../../src/lib/server/live/store/store.ts';
import { newDatabaseBeside } from '../helpers/postgres.ts';
import { freshStore, KINDS, newRoom, type FreshStore } from './stores.ts';
import { inject } from 'vitest';

const NOW = 2_000;

describe.each(KINDS)('rooms in %s', (kind) => {
	let place: FreshStore;
	let store: Store;
	beforeEach(async () => {
		place = await freshStore(kind);
		store = await openStore(place.choice);
	});
	afterEach(async () => {
		await store.close();
		place.remove();
	});

	const join = (room: string, id: string, role = -1, limit = 100) =>
		store.join({ room, id, tokenHash: `hash of ${id}`, role, joined: NOW }, limit);
	const answer = (
		room: string,
		participant: string,
		value: number,
		more: Partial<NewAnswer> = {}
	): NewAnswer => ({
		room,
		item: 0,
		participant,
		role: -1,
		value,
		seq: 1,
		round: 1,
		...more
	});
	const act = (room: string, action: 'open' | 'close' | 'reveal' | 'reset', item = 0) =>
		store.changeQuestion(room, item, action, null, NOW);
	const people = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `p${from + index}`);

	async function openRoom() {
		const room = newRoom();
		await store.createRoom(room);
		await act(room.id, 'open');
		return room;
	}

	test('a room is found by its id, its code and its secret, and holds what was asked for', async () => {
		const room = newRoom();
		await store.createRoom(room);
		expect(await store.findByEntry(room.code, NOW)).toBe(room.id);
		expect(await store.findByEntry(room.secretHash, NOW)).toBe(room.id);
		const found = await store.findRoom(room.id, NOW);
		expect(found).toMatchObject({
			spec: room.spec,
			hostHash: room.hostHash,
			state: 'open',
			code: room.code,
			rev: 1,
			phase: 1
		});
		expect(found?.questions.map(({ item, state, round }) => [item, state, round])).toEqual([
			[0, 'waiting', 1],
			[1, 'waiting', 1],
			[2, 'waiting', 1]
		]);
		expect(await store.countRooms()).toBe(1);
	});

	test('a code in use is refused, and nothing of the second room is kept', async () => {
		const room = newRoom();
		await store.createRoom(room);
		const second = newRoom({ code: room.code });
		await expect(store.createRoom(second)).rejects.toMatchObject({ code: 'code_taken' });
		expect(await store.findRoom(second.id, NOW)).toBeNull();
	});

	test('joining twice with one token is one participant; another token never takes its place', async () => {
		const room = await openRoom();
		expect(await join(room.id, 'p1', 1)).toEqual({ role: 1 });
		expect(await join(room.id, 'p1', 0)).toEqual({ role: 1 });
		expect(
			await store.join({ room: room.id, id: 'p1', tokenHash: 'another', role: 0, joined: NOW }, 100)
		).toBe('gone');
		expect(await store.findParticipant(room.id, 'p1')).toEqual({ tokenHash: 'hash of p1', role: 1 });
		expect(await store.findParticipant('another-room', 'p1')).toBeNull();
		expect((await store.count(room.id, [])).joined).toBe(1);
	});

	test('a full room, a closed one and one that never was take nobody', async () => {
		const room = await openRoom();
		await join(room.id, 'p1', -1, 1);
		expect(await join(room.id, 'p2', -1, 1)).toBe('full');
		await store.changeRoom(room.id, { code: null }, NOW);
		expect(await store.findByEntry(room.code, NOW)).toBeNull();
		expect(await store.findByEntry(room.secretHash, NOW)).toBeNull();
		expect(await join(room.id, 'p3')).toBe('gone');
		expect(await join('no-such-room', 'p3')).toBe('gone');
		await store.changeRoom(room.id, { code: 'NEWONE' }, NOW);
		expect(await store.findByEntry('NEWONE', NOW)).toBe(room.id);
		expect(await store.findByEntry(room.secretHash, NOW)).toBe(room.id);
		expect(await join(room.id, 'p3')).toEqual({ role: -1 });
	});

	test('the latest answer of a participant counts, in whichever order they arrive', async () => {
		const room = await openRoom();
		await store.putAnswers([answer(room.id, 'p1', 3, { seq: 7 })]);
		expect(await store.putAnswers([answer(room.id, 'p1', 0, { seq: 6 })])).toEqual(['stored']);
		expect(
			await store.putAnswers([
				answer(room.id, 'p1', 1, { seq: 9 }),
				answer(room.id, 'p1', 2, { seq: 8 }),
				answer(room.id, 'p2', 4)
			])
		).toEqual(['stored', 'stored', 'stored']);
		expect(await store.answersOf(room.id, 'p1', 3)).toEqual([{ item: 0, value: 1, seq: 9 }]);
		expect((await store.count(room.id, [0, 1])).answered).toEqual([2, 0]);
	});

	test('a large batch is stored as a whole', async () => {
		const room = await openRoom();
		await act(room.id, 'open', 1);
		const batch = people(777).flatMap((id) => [answer(room.id, id, 2), answer(room.id, id, 1, { item: 1 })]);
		expect(new Set(await store.putAnswers(batch))).toEqual(new Set(['stored']));
		expect((await store.count(room.id, [0, 1])).answered).toEqual([777, 777]);
	});

	test('each answer of a batch gets its own outcome', async () => {
		const room = await openRoom();
		expect(
			await store.putAnswers([
				answer(room.id, 'p1', 1),
				answer(room.id, 'p1', 1, { item: 1 }),
				answer('no-such-room', 'p1', 1),
				answer(room.id, 'p2', 1, { round: 2 })
			])
		).toEqual(['stored', 'closed', 'gone', 'reset']);
		expect((await store.count(room.id, [0, 1])).answered).toEqual([1, 0]);
	});

	test('the result appears on close, by role where it may, and not below five', async () => {
		const room = await openRoom();
		await store.putAnswers(people(4).map((id) => answer(room.id, id, 2, { role: 0 })));
		await act(room.id, 'close');
		expect((await store.findRoom(room.id, NOW))?.questions[0]).toMatchObject({
			state: 'closed',
			result: null,
			held: 'too_few'
		});
		await act(room.id, 'open');
		await store.putAnswers([
			answer(room.id, 'p4', 4, { role: 0 }),
			...people(6, 10).map((id) => answer(room.id, id, 1, { role: 1 }))
		]);
		await act(room.id, 'reveal');
		expect((await store.findRoom(room.id, NOW))?.questions[0]).toMatchObject({
			state: 'revealed',
			held: null,
			result: {
				counts: [0, 6, 4, 0, 1],
				roles: [
					{ role: 0, counts: [0, 0, 4, 0, 1] },
					{ role: 1, counts: [0, 6, 0, 0, 0] }
				]
			}
		});
	});

	test('what was shown is remembered over reopening and reset', async () => {
		const room = await openRoom();
		await store.putAnswers(people(9).map((id) => answer(room.id, id, 2)));
		await act(room.id, 'close');
		await act(room.id, 'open');
		await store.putAnswers(people(4).map((id) => answer(room.id, id, 3, { seq: 2 })));
		await act(room.id, 'close');
		expect((await store.findRoom(room.id, NOW))?.questions[0]).toMatchObject({
			held: 'too_few_new',
			result: { counts: [0, 0, 9, 0, 0] }
		});
		await act(room.id, 'reset');
		expect((await store.findRoom(room.id, NOW))?.questions[0]).toMatchObject({
			state: 'waiting',
			round: 2,
			result: null,
			held: null
		});
		expect((await store.count(room.id, [0])).answered).toEqual([0]);
		expect(await store.answersOf(room.id, 'p1', 3)).toEqual([]);
		await act(room.id, 'open');
		expect(await store.putAnswers([answer(room.id, 'p0', 0, { seq: 3 })])).toEqual(['reset']);
		await store.putAnswers([
			...people(9).map((id) => answer(room.id, id, 2, { seq: 4, round: 2 })),
			answer(room.id, 'late', 0, { round: 2 })
		]);
		await act(room.id, 'close');
		expect((await store.findRoom(room.id, NOW))?.questions[0]).toMatchObject({
			held: 'too_few_new',
			result: null
		});
	});

	test('an answer never arrives behind a result', async () => {
		const room = await openRoom();
		await store.putAnswers(people(5).map((id) => answer(room.id, id, 2)));
		const late = people(200, 100).map((id) => store.putAnswers([answer(room.id, id, 1)]));
		const closed = act(room.id, 'close');
		const outcomes = (await Promise.all(late)).flat();
		await closed;
		const question = (await store.findRoom(room.id, NOW))?.questions[0];
		const stored = outcomes.filter((outcome) => outcome === 'stored').length;
		// Fewer than five would be held back; this many are in the result, all of them.
		expect(question?.result?.counts).toEqual([0, stored, 5, 0, 0]);
		expect((await store.count(room.id, [0])).answered).toEqual([5 + stored]);
	});

	test('an action that makes no sense changes nothing', async () => {
		const room = newRoom();
		await store.createRoom(room);
		expect(await act(room.id, 'close')).toBe(false);
		expect(await act(room.id, 'reveal')).toBe(false);
		expect(await act('no-such-room', 'open')).toBe(false);
		expect(await store.changeQuestion(room.id, 99, 'open', null, NOW)).toBe(false);
		expect((await store.findRoom(room.id, NOW))?.rev).toBe(1);
	});

	test('ending a room closes what is open, and it takes no more answers or people', async () => {
		const room = await openRoom();
		await store.putAnswers(people(5).map((id) => answer(room.id, id, 2)));
		await store.changeRoom(room.id, { ended: true }, NOW);
		const ended = await store.findRoom(room.id, NOW);
		expect(ended).toMatchObject({ state: 'ended', code: null });
		expect(ended?.questions[0]).toMatchObject({ state: 'closed', result: { counts: [0, 0, 5, 0, 0] } });
		expect(await store.putAnswers([answer(room.id, 'p9', 1)])).toEqual(['closed']);
		expect(await join(room.id, 'p9')).toBe('gone');
		expect(await act(room.id, 'open')).toBe(false);
		expect(await act(room.id, 'reveal')).toBe(true);
	});

	test('notes and agreed grades are kept word for word, whatever they contain', async () => {
		const room = await openRoom();
		const note = `'); DROP TABLE room; -- <script>alert("$1")</script> 準繩 \u{1F4CF}\n?1`;
		await store.changeNote(room.id, 0, { note, agreed: 4 }, NOW);
		await store.changeNote(room.id, 1, { agreed: 2 }, NOW);
		await store.changeNote(room.id, 1, { agreed: null }, NOW);
		const questions = (await store.findRoom(room.id, NOW))?.questions;
		expect(questions?.[0]).toMatchObject({ note, agreed: 4, noteRev: 1 });
		expect(questions?.[1]).toMatchObject({ note: '', agreed: null, noteRev: 0 });
	});

	test('revisions go up: the host’s with everything, the participants’ with what they see', async () => {
		const room = await openRoom();
		const before = (await store.findRoom(room.id, NOW))!;
		await store.changeNote(room.id, 0, { note: 'x' }, NOW);
		expect(await store.raise([room.id, 'no-such-room'], NOW)).toEqual([
			{ id: room.id, rev: before.rev + 2, phase: before.phase }
		]);
		await store.changeRoom(room.id, { current: 2 }, NOW);
		expect(await store.revisions([room.id, 'no-such-room'], NOW)).toEqual([
			{ id: room.id, rev: before.rev + 3, phase: before.phase + 1 }
		]);
		expect((await store.findRoom(room.id, NOW))?.current).toBe(2);
	});

	test('a room ends a day after its last activity and a week after it was opened', async () => {
		const room = newRoom({ created: 0, expires: IDLE_MS });
		await store.createRoom(room);
		await store.raise([room.id], 1_000);
		expect((await store.findRoom(room.id, NOW))?.expires).toBe(1_000 + IDLE_MS);
		await store.raise([room.id], LONGEST_MS - 5);
		expect((await store.findRoom(room.id, NOW))?.expires).toBe(LONGEST_MS);
		expect(await store.findRoom(room.id, LONGEST_MS)).toBeNull();
		expect(await store.findByEntry(room.code, LONGEST_MS)).toBeNull();
		expect(await store.revisions([room.id], LONGEST_MS)).toEqual([]);
	});

	test('an erased or expired room leaves nothing behind, and its neighbour everything', async () => {
		const [gone, old, kept] = [await openRoom(), newRoom({ expires: 10 }), await openRoom()];
		await store.createRoom(old);
		for (const room of [gone, kept]) {
			await join(room.id, 'p1');
			await store.putAnswers([answer(room.id, 'p1', 2)]);
		}
		await store.eraseRoom(gone.id);
		expect(await store.eraseExpired(11)).toBe(1);
		expect(await store.putAnswers([answer(gone.id, 'p1', 2)])).toEqual(['gone']);
		expect((await store.count(kept.id, [0])).answered).toEqual([1]);
		await store.close();
		const database = await openDatabase(place.choice);
		for (const [table, rows] of [
			['room', 1],
			['room_code', 2],
			['participant', 1],
			['question', 3],
			['answer', 1]
		] as const)
			expect(await database.all(`SELECT COUNT(*) AS rows FROM ${table}`)).toEqual([{ rows }]);
		await database.close();
		store = await openStore(place.choice);
	});

	test('a store that is opened again has what was acknowledged', async () => {
		const room = await openRoom();
		await store.putAnswers([answer(room.id, 'p1', 2)]);
		await store.close();
		store = await openStore(place.choice);
		expect(await store.answersOf(room.id, 'p1', 3)).toEqual([{ item: 0, value: 2, seq: 1 }]);
	});

	test('migrating twice changes nothing the second time; two at once are kept apart', async () => {
		const database = await openDatabase(place.choice);
		expect(await migrate(database, 5_000)).toEqual([]);
		await database.all("UPDATE migration SET locked = 5000 WHERE id = 'lock'");
		await expect(migrate(database, 6_000)).rejects.toMatchObject({ code: 'migration_locked' });
		expect(await migrate(database, 5_000 + 10 * 60_000 + 1)).toEqual([]);
		await database.close();
	});
});

test('an empty shared database is refused with the command that mends it', async () => {
	const choice = {
		kind: 'postgres',
		address: await newDatabaseBeside(inject('postgres')),
		connections: 1
	} as const;
	await expect(openStore(choice)).rejects.toThrow('npm run migrate');
	const database = await openDatabase(choice);
	expect(await migrate(database, 1)).toEqual(['0001_rooms']);
	await checkMigrated(database);
	await database.all("INSERT INTO migration (id, done, locked) VALUES ('9999_later', 1, NULL)");
	await expect(checkMigrated(database)).rejects.toThrow('newer version');
	await database.close();
});
