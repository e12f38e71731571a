import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../blocks.ts';
import { wholeParts } from './furniture.ts';

const plain = (text: Inline): string =>
	typeof text === 'string' ? text : text.map((run) => run.text).join('');
const atMost = (characters: number) => (text: Inline) => plain(text).length <= characters;

describe('a line of the footer that is too long', () => {
	const line: Inline = [
		{ text: 'AI privacy 1.0.0 · Full' },
		{ text: ' · ' },
		{ text: '私隱 1.0.0 版 · 全面評估', language: 'zh-Hant' }
	];

	test('loses whole parts from its end, in either language', () => {
		expect(plain(wholeParts(line, atMost(99)))).toBe('AI privacy 1.0.0 · Full · 私隱 1.0.0 版 · 全面評估');
		expect(plain(wholeParts(line, atMost(40)))).toBe('AI privacy 1.0.0 · Full · 私隱 1.0.0 版');
		expect(plain(wholeParts(line, atMost(30)))).toBe('AI privacy 1.0.0 · Full');
		expect(plain(wholeParts(line, atMost(20)))).toBe('AI privacy 1.0.0');
		expect(plain(wholeParts(line, atMost(3)))).toBe('AI privacy 1.0.0');
	});

	test('is the start of what it was, and ends where a part ends', () => {
		const parts = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(parts, fc.nat(40), (names, room) => {
				const shown = plain(wholeParts(names.join(' · '), atMost(room))).split(' · ');
				expect(shown).toEqual(names.slice(0, shown.length));
			})
		);
	});
});
