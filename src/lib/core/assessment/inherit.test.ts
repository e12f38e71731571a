import { describe, expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import { inheritable } from './inherit.ts';

const all = questionnaire([
	question('org', 'g', { unit: 'organisation' }),
	question('sys', 'g', { unit: 'system' })
]);
const organisation = assessment(
	{ org: { grade: 2, note: 'seen', flagged: true, updated: '2026-10-01T00:00:00Z' }, sys: { grade: 3 } },
	{ id: 'organisation', details: { unit: 'organisation' } }
);
const system = (answers: object) =>
	assessment(answers as never, { id: 'system', details: { unit: 'system' } });

describe('taking over the organisation’s answers', () => {
	test('offers answered organisation questions only, with source and date and without the other’s flag', () => {
		expect(inheritable(all, system({}), organisation)).toEqual([
			{
				question: 'org',
				state: 'new',
				answer: {
					grade: 2,
					note: 'seen',
					updated: '2026-10-01T00:00:00Z',
					inherited: { assessment: 'organisation', updated: '2026-10-01T00:00:00Z' }
				}
			}
		]);
	});

	test('never offers to replace the system’s own answer', () => {
		expect(inheritable(all, system({ org: { grade: 0 } }), organisation)).toEqual([]);
	});

	test('says when the source has changed since', () => {
		const inherited = { assessment: 'organisation', updated: '2026-09-01T00:00:00Z' };
		expect(inheritable(all, system({ org: { grade: 1, inherited } }), organisation)[0]?.state).toBe(
			'changed'
		);
	});
});
