import { describe, expect, test } from 'vitest';
import {
	assessment,
	fromNotation,
	question,
	questionnaire,
	WORKED_EXAMPLE
} from '../../../../tests/fixtures/worked-example.ts';
import { findGaps } from '../gaps/find-gaps.ts';
import { nextLevel } from '../gaps/next-level.ts';
import { floor, round, toDecimal, toText } from './fraction.ts';
import { scoreAssessment } from './score-assessment.ts';

const example = fromNotation(WORKED_EXAMPLE);
const score = scoreAssessment(example.questionnaire, example.assessment);
const group = (id: string) => score.groups.find((g) => g.id === id)!;

describe('the worked example of docs/scoring.md, section 11', () => {
	test.each([
		['accountability', 18, 24, 75, 2],
		['human-oversight', 21, 30, 70, 1],
		['transparency', 11, 21, 52, 2],
		['data-privacy', 28, 30, 93, 3],
		['fairness', 5, 21, 23, 1],
		['beneficial-ai', 10, 12, 83, 2],
		['reliability-security', 19, 30, 63, 2]
	])('%s has %i of %i points, which is %i and level %i', (id, points, max, shown, level) => {
		expect(group(id)).toMatchObject({ points, max, level });
		expect(floor(group(id).score!)).toBe(shown);
	});

	test('the overall score is 65.88…, shown as 65, with the range 65–68 and level 2', () => {
		expect(toDecimal(score.overall!.score, 2)).toBe('65.88');
		expect(floor(score.overall!.score)).toBe(65);
		expect(floor(score.overall!.high)).toBe(68);
		expect(score.overall!.level).toBe(2);
		expect(score.open).toBe(1);
	});

	test('the largest steps are worth 4.29, 4.08, 4.08 and 2.86', () => {
		const gains = new Map(findGaps(example.assessment, score).map((gap) => [gap.question, gap.gain]));
		expect(toDecimal(gains.get('human-oversight-1')!, 2)).toBe('4.29');
		expect(toDecimal(gains.get('fairness-2')!, 2)).toBe('4.08');
		expect(toDecimal(gains.get('fairness-1')!, 2)).toBe('4.08');
		expect(toDecimal(gains.get('reliability-security-3')!, 2)).toBe('2.86');
		expect(round(gains.get('human-oversight-1')!)).toBe(4);
		expect(toText(gains.get('fairness-2')!)).toBe('200/49');
	});

	test('human oversight is capped by its critical question at 0, and says how far the next level is', () => {
		expect(group('human-oversight').caps).toEqual([
			{ question: 'human-oversight-1', level: 1, rule: 'critical_at_0' }
		]);
		// Band 2 begins at 15 of 30 points, which are there: only the cap stands in the way.
		expect(nextLevel(group('human-oversight'))).toMatchObject({ level: 2, pointsMissing: 0 });
	});
});

describe('not applicable', () => {
	test.each([
		[0, '50.0'],
		[2, '55.6'],
		[4, '62.5'],
		[10, '62.5']
	])('%i of ten zeros called not applicable give %s and no further', (count, shown) => {
		const questions = Array.from({ length: 20 }, (_, i) => question(`q-${i}`, 'g', { weight: 2 }));
		const answers = Object.fromEntries(
			questions.map(({ id }, i) => [
				id,
				i < 10
					? { grade: 3 as const }
					: i < 10 + count
						? { notApplicable: { reason: 'r', approver: 'a' } }
						: { grade: 0 as const }
			])
		);
		const result = scoreAssessment(questionnaire(questions), assessment(answers));
		expect(toDecimal(result.groups[0]!.score!, 1)).toBe(shown);
	});

	test('counts as open until both a reason and an approver are given', () => {
		const one = question('q', 'g');
		const result = scoreAssessment(
			questionnaire([one]),
			assessment({ q: { notApplicable: { reason: 'r', approver: ' ' } } })
		);
		expect(result.answers[0]!.state).toEqual({ kind: 'open' });
	});

	test('is never taken where the question does not allow it', () => {
		const critical = question('q', 'g', { critical: true, weight: 3 });
		const result = scoreAssessment(
			questionnaire([critical]),
			assessment({ q: { notApplicable: { reason: 'r', approver: 'a' } } })
		);
		expect(result.answers[0]!.state).toEqual({ kind: 'open' });
	});
});

