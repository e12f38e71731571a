import { describe, expect, test } from 'vitest';
import { floor, scoreAssessment } from '../../../lib/core/index.ts';
import { band } from '../../../lib/core/scoring/levels.ts';
import { fromNotation } from '../../../../tests/fixtures/worked-example.ts';
import { EXAMPLE } from './worked-example.ts';

describe('the worked example on the method page', () => {
	test('shows what the scorer works out', () => {
		const { questionnaire, assessment } = fromNotation(
			Object.fromEntries(EXAMPLE.map(({ group, questions }) => [group, questions]))
		);
		const score = scoreAssessment(questionnaire, assessment);
		expect(score.groups.map((group) => ({ ...EXAMPLE.find((row) => row.group === group.id) }))).toEqual(
			score.groups.map((group) => ({
				...EXAMPLE.find((row) => row.group === group.id),
				points: group.points,
				max: group.max,
				score: group.score && floor(group.score),
				level: group.level,
				capped: group.score !== null && group.level !== band(group.score)
			}))
		);
		expect(
			score.overall && [floor(score.overall.score), floor(score.overall.high), score.overall.level]
		).toEqual([65, 68, 2]);
	});
});
