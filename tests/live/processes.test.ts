import { expect, test } from 'vitest';
import { Hosting, Participation } from '../../src/lib/client/room/index.ts';
import { startRoomServer } from '../helpers/room-server.ts';
import { host, hostScreen, participants, participantScreen } from './people.ts';
import { freshStore } from './stores.ts';

test('two processes on one PostgreSQL show one room: answers, states, ends and erasing', async () => {
	const place = await freshStore('postgres');
	const [one, two] = await Promise.all([startRoomServer(place.choice), startRoomServer(place.choice)]);
	const hosting = await host(one.base);
	const elsewhere = new Hosting(hosting.key, two.base);
	const screens = [hostScreen(hosting), hostScreen(elsewhere)];
	const here = await participants(hosting, 6);
	const there = await participants(elsewhere, 7);
	const phones = [participantScreen(here[0]!), participantScreen(there[0]!)];

	await hosting.question(0, 'open');
	for (const phone of phones) await phone.until(({ questions }) => questions[0]?.state === 'open');
	// Each answers through the process that they did not join at.
	await Promise.all([
		...here.map(({ key }) =>
			new Participation(key, two.base).answer({ item: 0, value: 1, seq: 1, round: 1 })
		),
		...there.map(({ key }) =>
			new Participation(key, one.base).answer({ item: 0, value: 3, seq: 1, round: 1 })
		)
	]);
	for (const screen of screens)
		await screen.until(({ joined, questions }) => joined === 13 && questions[0]?.answered === 13);

	await elsewhere.question(0, 'reveal');
	for (const phone of phones) {
		const shown = await phone.until(({ questions }) => questions[0]?.state === 'revealed');
		expect(shown.questions[0]?.result?.counts).toEqual([0, 6, 0, 7, 0]);
	}
	await expect(here[0]!.answer({ item: 0, value: 2, seq: 2, round: 1 })).rejects.toMatchObject({
		code: 'closed'
	});

	// One of them is restarted: its screens come back, at the same address, to the same room.
	const { port } = new URL(two.base);
	expect(await two.stop()).toBe(0);
	const again = await startRoomServer(place.choice, { PORT: port });
	await hosting.show(2);
	for (const phone of phones) await phone.until(({ current }) => current === 2);

	await hosting.erase();
	await Promise.all([...screens, ...phones].map((screen) => screen.gone()));
	await expect(there[1]!.answer({ item: 1, value: 2, seq: 2, round: 1 })).rejects.toMatchObject({
		status: 404
	});
	await Promise.all([one.stop(), again.stop()]);
});
