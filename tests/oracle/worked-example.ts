import type { ShownQuestion, ShownQuestionnaire, StoredAnswer, StoredAssessment } from './shapes.ts';

/** Section 11 of docs/scoring.md, as printed there. */
export const PRINCIPLES = {
	accountability: '3*·3 2·2 2·2 1·1',
	oversight: '3*·0 3*·3 2·3 2·3',
	transparency: '3*·2 2·2 2·N/A 1·1',
	privacy: '3*·3 3*·3 2·2 2·3',
	fairness: '3*·1 2·U 2·1',
	beneficial: '2·3 2·2 1·N/A',
	reliability: '3*·2 3*·3 2·– 2·2'
};

function answerOf(sign: string): StoredAnswer {
	if (sign === '–') return {};
	if (sign === 'U') return { unknown: true };
	if (sign === 'N/A') return { notApplicable: { reason: 'Does not arise', approver: 'B. Wong' } };
	return { grade: Number(sign) };
}

/**
 * Builds a questionnaire and its answers from rows like `3*·0 2·U 1·–`: weight, `*` for critical, then the answer.
 * Questions are called after their principle and place: `fairness-2`.
 */
export function fromRows(
	rows: Readonly<Record<string, string>>,
	minGroups: number
): { shown: ShownQuestionnaire; assessment: StoredAssessment } {
	const parsed = Object.entries(rows).flatMap(([principle, row]) =>
		row.split(' ').map((cell, index) => {
			const [left = '', answer = ''] = cell.split('·');
			return {
				principle,
				id: `${principle}-${index + 1}`,
				weight: parseInt(left, 10),
				critical: left.endsWith('*'),
				answer
			};
		})
	);
	const questions = parsed.map(({ id, principle, weight, critical }): ShownQuestion => ({
		id,
		principle,
		unit: 'both',
		duty: 'should',
		weight,
		critical,
		effort: 1,
		selections: ['full'],
		kind: 'graded',
		allowsNotApplicable: !critical,
		when: 'all'
	}));
	return {
		shown: {
			scoringVersion: '1',
			minGroups,
			minGroupWeight: 5,
			groups: Object.keys(rows).map((id) => ({ id })),
			conditions: [],
			tiers: [{ row: 1, when: 'all', tier: 'lower' }],
			targets: {},
			questions
		},
		assessment: {
			updated: '2026-11-23T00:00:00Z',
			questionnaire: { id: 'worked-example', version: '1.0.0' },
			selection: 'full',
			details: {},
			scope: {},
			answers: Object.fromEntries(parsed.map(({ id, answer }) => [id, answerOf(answer)]))
		}
	};
}
