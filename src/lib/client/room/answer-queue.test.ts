import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCount, seed } from '../../../../tests/helpers/random-runs.ts';
import type { AnswerBody } from '../../core/room/schema.ts';
import type { Choice } from '../../core/room/types.ts';
import { AnswerQueue, type AnswerStatus } from './answer-queue.ts';
import { RoomError } from './call.ts';

function memory() {
	const kept = new Map<string, string>();
	return {
		kept,
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => void kept.set(name, value),
		removeItem: (name: string) => void kept.delete(name)
	};
}

/** Resolves when nothing waits any longer. */
function allSent(queue: AnswerQueue): Promise<void> {
	return new Promise((resolve) => {
		const look = () => (queue.waiting.length === 0 ? resolve() : setImmediate(look));
		look();
	});
}

describe('AnswerQueue', () => {
	test('whatever the network does, the server ends with the latest answer to each question', async () => {
		const step = fc.record({ item: fc.nat(3), value: fc.constantFrom<Choice>(0, 1, 2, 3, 'unknown') });
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { maxLength: 20 }),
				fc.array(fc.constantFrom('ok', 'lost', 'reply lost', 'busy'), { maxLength: 30 }),
				async (steps, network) => {
					const server = new Map<number, AnswerBody>();
					const queue = new AnswerQueue({
						keep: memory(),
						name: 'a',
						firstMs: 0,
						mostMs: 0,
						send: async (answer) => {
							const weather = network.shift() ?? 'ok';
							if (weather === 'lost') throw new RoomError('offline', 0, 'lost');
							if (weather === 'busy') throw new RoomError('store_unavailable', 503, 'busy');
							if ((server.get(answer.item)?.seq ?? 0) < answer.seq) server.set(answer.item, answer);
							if (weather === 'reply lost') throw new RoomError('offline', 0, 'reply lost');
						}
					});
					for (const { item, value } of steps) queue.answer(item, value, 1);
					await allSent(queue);
					const latest = new Map(steps.map(({ item, value }) => [item, value]));
					expect(new Map([...server].map(([item, { value }]) => [item, value]))).toEqual(latest);
					queue.close();
				}
			),
			{ numRuns: runCount(60), seed }
		);
	});

	test('a waiting answer survives a reload, and its number stays above what the server has', async () => {
		const keep = memory();
		const away = new AnswerQueue({
			keep,
			name: 'a',
			send: () => Promise.reject(new RoomError('offline', 0, 'away'))
		});
		away.seen(10 ** 15);
		away.answer(2, 3, 4);
		away.close();
		const sent: AnswerBody[] = [];
		const back = new AnswerQueue({ keep, name: 'a', send: async (answer) => void sent.push(answer) });
		await allSent(back);
		expect(sent).toEqual([{ item: 2, value: 3, round: 4, seq: 10 ** 15 + 1 }]);
		expect(keep.kept.size).toBe(0);
	});

	test('a refused answer is told with its reason and does not hold the others up', async () => {
		const told: [number, AnswerStatus][] = [];
		const queue = new AnswerQueue({
			keep: null,
			name: 'a',
			onchange: (item, status) => told.push([item, status]),
			send: ({ item }) =>
				item === 0 ? Promise.reject(new RoomError('closed', 409, 'closed')) : Promise.resolve()
		});
		queue.answer(0, 1, 1);
		queue.answer(1, 2, 1);
		await allSent(queue);
		expect(told.slice(2)).toEqual([
			[0, { state: 'refused', value: 1, reason: 'closed' }],
			[1, { state: 'sent', value: 2 }]
		]);
	});

	test('a room that is gone ends the sending', async () => {
		const gone = await new Promise<RoomError>((resolve) =>
			new AnswerQueue({
				keep: null,
				name: 'a',
				ongone: resolve,
				send: () => Promise.reject(new RoomError('no_such_room', 404, 'gone'))
			}).answer(0, 1, 1)
		);
		expect(gone.code).toBe('no_such_room');
	});

	test('storage that is broken, full or forbidden changes nothing for the person', async () => {
		const sent: AnswerBody[] = [];
		const queue = new AnswerQueue({
			keep: {
				getItem: () => '[{"item":"x"}',
				setItem: () => {
					throw new Error('QuotaExceededError');
				},
				removeItem: () => undefined
			},
			name: 'a',
			send: async (answer) => void sent.push(answer)
		});
		queue.answer(0, 1, 1);
		await allSent(queue);
		expect(sent).toHaveLength(1);
	});
});
