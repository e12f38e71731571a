import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

const theirs = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('sha256 gives the published digest of "abc"', () => {
	expect(sha256(new TextEncoder().encode('abc'))).toBe(
		'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
	);
});

test('sha256 agrees with another implementation for every length around the block size, and for any bytes', () => {
	for (let length = 0; length < 200; length++) {
		const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) & 0xff);
		expect(sha256(bytes)).toBe(theirs(bytes));
	}
	fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => sha256(bytes) === theirs(bytes)));
});
