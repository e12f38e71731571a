import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Action, FrameTexts } from '$lib/core/index.ts';
import { createPlainTranslator } from '$lib/i18n/plain-translator.ts';
import english from '$lib/i18n/locales/en/plan.json';
import { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { MemoryStore } from '$lib/storage/memory-store.ts';
import { fromNotation, WORKED_EXAMPLE } from '../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import type { PageData } from './$types';
import Plan from './Plan.svelte';
import { PlanView } from './plan-view.svelte.ts';

const QUESTION = 'human-oversight-1';
const example = fromNotation(WORKED_EXAMPLE);
const frame = {
	grades: [],
	coverage: [],
	groups: {},
	gapClasses: { critical: 'Critical' }
} as unknown as FrameTexts;
const questions = {
	[QUESTION]: { short: 'A person decides', question: 'Does a person decide?', action: 'Name one.' }
};
const data = { questionnaire: example.questionnaire, frame, questions } as unknown as PageData;

async function show(actions: Readonly<Record<string, Action>>) {
	const store = new MemoryStore();
	await store.replace({ ...example.assessment, actions });
	const session = new AssessmentSession(example.questionnaire, { store });
	await session.open('a');
	const view = new PlanView(
		session,
		() => ({ assessment: session.assessment!, score: session.score! }),
		() => data,
		createPlainTranslator('en', { plan: english }),
		'2026-11-23'
	);
	return { ...renderInApp(Plan, { view }, { session }), session };
}
const action = (session: AssessmentSession) => session.assessment?.actions[QUESTION];

describe('an item of the plan', () => {
	test('begins with the recommended action and stores only what the person writes', async () => {
		const { session } = await show({ [QUESTION]: { status: 'open' } });
		const field = screen.getByRole('textbox', { name: 'What will be done' });
		expect(field).toHaveProperty('value', 'Name one.');
		expect(action(session)?.text).toBeUndefined();
		await fireEvent.input(field, { target: { value: 'Name two.' } });
		await fireEvent.input(screen.getByRole('textbox', { name: 'Owner' }), { target: { value: 'Ann' } });
		expect(action(session)).toMatchObject({ text: 'Name two.', owner: 'Ann', status: 'open' });
		await expectAccessible(document.body);
	});

	test('says in words that it is overdue', async () => {
		await show({ [QUESTION]: { due: '2026-11-22' } });
		expect(screen.getByText('Overdue')).toBeTruthy();
		expect(screen.getByText('1 is overdue')).toBeTruthy();
	});

	test('asks who accepts a risk, why and until when, once a field was left empty', async () => {
		await show({ [QUESTION]: { status: 'accepted' } });
		const field = screen.getByRole('textbox', { name: 'Accepted by (name, function)' });
		expect(screen.queryByText('Enter who accepts the risk')).toBeNull();
		await fireEvent.focusOut(field);
		expect(screen.getByText('Enter who accepts the risk').id).toBe(field.getAttribute('aria-describedby'));
		expect(field.getAttribute('aria-invalid')).toBe('true');
	});

	test('can be taken out and put back with everything typed into it', async () => {
		const given: Action = { owner: 'Ann', due: '2027-01-31', note: 'Budget agreed' };
		const { session } = await show({ [QUESTION]: given });
		await fireEvent.click(screen.getByRole('button', { name: /^Remove from plan/ }));
		expect(action(session)).toBeUndefined();
		const undo = screen.getByRole('button', { name: 'Undo' });
		await expect.poll(() => document.activeElement).toBe(undo);
		await fireEvent.click(undo);
		expect(action(session)).toMatchObject(given);
	});

	test('comes from the list of gaps with one click', async () => {
		const { session, said } = await show({});
		await fireEvent.click(screen.getByRole('button', { name: 'Add: A person decides' }));
		expect(action(session)).toMatchObject({ status: 'open' });
		expect(said).toEqual(['“A person decides” was added to the plan.']);
	});
});
