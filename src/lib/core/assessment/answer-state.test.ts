import { describe, expect, test } from 'vitest';
import { question } from '../../../../tests/fixtures/worked-example.ts';
import type { Grade } from '../questionnaire/types.ts';
import { answerState } from './answer-state.ts';

describe('a grade from the coverage scale that the question’s own scale does not have', () => {
	const yesNo = question('backup', 'g', { kind: 'yes-no', unit: 'system' });
	const stateOf = (grade: Grade, unit: 'organisation' | 'system') => answerState(yesNo, { grade }, unit);

	test('counts while a whole organisation is assessed', () => {
		expect(stateOf(2, 'organisation')).toEqual({ kind: 'grade', grade: 2 });
	});

	test('never helps once a system is assessed', () => {
		expect([0, 1, 2, 3].map((grade) => stateOf(grade as Grade, 'system').kind)).toEqual([
			'grade',
			'open',
			'open',
			'grade'
		]);
	});
});
