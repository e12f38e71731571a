import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { floor, scoreAssessment, scoreWhatIf } from '$lib/core/index.ts';
import { fromNotation, WORKED_EXAMPLE } from '../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import { viewOf } from './testing.ts';
import WhatIf from './WhatIf.svelte';

const example = fromNotation(WORKED_EXAMPLE);

async function show() {
	const { session, view } = await viewOf(example.questionnaire, example.assessment);
	return { ...renderInApp(WhatIf, { view }, { session }), session };
}
const outcome = () => document.querySelector('.outcome')?.textContent?.replace(/\s+/g, ' ').trim();

describe('the what-if', () => {
	test('begins with the score and level as answered', async () => {
		await show();
		expect(outcome()).toContain('Score 65 → 65');
		expect(screen.getByRole('button', { name: 'Reset' })).toHaveProperty('disabled', true);
		await expectAccessible(document.body);
	});

	test('shows at once what another answer would give, says it, and stores nothing', async () => {
		const { session, said } = await show();
		const expected = scoreWhatIf(example.questionnaire, example.assessment, { 'human-oversight-1': 3 });
		await fireEvent.change(screen.getByRole('combobox', { name: /human-oversight-1/ }), {
			target: { value: '3' }
		});
		// 65.88 + 4.29 = 70.17
		expect(floor(expected.overall!.score)).toBe(70);
		expect(outcome()).toContain('Score 65 → 70');
		expect(outcome()).toContain('human-oversight: from “Developing” to “Embedded”');
		expect(said).toEqual(['With 1 answer changed: score 70, level Largely in place.']);
		expect(session.answer('human-oversight-1')).toEqual({ grade: 0 });
	});

	test('goes back to the answers when it is reset', async () => {
		await show();
		await fireEvent.click(screen.getByRole('button', { name: 'Close all critical and legal gaps' }));
		expect(outcome()).not.toContain('65 → 65');
		await fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
		expect(outcome()).toContain('Score 65 → 65');
	});

	test('leaves the score of the assessment itself alone', () => {
		const before = scoreAssessment(example.questionnaire, example.assessment);
		scoreWhatIf(example.questionnaire, example.assessment, { 'fairness-1': 3 });
		expect(scoreAssessment(example.questionnaire, example.assessment)).toEqual(before);
	});
});
