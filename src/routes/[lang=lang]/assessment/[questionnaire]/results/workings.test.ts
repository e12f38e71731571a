import { describe, expect, test } from 'vitest';
import { findGaps, fraction, scoreAssessment } from '$lib/core/index.ts';
import {
	assessment,
	fromNotation,
	question,
	questionnaire,
	WORKED_EXAMPLE
} from '../../../../../../tests/fixtures/worked-example.ts';
import {
	bindingLimits,
	cutDecimal,
	gainWorking,
	levelWorking,
	overallWorking,
	pointsWorkings
} from './workings.ts';

const example = fromNotation(WORKED_EXAMPLE);
const score = scoreAssessment(example.questionnaire, example.assessment);
const group = (id: string) => score.groups.find((g) => g.id === id)!;
const formulas = (id: string) =>
	Object.fromEntries(pointsWorkings(group(id)).map(({ symbol, formula }) => [symbol, formula]));

describe('how a number came about, for the worked example of docs/scoring.md', () => {
	test('human oversight: 21 of 30 points are 70', () => {
		expect(formulas('human-oversight')).toEqual({
			W: '10',
			D: '10 − min(0, ⌊10 ÷ 5⌋) = 10',
			N: '21',
			P: '100 × 21 ÷ (3 × 10) = 70 → 70'
		});
	});

	test('transparency says how much weight left as not applicable', () => {
		expect(formulas('transparency')).toEqual({
			W: '8',
			A: '2',
			D: '8 − min(2, ⌊8 ÷ 5⌋) = 7',
			N: '11',
			P: '100 × 11 ÷ (3 × 7) = 1100/21 = 52.38… → 52'
		});
	});

	test('the score is the mean of seven principles, 65.88… and shown as 65', () => {
		const { formula } = overallWorking(score)!;
		expect(formula).toContain('(75 + 70 + 52.38… + 93.33… + 23.80… + 83.33… + 63.33…) ÷ 7');
		expect(formula).toMatch(/= 65\.88… → 65$/);
	});

	test('the largest step is 30/7, about 4.29', () => {
		const gap = findGaps(example.assessment, score).find((g) => g.question === 'human-oversight-1')!;
		const asked = example.questionnaire.questions.find(({ id }) => id === gap.question)!;
		expect(gainWorking(score, asked, 0, 3, gap.gain)!.formula).toBe(
			'100 × 3 × (3 − 0) ÷ (30 × 7) = 30/7 ≈ 4.29'
		);
	});

	test('the level is held by nothing but the number', () => {
		const working = levelWorking(score)!;
		expect(working).toMatchObject({
			band: 2,
			weakest: 1,
			weakestGroups: ['human-oversight', 'fairness'],
			byWeakest: 2,
			level: 2
		});
		expect(bindingLimits(working)).toEqual({ groups: [], caps: [] });
	});
});

describe('decimals', () => {
	test('are cut off and never rounded up to the next level', () => {
		expect(cutDecimal(fraction(84999, 1000))).toBe('84.99…');
		expect(cutDecimal(fraction(85))).toBe('85');
		expect(cutDecimal(fraction(125, 2))).toBe('62.5');
	});
});

describe('what holds a level down', () => {
	const groups = ['a', 'b', 'c', 'd', 'e'];
	const questions = groups.flatMap((id) => [
		question(`${id}-1`, id, { weight: 3 }),
		question(`${id}-2`, id, { weight: 3, duty: 'must' })
	]);
	const full = Object.fromEntries(questions.map(({ id }) => [id, { grade: 3 as const }]));

	test('is a legal duty at a low grade when the number would allow more', () => {
		const result = scoreAssessment(questionnaire(questions), assessment({ ...full, 'a-2': { grade: 1 } }));
		expect(bindingLimits(levelWorking(result)!).caps.map((cap) => cap.question)).toEqual(['a-2']);
	});

	test('is the weakest principle when it lies two levels below', () => {
		const result = scoreAssessment(
			questionnaire(questions.map((q) => ({ ...q, duty: 'should' as const }))),
			assessment({ ...full, 'a-1': { grade: 0 }, 'a-2': { grade: 1 } })
		);
		// Group a: 3 of 18 points = 16, level 1; the others 100. Mean 83.3: band 2, and 1 + 1 = 2 does not bind.
		expect(bindingLimits(levelWorking(result)!)).toEqual({ groups: [], caps: [] });
		const weaker = scoreAssessment(
			questionnaire(questions.map((q) => ({ ...q, duty: 'should' as const }))),
			assessment({ ...full, 'a-1': { grade: 0 }, 'a-2': { grade: 0 } })
		);
		// Group a: 0, level 0. Mean 80: band 2, held at 1 + 0 = 1.
		expect(bindingLimits(levelWorking(weaker)!)).toEqual({ groups: ['a'], caps: [] });
	});
});
