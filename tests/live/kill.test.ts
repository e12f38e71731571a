import { describe, expect, test } from 'vitest';
import { Hosting, Participation } from '../../src/lib/client/room/index.ts';
import { startRoomServer } from '../helpers/room-server.ts';
import { isLong, printLine } from '../helpers/random-runs.ts';
import { host, participants } from './people.ts';
import { freshStore, KINDS } from './stores.ts';

const KILLS = isLong ? 50 : 4;
const WRITERS = 24;
const ITEMS = 3;

describe.each(KINDS)('kill -9 under load, on %s', (kind) => {
	test(`loses no acknowledged answer in ${KILLS} kills`, async () => {
		const place = await freshStore(kind);
		let server = await startRoomServer(place.choice);
		const first = await host(server.base);
		for (const item of Array(ITEMS).keys()) await first.question(item, 'open');
		const keys = (await participants(first, WRITERS)).map(({ key }) => key);
		/** Last `seq` that was acknowledged, by writer and item. */
		const acknowledged = keys.map(() => new Array<number>(ITEMS).fill(0));
		let [seq, count] = [0, 0];
		for (let kill = 1; kill <= KILLS; kill++) {
			let on = true;
			// The server dies once it has acknowledged a number of answers that differs from kill to kill.
			const target = count + 60 + ((kill * 37) % 200);
			let reached: () => void = () => undefined;
			const enough = new Promise<void>((resolve) => (reached = resolve));
			const writing = keys.map(async (key, writer) => {
				const one = new Participation(key, server.base);
				while (on) {
					const [item, mine] = [seq % ITEMS, ++seq];
					try {
						await one.answer({ item, value: mine % 2 === 0 ? 0 : 3, seq: mine, round: 1 });
						acknowledged[writer]![item] = mine;
						if (++count >= target) reached();
					} catch {
						// Slowed down, or dead: this one was not acknowledged.
						await new Promise((resolve) => setImmediate(resolve));
					}
				}
			});
			await enough;
			await server.kill();
			on = false;
			await Promise.all(writing);
			server = await startRoomServer(place.choice);
			for (const [writer, key] of keys.entries()) {
				const { answers } = await new Participation(key, server.base).read();
				for (const [item, last] of acknowledged[writer]!.entries())
					expect(answers.find((one) => one.item === item)?.seq ?? 0).toBeGreaterThanOrEqual(last);
			}
		}
		expect((await new Hosting(first.key, server.base).read()).snapshot.joined).toBe(WRITERS);
		printLine(`kill -9 on ${kind}: ${KILLS} kills, ${count} answers acknowledged, none lost`);
		await server.stop();
		place.remove();
	}, 600_000);
});
