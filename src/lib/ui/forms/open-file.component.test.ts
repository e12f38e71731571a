import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessment, fromNotation, WORKED_EXAMPLE } from '../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../tests/helpers/render-in-app.ts';
import { openStore } from '$lib/state/open-store.ts';
import OpenFile from './OpenFile.svelte';

const example = fromNotation(WORKED_EXAMPLE);

function open(onopened = vi.fn()) {
	const rendered = renderInApp(OpenFile, { questionnaire: async () => example.questionnaire, onopened });
	const choose = async (content: unknown) => {
		const file = new File([JSON.stringify(content)], 'copy.json', { type: 'application/json' });
		await fireEvent.change(screen.getByLabelText('Choose a file…'), { target: { files: [file] } });
	};
	return { ...rendered, onopened, choose };
}

describe('OpenFile', () => {
	// jsdom has no database, so the store is the one in memory.
	beforeEach(async () => openStore().replace(example.assessment));
	afterEach(async () => openStore().remove(example.assessment.id));

	test('lists what is wrong with a file and opens nothing', async () => {
		const { choose, onopened, container } = open();
		await choose({ ...example.assessment, id: 'other', answers: { 'no-such': { grade: 1 } } });
		await screen.findByText('The questionnaire has no question “no-such”.');
		expect(screen.getByText('answers.no-such')).toBeTruthy();
		expect(onopened).not.toHaveBeenCalled();
		expect(await openStore().read('other')).toBeNull();
		await expectAccessible(container);
	});

	test('asks before it replaces a stored assessment, and can keep both', async () => {
		const { choose, onopened } = open();
		await choose(assessment({ 'fairness-1': { grade: 3 } }));
		await fireEvent.click(await screen.findByRole('button', { name: 'Keep both' }));
		await screen.findByText(/is now stored in this browser/);
		const [opened] = onopened.mock.calls[0] as [{ id: string }];
		expect(opened.id).not.toBe(example.assessment.id);
		expect(await openStore().read(example.assessment.id)).toEqual(example.assessment);
		await openStore().remove(opened.id);
	});

	test('changes nothing when the question is cancelled', async () => {
		const { choose, onopened } = open();
		await choose(assessment({}));
		await fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
		await screen.findByText('Nothing was changed.');
		expect(onopened).not.toHaveBeenCalled();
		expect(await openStore().read(example.assessment.id)).toEqual(example.assessment);
	});

	test('does not take a fault of the server for a questionnaire that is not installed, and can be tried again', async () => {
		let status = 500;
		const answer = async () => new Response(JSON.stringify(example.questionnaire), { status });
		vi.stubGlobal('fetch', vi.fn(answer));
		const onopened = vi.fn();
		renderInApp(OpenFile, { onopened });
		const file = new File([JSON.stringify({ ...example.assessment, id: 'later' })], 'copy.json');
		await fireEvent.change(screen.getByLabelText('Choose a file…'), { target: { files: [file] } });
		await screen.findByText(/this site has a fault at the moment/);
		expect(onopened).not.toHaveBeenCalled();
		status = 200;
		await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
		await screen.findByText(/is now stored in this browser/);
		await openStore().remove('later');
		vi.unstubAllGlobals();
	});

	test('says that a questionnaire is not installed when the server does not know it', async () => {
		vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
		renderInApp(OpenFile, { onopened: vi.fn() });
		const file = new File([JSON.stringify(example.assessment)], 'copy.json');
		await fireEvent.change(screen.getByLabelText('Choose a file…'), { target: { files: [file] } });
		await screen.findByText(/not installed here/);
		expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
		vi.unstubAllGlobals();
	});
});
