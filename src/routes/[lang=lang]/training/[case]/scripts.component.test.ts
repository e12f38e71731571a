import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { casePage } from '$lib/server/case-pages.ts';
import { LANGUAGES } from '$lib/core/languages.ts';
import { expectAccessible, renderInApp } from '../../../../../tests/helpers/render-in-app.ts';
import Scripts from './Scripts.svelte';

test.each(LANGUAGES)(
	'in %s both scripts run from the first minute to the last, one shown at a time',
	async (language) => {
		const told = casePage('cv-screening', language);
		if (!told) throw new Error('No such case.');
		for (const { minutes, steps } of told.scripts) {
			expect(steps[0]?.from).toBe(0);
			expect(steps.at(-1)?.to).toBe(minutes);
			expect(steps.slice(1).every(({ from }, index) => from === steps[index]?.to)).toBe(true);
		}
		renderInApp(Scripts, { scripts: told.scripts }, { language });
		const [short, long] = screen.getAllByRole<HTMLInputElement>('radio');
		expect([short?.checked, long?.checked]).toEqual([true, false]);
		if (long) await fireEvent.click(long);
		expect([short?.checked, long?.checked]).toEqual([false, true]);
		await expectAccessible(document.body);
	}
);

test('there is no page for a case that does not exist', () => {
	expect(casePage('no-such-case', 'en')).toBeNull();
});
