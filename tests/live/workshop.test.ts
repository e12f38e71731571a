import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	AnswerQueue,
	findRoom,
	Hosting,
	joinRoom,
	Participation,
	randomToken,
	RoomError
} from '../../src/lib/client/room/index.ts';
import type { Choice } from '../../src/lib/core/room/types.ts';
import { startRoomServer, type RoomServer } from '../helpers/room-server.ts';
import { host, hostScreen, participant, participants, participantScreen } from './people.ts';
import { rawConnection } from './raw.ts';
import { freshStore, KINDS, SPEC, type FreshStore } from './stores.ts';

describe.each(KINDS)('a workshop on %s', (kind) => {
	let place: FreshStore;
	let server: RoomServer;
	beforeAll(async () => {
		place = await freshStore(kind);
		server = await startRoomServer(place.choice);
	});
	afterAll(async () => {
		await server.stop();
		place.remove();
	});

	test('goes from opening to the end: join, answer, close, reveal, note, export, erase', async () => {
		const hosting = await host(server.base);
		const { entry } = await hosting.read();
		const typed = ` ${entry.code!.slice(0, 3).toLowerCase()}-${entry.code!.slice(3)}`;
		expect((await findRoom({ code: typed }, server.base)).spec).toEqual(SPEC);

		const screen = hostScreen(hosting);
		const people = await Promise.all(
			Array.from({ length: 12 }, (_, index) => participant(hosting, index % 2))
		);
		await screen.until(({ joined }) => joined === 12);
		const phone = participantScreen(people[0]!);
		await hosting.show(0);
		await hosting.question(0, 'open', 60);
		const open = await phone.until(({ questions }) => questions[0]?.state === 'open');
		expect(open.current).toBe(0);
		expect(open.questions[0]!.endsAt! - open.now).toBeGreaterThan(50_000);

		// Each person's choice; the tally below is made apart from the server.
		const choices: Choice[] = [0, 1, 2, 3, 'unknown', 2, 2, 1, 3, 2, 2, 'unknown'];
		await Promise.all(
			people.map((one, index) => one.answer({ item: 0, value: choices[index]!, seq: 1, round: 1 }))
		);
		const answered = await screen.until(({ questions }) => questions[0]?.answered === 12);
		expect(answered.questions[0]).toMatchObject({ state: 'open', result: null });

		const closed = await hosting.question(0, 'close');
		const tally = [0, 1, 2, 3, 'unknown'].map((value) => choices.filter((one) => one === value).length);
		expect(closed.snapshot.questions[0]?.result?.counts).toEqual(tally);
		expect(closed.snapshot.questions[0]?.result?.roles.map(({ role }) => role)).toEqual([0, 1]);
		const unseen = await phone.until(({ questions }) => questions[0]?.state === 'closed');
		expect(unseen.questions[0]?.result).toBeNull();

		await hosting.question(0, 'reveal');
		const revealed = await phone.until(({ questions }) => questions[0]?.state === 'revealed');
		expect(revealed.questions[0]?.result?.counts).toEqual(tally);

		const note = '<b>Ask legal</b>; "收集" \u2028 達成共識';
		const noted = await hosting.note(0, { agreed: 2, note });
		expect(noted.notes).toEqual([{ item: 0, note }]);
		const file = await hosting.export();
		expect(file.questions[0]).toMatchObject({
			question: 'first-question',
			agreed: 2,
			note,
			result: { counts: tally }
		});
		expect(file.joined).toBe(12);

		await hosting.end();
		await phone.until(({ state }) => state === 'ended');
		await expect(findRoom({ secret: entry.secret }, server.base)).rejects.toMatchObject({
			code: 'wrong_code'
		});
		await hosting.erase();
		await Promise.all([phone.gone(), screen.gone()]);
		await expect(hosting.read()).rejects.toMatchObject({ status: 404, code: 'no_such_room' });
		await expect(people[0]!.answer({ item: 0, value: 1, seq: 2, round: 1 })).rejects.toMatchObject({
			status: 404
		});
	});

	test('who comes back finds the own answers; who joins late sees what is open', async () => {
		const hosting = await host(server.base);
		await hosting.question(1, 'open');
		const one = await participant(hosting, 1);
		await one.answer({ item: 1, value: 3, seq: 5, round: 1 });
		await one.answer({ item: 1, value: 'unknown', seq: 6, round: 1 });
		const again = await new Participation(one.key, server.base).read();
		expect(again).toMatchObject({ role: 1, answers: [{ item: 1, value: 'unknown', seq: 6 }] });
		const late = await participant(hosting);
		expect((await late.read()).snapshot.questions[1]?.state).toBe('open');
		expect((await late.read()).answers).toEqual([]);
	});

	test('repeating a join with the same token is one participant', async () => {
		const hosting = await host(server.base);
		const { secret } = (await hosting.read()).entry;
		const token = randomToken();
		await joinRoom({ secret }, 0, token, server.base);
		await joinRoom({ secret }, 0, token, server.base);
		expect((await hosting.read()).snapshot.joined).toBe(1);
	});

	test('another device with the host link is the host, with everything', async () => {
		const hosting = await host(server.base);
		await hosting.note(2, { note: 'from the first device' });
		const elsewhere = new Hosting(hosting.key, server.base);
		expect(await elsewhere.read()).toMatchObject({
			entry: (await hosting.read()).entry,
			notes: [{ item: 2, note: 'from the first device' }]
		});
	});

	test('closing joining makes code and secret useless; opening it again draws a new code', async () => {
		const hosting = await host(server.base);
		const before = (await hosting.read()).entry;
		expect((await hosting.joining(false)).entry.code).toBeNull();
		for (const entry of [{ code: before.code! }, { secret: before.secret }])
			await expect(joinRoom(entry, null, undefined, server.base)).rejects.toMatchObject({
				code: 'wrong_code'
			});
		const after = (await hosting.joining(true)).entry;
		expect(after.code).not.toBe(before.code);
		await joinRoom({ code: after.code! }, null, undefined, server.base);
	});

	test('an answer to a question that is closed or was reset is refused with the reason', async () => {
		const hosting = await host(server.base);
		const one = await participant(hosting);
		const send = (round: number) => one.answer({ item: 0, value: 1, seq: Date.now(), round });
		await expect(send(1)).rejects.toMatchObject({ status: 409, code: 'closed' });
		await hosting.question(0, 'open');
		await hosting.question(0, 'reset');
		await hosting.question(0, 'open');
		await expect(send(1)).rejects.toMatchObject({ status: 409, code: 'reset' });
		await send(2);
		await expect(one.answer({ item: 2, value: 1, seq: 1, round: 1 })).rejects.toMatchObject({
			code: 'no_such_choice'
		});
		await expect(one.answer({ item: 3, value: 1, seq: 1, round: 1 })).rejects.toMatchObject({
			code: 'no_such_item'
		});
		await expect(hosting.question(1, 'reveal')).rejects.toMatchObject({ status: 409, code: 'not_now' });
	});

	test('answers wait while the server is away and are counted once when it is back; screens come back by themselves', async () => {
		const hosting = await host(server.base);
		await hosting.question(0, 'open');
		const people = await participants(hosting, 6);
		const port = new URL(server.base).port;
		const screen = hostScreen(hosting);
		await screen.until(({ joined }) => joined === 6);
		await server.kill();
		const kept = new Map<string, string>();
		const keep = {
			getItem: (name: string) => kept.get(name) ?? null,
			setItem: (name: string, value: string) => void kept.set(name, value),
			removeItem: (name: string) => void kept.delete(name)
		};
		const queueOf = (one: Participation, resolve: () => void) =>
			new AnswerQueue({
				send: (answer) => one.answer(answer),
				keep,
				name: one.key.token,
				firstMs: 20,
				mostMs: 100,
				onchange: (_, { state }) => void (state === 'sent' && resolve())
			});
		// Each changes their mind while offline, then the page is loaded again: the waiting answer is still there.
		for (const one of people) {
			const queue = queueOf(one, () => undefined);
			queue.answer(0, 1, 1);
			queue.answer(0, 3, 1);
			queue.close();
		}
		expect(kept.size).toBe(6);
		const sent = people.map((one) => new Promise<void>((resolve) => void queueOf(one, resolve)));
		server = await startRoomServer(place.choice, { PORT: port });
		await Promise.all(sent);
		expect(kept.size).toBe(0);
		await screen.until(({ questions }) => questions[0]?.answered === 6);
		const closed = await hosting.question(0, 'close');
		expect(closed.snapshot.questions[0]?.result?.counts).toEqual([0, 0, 0, 6, 0]);
		screen.close();
	});

	test('SIGTERM ends the streams, stores what was on its way, and exits without an error', async () => {
		const hosting = await host(server.base);
		await hosting.question(0, 'open');
		const people = await participants(hosting, 20);
		const port = new URL(server.base).port;
		const screen = hostScreen(hosting);
		await screen.until(({ joined }) => joined === 20);
		const answers = people.map((one) =>
			one.answer({ item: 0, value: 2, seq: 1, round: 1 }).then(
				() => 1,
				(error: RoomError) => (error.mayPass ? 0 : Promise.reject(error))
			)
		);
		expect(await server.stop()).toBe(0);
		const acknowledged = (await Promise.all(answers)).reduce<number>((sum, one) => sum + one, 0);
		server = await startRoomServer(place.choice, { PORT: port });
		const { answered } = (await hosting.read()).snapshot.questions[0]!;
		expect(answered).toBeGreaterThanOrEqual(acknowledged);
		await screen.until(({ questions }) => questions[0]?.answered === answered);
		screen.close();
	});

	test('a connection that a browser opened ahead does not hold the end up', async () => {
		const port = new URL(server.base).port;
		const { closed } = rawConnection(server.base);
		await fetch(`${server.base}/healthz`);
		const started = Date.now();
		expect(await server.stop()).toBe(0);
		await closed;
		expect(Date.now() - started).toBeLessThan(5_000);
		server = await startRoomServer(place.choice, { PORT: port });
	});

	test('is healthy and ready', async () => {
		expect(await (await fetch(`${server.base}/healthz`)).json()).toEqual({ alive: true });
		expect(await (await fetch(`${server.base}/readyz`)).json()).toEqual({ ready: true });
	});
});
