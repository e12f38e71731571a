import { describe, expect, test } from 'vitest';
import { reworded, wordingsOf } from './wordings.ts';

describe('other wordings', () => {
	test('a questionnaire by sections speaks of areas, one for a person speaks to a person', () => {
		expect(wordingsOf({ groupKind: 'principle', audience: 'organisation' })).toEqual([]);
		expect(wordingsOf({ groupKind: 'section', audience: 'organisation' })).toEqual(['section']);
		expect(wordingsOf({ groupKind: 'section', audience: 'person' })).toEqual(['section', 'person']);
	});

	test('replace what they name, wherever it stands, and leave the rest', () => {
		const messages = {
			title: 'By principle',
			table: { head: 'Principle', items: ['a', 'b'] },
			other: 'stays'
		};
		const areas = { title: 'By area', table: { head: 'Area' } };
		const person = { table: { items: ['c'] }, habits: { title: 'Habits' } };
		expect(reworded(messages, [areas, undefined, person])).toEqual({
			title: 'By area',
			table: { head: 'Area', items: ['c'] },
			other: 'stays',
			habits: { title: 'Habits' }
		});
		expect(messages.table.head).toBe('Principle');
	});
});
