import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { assessment, fromNotation, WORKED_EXAMPLE } from '../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../tests/helpers/render-in-app.ts';
import { portfolioEntry } from '$lib/core/portfolio/entry.ts';
import { createPlainTranslator } from '$lib/i18n/plain-translator.ts';
import DeletedList from './DeletedList.svelte';
import HeatMapTable from './HeatMapTable.svelte';
import { PortfolioView } from './portfolio-view.svelte.ts';

const example = fromNotation(WORKED_EXAMPLE);
const LEVELS = ['Starting', 'Developing', 'Largely in place', 'Embedded'];
const view = () =>
	new PortfolioView(createPlainTranslator('en', {}), () => ({
		instruments: [],
		frames: { example: { groups: { fairness: 'Fairness' }, levels: LEVELS, tiers: {} } }
	}));
const named = (title: string) => ({ ...example.assessment, id: title, details: { title } });

describe('the table of principles by system', () => {
	test('says score, range and level in words: the shade adds nothing to them', async () => {
		const entry = portfolioEntry(example.questionnaire, named('Chatbot'));
		renderInApp(HeatMapTable, { view: view(), entries: [entry] });
		const row = screen.getByRole('row', { name: /^Chatbot/ });
		const cells = within(row).getAllByRole('cell');
		expect(cells).toHaveLength(1 + example.questionnaire.groups.length);
		for (const [index, group] of (entry.score?.groups ?? []).entries())
			if (group.level !== null) expect(cells[index + 1]?.textContent).toContain(LEVELS[group.level]);
		// One question of reliability is open, so its score is a range.
		expect(cells.at(-1)?.textContent).toMatch(/\d+–\d+/);
		await expectAccessible(document.body);
	});
});

describe('the list of what was deleted', () => {
	test('asks before something is removed for good, and keeping it gives the focus back', async () => {
		const onerase = vi.fn();
		const deleted = [{ id: 'x', deleted: '2026-05-01T00:00:00Z', assessment: assessment({}, named('Old')) }];
		renderInApp(DeletedList, { view: view(), deleted, onrestore: vi.fn(), onerase });
		const list = screen.getByRole('list');
		const buttons = () => within(list).getAllByRole('button');
		await fireEvent.click(buttons()[1]!);
		expect(onerase).not.toHaveBeenCalled();
		const keep = buttons()[1]!;
		await expect.poll(() => document.activeElement).toBe(keep);
		await fireEvent.click(keep);
		await expect.poll(() => document.activeElement).toBe(buttons()[1]);
		await fireEvent.click(buttons()[1]!);
		await fireEvent.click(buttons()[0]!);
		expect(onerase).toHaveBeenCalledWith(deleted[0]);
	});
});
