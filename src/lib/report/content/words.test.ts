import { describe, expect, test } from 'vitest';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { dayText, firstSentence, rangeText, shortList } from './words.ts';

const english = {
	t: (key: string, params?: Record<string, string | number>) =>
		reportTranslator('en').t(`report:${key}`, params)
};

describe('the report’s words', () => {
	test('a day is written in words, a month stays a month, and what is no date stays as typed', () => {
		expect(dayText(english, '2026-03-05')).toBe('5 March 2026');
		expect(dayText(english, '2026-03')).toBe('March 2026');
		expect(dayText(english, '2016')).toBe('2016');
		expect(dayText(english, 'soon')).toBe('soon');
		expect(dayText(english, '2026-13-05')).toBe('2026-13-05');
	});

	test('the first sentence ends at its stop, in English and in Chinese', () => {
		expect(firstSentence('Name one owner, e.g.the director. Then go on.')).toBe(
			'Name one owner, e.g.the director.'
		);
		expect(firstSentence('指派負責人。然後繼續。')).toBe('指派負責人。');
		expect(firstSentence('no stop')).toBe('no stop');
	});

	test('a long first sentence is cut behind a clause or a word, and never inside a character', () => {
		const words = firstSentence(
			`${'Ask each team about tools '.repeat(4)}and write it down, ${'then again '.repeat(20)}.`
		);
		expect(words).toMatch(/tools …$|tools and…$|down…$|\w…$/);
		expect(words.length).toBeLessThan(120);
		expect(firstSentence('𨋢'.repeat(100)).isWellFormed()).toBe(true);
	});

	test('ranges show one number when both ends are the same', () => {
		expect(rangeText(65, 68)).toBe('65–68');
		expect(rangeText(65, 65)).toBe('65');
	});

	test('a short list says how many are left', () => {
		expect(shortList(english, ['a', 'b', 'c'], 2)).toBe('a, b and one more');
		expect(shortList(english, ['a', 'b'], 2)).toBe('a, b');
	});
});