describe('levels', () => {
	const groups = ['a', 'b', 'c', 'd', 'e'];
	/** Five groups of two questions of weight 3, all at grade 3; `over` changes the second question of group a. */
	const all = (over = {}) => {
		const questions = groups.flatMap((id) => [
			question(`${id}-1`, id, { weight: 3 }),
			question(`${id}-2`, id, { weight: 3, ...(id === 'a' && over) })
		]);
		const answers = Object.fromEntries(questions.map(({ id }) => [id, { grade: 3 as const }]));
		return { questionnaire: questionnaire(questions), answers };
	};

	test('a must at 1 withholds the highest level even when the number is in its band', () => {
		const { questionnaire: q, answers } = all({ duty: 'must' });
		const result = scoreAssessment(q, assessment({ ...answers, 'a-2': { grade: 1 } }));
		// 100·(4·1 + (9+3)/18)/5 = 93.3…
		expect(floor(result.overall!.score)).toBe(93);
		expect(result.overall!.level).toBe(2);
		expect(result.caps).toEqual([{ question: 'a-2', level: 2, rule: 'critical_or_must_at_1' }]);
	});

	test('a critical question at 0 in a group that is too light to count still caps the overall level', () => {
		const { questionnaire: q, answers } = all();
		const light = question('x-1', 'x', { weight: 3, critical: true });
		const result = scoreAssessment(
			questionnaire([...q.questions, light]),
			assessment({ ...answers, 'x-1': { grade: 0 } })
		);
		expect(result.groups.find(({ id }) => id === 'x')!.counted).toBe(false);
		expect(floor(result.overall!.score)).toBe(100);
		expect(result.overall!.level).toBe(2);
	});

	test('without enough groups there is no overall score, and that is not 0', () => {
		const result = scoreAssessment(
			questionnaire([question('q', 'g', { weight: 3 })]),
			assessment({ q: { grade: 3 } })
		);
		expect(result.overall).toBeNull();
		expect(result.reason).toBe('too_few_groups');
	});

	test('a duty that becomes a legal duty on a date caps from that date', () => {
		const { questionnaire: q, answers } = all({ dutyFrom: { date: '2027-01-01', duty: 'must' } });
		const given = { ...answers, 'a-2': { grade: 1 as const } };
		const before = scoreAssessment(q, assessment(given, { details: { asAt: '2026-12-31' } }));
		const after = scoreAssessment(q, assessment(given, { details: { asAt: '2027-01-01' } }));
		expect([before.overall!.level, after.overall!.level]).toEqual([3, 2]);
	});
});

describe('checklists', () => {
	const list = question('q', 'g', {
		kind: 'checklist',
		elements: [
			{ id: 'one', required: true },
			{ id: 'two', required: true },
			{ id: 'extra', required: false }
		],
		grades: [0, 1, 3]
	});
	const gradeWith = (answer: object) =>
		scoreAssessment(questionnaire([list]), assessment({ q: answer })).answers[0]!.state;

	test('stay open until done, then take their grade from the table', () => {
		expect(gradeWith({ elements: ['one', 'two'] })).toEqual({ kind: 'open' });
		expect(gradeWith({ elements: ['one', 'two'], done: true })).toEqual({ kind: 'grade', grade: 3 });
		expect(gradeWith({ elements: [], done: true })).toEqual({ kind: 'grade', grade: 0 });
	});

	test('never earn anything for an element that is not required or not known', () => {
		expect(gradeWith({ elements: ['extra', 'unheard-of'], done: true })).toEqual({ kind: 'grade', grade: 0 });
	});
});
