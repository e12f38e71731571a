/**
 * The worked example of the scoring rules, as it is shown: a test holds it against the scorer.
 *
 * @see docs/scoring.md, section 11
 */
export interface ExampleRow {
	readonly group: string;
	/** `weight·grade`; `*` critical, `U` don't know, `–` open, `N/A` not applicable. */
	readonly questions: string;
	readonly points: number;
	readonly max: number;
	readonly score: number;
	readonly level: 0 | 1 | 2 | 3;
	/** Whether a cap holds the level below the band. */
	readonly capped: boolean;
}

export const EXAMPLE: readonly ExampleRow[] = [
	{
		group: 'accountability',
		questions: '3*·3 2·2 2·2 1·1',
		points: 18,
		max: 24,
		score: 75,
		level: 2,
		capped: false
	},
	{
		group: 'human-oversight',
		questions: '3*·0 3*·3 2·3 2·3',
		points: 21,
		max: 30,
		score: 70,
		level: 1,
		capped: true
	},
	{
		group: 'transparency',
		questions: '3*·2 2·2 2·N/A 1·1',
		points: 11,
		max: 21,
		score: 52,
		level: 2,
		capped: false
	},
	{
		group: 'data-privacy',
		questions: '3*·3 3*·3 2·2 2·3',
		points: 28,
		max: 30,
		score: 93,
		level: 3,
		capped: false
	},
	{ group: 'fairness', questions: '3*·1 2·U 2·1', points: 5, max: 21, score: 23, level: 1, capped: false },
	{
		group: 'beneficial-ai',
		questions: '2·3 2·2 1·N/A',
		points: 10,
		max: 12,
		score: 83,
		level: 2,
		capped: false
	},
	{
		group: 'reliability-security',
		questions: '3*·2 3*·3 2·– 2·2',
		points: 19,
		max: 30,
		score: 63,
		level: 2,
		capped: false
	}
];
