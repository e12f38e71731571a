import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { scoreAssessment, type Hint } from '$lib/core/index.ts';
import { fromNotation, WORKED_EXAMPLE } from '../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import Hints from './Hints.svelte';
import { viewOf } from './testing.ts';

const example = fromNotation(WORKED_EXAMPLE);
const hint = (grade: 0 | 3): Hint => ({
	id: 'pair',
	answers: [
		{ question: 'accountability-1', is: '>=', grade: 3 },
		{ question: 'human-oversight-1', is: '<=', grade }
	],
	rule: [[]],
	text: 'These two do not fit.'
});

async function show(hints: readonly Hint[]) {
	const { session, view } = await viewOf(example.questionnaire, example.assessment, { hints });
	renderInApp(Hints, { view }, { session });
	return view;
}

describe('the section on answers that do not fit together', () => {
	test('says what does not fit, and links both questions with their answers', async () => {
		const view = await show([hint(0)]);
		expect(screen.getByText('1 pair or group to look at')).toBeTruthy();
		const pair = screen.getByText('These two do not fit.').closest('li') as HTMLElement;
		const links = within(pair).getAllByRole('link');
		expect(links.map((link) => link.textContent)).toEqual(['accountability-1', 'human-oversight-1']);
		for (const link of links) expect(link.getAttribute('href')).toContain(`&q=${link.textContent}`);
		expect(within(pair).getByText('Fully')).toBeTruthy();
		expect(within(pair).getByText('Not in place')).toBeTruthy();
		expect(view.score).toEqual(scoreAssessment(example.questionnaire, example.assessment));
		await expectAccessible(document.body);
	});

	test('says so when there is nothing to point out', async () => {
		const { answers, ...rest } = hint(0);
		await show([
			{ ...rest, answers: answers.map((one) => ({ ...one, question: 'fairness-1', is: '>=', grade: 3 })) }
		]);
		expect(screen.getByText(/^No pair of answers was found/)).toBeTruthy();
		expect(screen.queryAllByRole('link')).toEqual([]);
	});
});
