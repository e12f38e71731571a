import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runCount, seed } from '../../../../tests/helpers/random-runs.ts';
import { secretSchema } from '../../core/room/schema.ts';
import { EventReader } from './event-reader.ts';
import { randomToken } from './random-token.ts';

test('events are read whole wherever the network cuts them', () => {
	const stream =
		'retry: 1500\n\n:\n\nevent: room\nid: 7\ndata: {"a":"準繩"}\n\n:\n\nevent: gone\ndata: {}\n\n';
	fc.assert(
		fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
			const reader = new EventReader();
			const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
			const events = places.slice(1).flatMap((to, index) => reader.read(stream.slice(places[index], to)));
			expect(events).toEqual([
				{ name: 'room', data: '{"a":"準繩"}' },
				{ name: 'gone', data: '{}' }
			]);
			expect(reader.retryMs).toBe(1500);
		}),
		{ numRuns: runCount(300), seed }
	);
});

test('an event that never ends is given up', () => {
	const reader = new EventReader();
	expect(() => reader.read('x'.repeat(1_000_001))).toThrow(RangeError);
});

test('tokens are what the server takes, and the same 128 bits as 16 bytes in base64url', () => {
	for (let count = 0; count < 200; count++) {
		const token = randomToken();
		expect(secretSchema.safeParse(token).success).toBe(true);
		expect(Buffer.from(token, 'base64url').toString('base64url')).toBe(token);
	}
});
