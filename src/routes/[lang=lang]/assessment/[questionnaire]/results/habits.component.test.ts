import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { OWN_HABITS } from '../../../../../../tests/fixtures/own-questionnaires.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import { createAssessment, type Answer } from '$lib/core/index.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import Habits from './Habits.svelte';
import { viewOf } from './testing.ts';

const { structure } = OWN_HABITS;

async function show(answers: Record<string, Answer>) {
	const assessment = {
		...createAssessment(structure, { id: 'own', now: '2026-11-23T00:00:00.000Z', selection: 'full' }),
		answers
	};
	const { view } = await viewOf(structure, assessment, textsOf(OWN_HABITS, 'en'));
	return renderInApp(Habits, { view });
}
const item = (title: string) => screen.getByRole('heading', { name: title }).closest('li') as HTMLElement;

describe('the result of a person', () => {
	test('is a list of habits with how each stands and what to do next, and no score', async () => {
		const { container } = await show({
			'before-1': { grade: 0 },
			'before-2': { grade: 3 },
			'before-3': { unknown: true },
			'during-1': { grade: 3 }
		});
		expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
			'Tip 1',
			'Tip 3',
			'Tip 4',
			'Tip 2'
		]);
		expect(item('Tip 1').textContent).toMatch(/Never.*Do thing 1 from now on\./s);
		expect(item('Tip 3').textContent).toMatch(/First find out.*Do thing 3 from now on\./s);
		expect(item('Tip 2').textContent).toMatch(/Always.*Keep it up\./s);
		expect(container.textContent).toContain('One of 4 is already a habit.');
		expect(container.textContent).not.toMatch(/of 100|level/i);
		await expectAccessible(container);
	});

	test('leads from a habit that is not answered to its question', async () => {
		await show({ 'before-1': { grade: 2 }, 'during-1': { grade: 3 } });
		const link = within(item('Tip 4')).getByRole('link', { name: 'Answer the question: Tip 4' });
		expect(link.getAttribute('href')).toBe('/en/assessment/own-habits/full/during/#a=own&q=during-2');
	});

	test('says so when everything is a habit', async () => {
		const { container } = await show(
			Object.fromEntries(structure.questions.map(({ id }): [string, Answer] => [id, { grade: 3 }]))
		);
		expect(container.textContent).toContain('All 4 are habits already.');
	});
});
