import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import { viewOf } from './testing.ts';
import Themes from './Themes.svelte';

test('each theme says how many of its questions show a gap, and names them', async () => {
	const bank = questionnaire([
		question('erase', 'a', { duty: 'must', weight: 3 }),
		question('train', 'a', { weight: 3 }),
		question('plan', 'a', { weight: 3 })
	]);
	const { session, view } = await viewOf(
		bank,
		assessment({ erase: { grade: 1 }, train: { grade: 0 }, plan: { grade: 3 } })
	);
	Object.assign(view.frame, { themes: { governance: { title: 'Governance', text: '' } } });
	renderInApp(Themes, { view }, { session });
	const theme = screen.getByRole('region', { name: 'Governance' });
	expect(theme.textContent).toContain('2 of 3 questions show a gap, 1 of them on a legal duty.');
	const links = within(theme)
		.getAllByRole('link')
		.map((link) => link.textContent);
	expect(links.slice(0, 2).sort()).toEqual(['erase', 'train']);
	await expectAccessible(document.body);
});
