import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Assessment } from '$lib/core/index.ts';
import { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { MemoryStore } from '$lib/storage/memory-store.ts';
import { assessment, question, questionnaire } from '../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import DossierThemes from './DossierThemes.svelte';

test('a fact that is typed is stored with the assessment, and documents are listed with their dates', async () => {
	const bank = questionnaire([question('one', 'a', { weight: 3 })]);
	const store = new MemoryStore();
	const evidence = [{ what: 'Register of AI', keeper: 'Ms Lee', expires: '2027-06-30' }];
	const stored = assessment({ one: { grade: 1, evidence } });
	await store.replace(stored);
	const session = new AssessmentSession(bank, { store });
	await session.open(stored.id);
	renderInApp(
		DossierThemes,
		{
			session,
			assessment: session.assessment as Assessment,
			questionnaire: bank,
			themes: { governance: { title: 'Governance', text: '' } },
			facts: {},
			shorts: { one: 'AI inventory' }
		},
		{ session }
	);
	const theme = screen.getByRole('region', { name: /Governance/ });
	expect(theme.textContent).toContain('Register of AI');
	expect(theme.textContent).toContain('valid until 30 June 2027');
	expect(screen.getByRole('link', { name: 'AI inventory' }).getAttribute('href')).toContain('q=one');
	await fireEvent.input(screen.getByLabelText('Arrangements'), { target: { value: 'Committee since 2024' } });
	await session.flush();
	expect((await store.read(stored.id))?.dossier).toEqual({
		governance: { arrangements: 'Committee since 2024' }
	});
	await expectAccessible(document.body);
});
