import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { expectAccessible, renderInApp } from '../../../../tests/helpers/render-in-app.ts';
import type { RoomOption } from '$lib/core/room/index.ts';
import ResultFigures from './ResultFigures.svelte';

const options: RoomOption[] = [
	...([0, 1, 2, 3] as const).map((choice) => ({ choice, label: `Grade ${choice}`, text: `Means ${choice}` })),
	{ choice: 'unknown', label: 'Don’t know', text: '' }
];
const roles = [{ id: 'legal' }, { id: 'own', name: 'Front desk' }];

function show(more: object = {}) {
	const result = { counts: [5, 0, 0, 6, 1], roles: [] };
	return renderInApp(ResultFigures, { result, options, roles, ...more } as never);
}
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
const cells = (name: string) =>
	within(row(name))
		.getAllByRole('cell')
		.map((cell) => cell.textContent?.trim());

describe('figures of a result', () => {
	test('are numbers as well as bars: every answer has its count and its share', async () => {
		const { container } = show();
		expect(cells('Grade 0')).toEqual(['5', '42%']);
		expect(cells('Grade 1')).toEqual(['0', '0%']);
		expect(cells('Don’t know')).toEqual(['1', '8%']);
		// No bar where there is nobody; the track stays.
		expect(row('Grade 1').querySelectorAll('rect')).toHaveLength(1);
		expect(row('Grade 3').querySelectorAll('rect')).toHaveLength(2);
		await expectAccessible(container);
	});

	test('say median, don’t know and agreement, and that the room is far apart', () => {
		// 5 × 0 and 6 × 3: lower median 3; mean distance from it 15/11, so agreement is 1 − (15/11)/1.5 = 1/11.
		show();
		const said = [...document.querySelectorAll('dl > div')].map((pair) =>
			[...pair.children].map((part) => part.textContent).join(': ')
		);
		expect(said).toEqual(['Answered: 12', 'Median: Grade 3', 'Don’t know: 8%', 'Agreement: 9 of 100']);
		expect(row('Grade 3').textContent).toContain('median');
		expect(screen.getByText(/Far apart/)).toBeTruthy();
	});

	test('have neither median nor agreement where fewer than five gave a grade', () => {
		show({ result: { counts: [0, 2, 2, 0, 3], roles: [] } });
		expect(screen.getByText('Fewer than five grades')).toBeTruthy();
		expect(screen.queryByText(/of 100/)).toBeNull();
		expect(screen.queryByText(/Far apart/)).toBeNull();
	});

	test('mark the reader’s own answer, or the agreed grade, in words', () => {
		show({ marked: 0, markText: 'your answer' });
		expect(row('Grade 0').textContent).toContain('your answer');
		expect(row('Grade 3').textContent).not.toContain('your answer');
	});

	test('come by role where the room has such results, in the host’s own words for a role', async () => {
		const result = {
			counts: [5, 0, 0, 5, 0],
			roles: [
				{ role: 0, counts: [5, 0, 0, 0, 0] },
				{ role: 1, counts: [0, 0, 0, 5, 0] }
			]
		};
		const { container } = show({ result });
		const table = screen.getByRole('table', { name: 'By role' });
		const rows = within(table)
			.getAllByRole('row')
			.map((line) => [...line.children].map((cell) => cell.textContent?.trim()));
		expect(rows.slice(1)).toEqual([
			['Legal and compliance', '5', '0', '0', '0', '0', 'Grade 0'],
			['Front desk', '0', '0', '0', '5', '0', 'Grade 3']
		]);
		expect(screen.getByText(/Roles differ/)).toBeTruthy();
		await expectAccessible(container);
	});

	test('leave roles out where the hall is not to see them', () => {
		const result = { counts: [5, 0, 0, 5, 0], roles: [{ role: 0, counts: [5, 0, 0, 0, 0] }] };
		show({ result, byRole: false });
		expect(screen.queryByRole('table', { name: 'By role' })).toBeNull();
		expect(screen.queryByText(/Roles differ/)).toBeNull();
	});

	test('show text of a questionnaire as text, never as markup', () => {
		const [first, ...others] = options;
		show({ options: [{ ...first, label: '<img src=x>' }, ...others] });
		expect(document.querySelector('img')).toBeNull();
		expect(screen.getByText('<img src=x>')).toBeTruthy();
	});
});
