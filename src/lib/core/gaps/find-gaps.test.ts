import { describe, expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { findGaps } from './find-gaps.ts';

describe('the order of gaps', () => {
	const groups = ['a', 'b', 'c', 'd', 'e'];
	const base = groups.map((group) => question(`${group}-base`, group, { weight: 3 }));
	const list = (extra: ReturnType<typeof question>[], answers: object) => {
		const all = questionnaire([...base, ...extra]);
		const given = assessment({
			...Object.fromEntries(base.map(({ id }) => [id, { grade: 3 as const }])),
			...answers
		});
		return findGaps(given, scoreAssessment(all, given)).map(
			({ question: id, priority }) => `${priority} ${id}`
		);
	};

	test('puts critical gaps first, then what the law requires, then the rest by gain and effort', () => {
		const extra = [
			question('a-could', 'a', { weight: 3, effort: 3 }),
			question('b-easy', 'b', { weight: 3, effort: 1 }),
			question('c-law', 'c', { weight: 1, duty: 'must' }),
			question('d-critical', 'd', { weight: 3, critical: true }),
			question('e-small', 'e', { weight: 1, effort: 3 })
		];
		const answers = {
			'a-could': { grade: 0 },
			'b-easy': { grade: 0 },
			'c-law': { grade: 2 },
			'd-critical': { unknown: true },
			'e-small': { grade: 2 }
		};
		expect(list(extra, answers)).toEqual([
			'critical d-critical',
			'law c-law',
			'high b-easy',
			'medium a-could',
			'low e-small'
		]);
	});

	test('splits the rest into thirds, rounded up', () => {
		const extra = Array.from({ length: 5 }, (_, i) => question(`a-${i}`, 'a', { weight: 1 }));
		const answers = Object.fromEntries(extra.map(({ id }) => [id, { grade: 0 }]));
		// n = 5: ⌈5/3⌉ = 2 high, ⌈3/2⌉ = 2 medium, 1 low; the same gain, so by id.
		expect(list(extra, answers)).toEqual(['high a-0', 'high a-1', 'medium a-2', 'medium a-3', 'low a-4']);
	});

	test('an open question, a don’t know and a 0 are worth the same and are different gaps', () => {
		const extra = [question('a-1', 'a'), question('a-2', 'a'), question('a-3', 'a')];
		const all = questionnaire([...base, ...extra]);
		const given = assessment({ 'a-2': { unknown: true }, 'a-3': { grade: 0 } });
		const found = findGaps(given, scoreAssessment(all, given)).filter(({ question: id }) => /a-\d/.test(id));
		expect(found.map(({ state }) => state.kind)).toEqual(['open', 'unknown', 'grade']);
		expect(new Set(found.map(({ gain }) => `${gain.n}/${gain.d}`)).size).toBe(1);
	});

	test('orders by weight and effort when there is no overall score', () => {
		const only = questionnaire([
			question('x', 'a', { weight: 1 }),
			question('y', 'a', { weight: 3 }),
			question('z', 'a', { weight: 3, effort: 3 })
		]);
		const given = assessment({});
		const score = scoreAssessment(only, given);
		expect(score.overall).toBeNull();
		expect(findGaps(given, score).map((gap) => gap.question)).toEqual(['y', 'x', 'z']);
	});
});
