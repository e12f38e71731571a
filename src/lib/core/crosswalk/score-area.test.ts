import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAssessment } from '../../../../tests/helpers/random-assessment.ts';
import { runCount, seed } from '../../../../tests/helpers/random-runs.ts';
import { fromNotation, WORKED_EXAMPLE } from '../../../../tests/fixtures/worked-example.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { compare, scoreArea, scoreAssessment, scoreLenses, toText, type Fraction } from '../index.ts';

const { structure } = loadQuestionnaire('ai-privacy');
const text = (score: Fraction | null) => score && toText(score);

describe('an area of another framework', () => {
	const example = fromNotation(WORKED_EXAMPLE);
	const score = scoreAssessment(example.questionnaire, example.assessment);
	const area = (nearest: string[]) => scoreArea({ nearest, practiceArea: null }, score);

	test('has the plain mean of its nearest principles, as an exact fraction', () => {
		// accountability 18/24 = 75, human oversight 21/30 = 70: (75 + 70) ÷ 2 = 72.5
		expect(text(area(['accountability', 'human-oversight']).score)).toBe('145/2');
		// 100·18/24, 100·11/21, 100·19/30: (75 + 1100/21 + 190/3) ÷ 3 = 4005/63
		expect(text(area(['accountability', 'transparency', 'reliability-security']).score)).toBe('445/7');
	});

	test('has the range of its principles while questions are open', () => {
		const { score: low, high } = area(['reliability-security']);
		// one open question of weight 2: 19/30 and (19 + 6)/30
		expect([text(low), text(high)]).toEqual(['190/3', '250/3']);
	});

	test('has no score, not zero, when nothing is near it or one of its principles has none', () => {
		expect(area([])).toEqual({ score: null, high: null });
		expect(area(['accountability', 'no-such-principle'])).toEqual({ score: null, high: null });
	});

	test('that questions name themselves has the points of those questions', () => {
		fc.assert(
			fc.property(arbitraryAssessment(structure), (assessment) => {
				const own = scoreAssessment(structure, assessment);
				for (const lens of scoreLenses(structure, own).practiceAreas)
					expect(scoreArea({ nearest: [], practiceArea: lens.id }, own).score).toEqual(lens.score);
			}),
			{ numRuns: runCount(50), seed }
		);
	});

	test('lies between the lowest and the highest of its principles, and never above its upper end', () => {
		const ids = structure.groups.map(({ id }) => id);
		fc.assert(
			fc.property(
				arbitraryAssessment(structure),
				fc.subarray(ids, { minLength: 1 }),
				(assessment, nearest) => {
					const own = scoreAssessment(structure, assessment);
					const { score: low, high } = scoreArea({ nearest, practiceArea: null }, own);
					const scores = nearest.map((id) => own.groups.find((group) => group.id === id)?.score ?? null);
					if (scores.some((one) => one === null)) {
						expect(low).toBeNull();
						return;
					}
					const sorted = (scores as Fraction[]).sort(compare);
					expect(compare(low!, sorted[0]!)).toBeGreaterThanOrEqual(0);
					expect(compare(low!, sorted.at(-1)!)).toBeLessThanOrEqual(0);
					expect(compare(low!, high!)).toBeLessThanOrEqual(0);
				}
			),
			{ numRuns: runCount(100), seed }
		);
	});
});
