import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './utf8.ts';

test('utf8 gives the bytes of the platform’s own encoder, for any text', () => {
	for (const text of [
		'',
		'plain',
		'é ß',
		'準繩 𨋢 👩‍👩‍👧',
		'half \ud83d of a pair',
		'\u0000\u007f\u0080\u07ff\u0800\uffff'
	])
		expect(utf8(text)).toEqual(new TextEncoder().encode(text));
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			expect(utf8(text)).toEqual(new TextEncoder().encode(text));
		})
	);
});
