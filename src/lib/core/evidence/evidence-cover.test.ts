import { describe, expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import { floor } from '../scoring/fraction.ts';
import { scoreEvidencedOnly } from '../scoring/readings.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { evidenceCover } from './evidence-cover.ts';

const all = questionnaire([
	question('a', 'g', { weight: 3 }),
	question('b', 'g', { weight: 2 }),
	question('c', 'g', { weight: 1 })
]);
const cover = (answers: object, asAt = '2026-11-23') => {
	const given = assessment(answers as never, { details: { asAt } });
	return evidenceCover(given, scoreAssessment(all, given)).overall;
};

describe('evidence cover', () => {
	test('is the weight of evidenced claims over the weight of all claims', () => {
		const result = cover({
			a: { grade: 3, evidence: [{ what: 'register v3' }] },
			b: { grade: 2 },
			c: { grade: 1, evidence: [{ what: 'plan' }] }
		});
		// Claims are grades of 2 and 3: weights 3 + 2; evidenced: 3.
		expect(result).toMatchObject({ claimed: 5, evidenced: 3 });
		expect(floor(result.percent!)).toBe(60);
	});

	test('counts a pointer through the day it expires and not after', () => {
		const answers = { a: { grade: 3, evidence: [{ what: 'audit', expires: '2026-11-23' }] } };
		expect(cover(answers, '2026-11-23').evidenced).toBe(3);
		expect(cover(answers, '2026-11-24').evidenced).toBe(0);
	});

	test('does not count a pointer that names nothing', () => {
		expect(cover({ a: { grade: 3, evidence: [{ what: '  ', where: 'drive' }] } }).evidenced).toBe(0);
	});

	test('has a third shade for what a second person saw or tested', () => {
		const evidence = [{ what: 'contract' }];
		expect(
			cover({ a: { grade: 3, evidence, basis: { kind: 'tested', by: 'Internal audit' } } }).confirmed
		).toBe(3);
		expect(cover({ a: { grade: 3, evidence, basis: { kind: 'tested', by: '' } } }).confirmed).toBe(0);
		expect(cover({ a: { grade: 3, evidence, basis: { kind: 'asserted', by: 'Owner' } } }).confirmed).toBe(0);
	});

	test('without claims there is no percentage', () => {
		expect(cover({ a: { grade: 1 } }).percent).toBeNull();
	});

	test('if only evidenced answers counted, the others would be worth 1', () => {
		const given = assessment({
			a: { grade: 3, evidence: [{ what: 'x' }] },
			b: { grade: 3 },
			c: { grade: 0 }
		});
		const group = scoreEvidencedOnly(all, given).groups[0]!;
		// 3·3 + 2·1 + 1·0 of 18
		expect([group.points, group.max]).toEqual([11, 18]);
	});
});
