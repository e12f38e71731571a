import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import { renderInApp } from '../../../../tests/helpers/render-in-app.ts';
import { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { MemoryStore } from '$lib/storage/memory-store.ts';
import SaveStatus from './SaveStatus.svelte';

/** Confirms a write only when it is told to. */
class SlowStore extends MemoryStore {
	override readonly durable = true as never;
	confirm = () => {};
	override async write(...args: Parameters<MemoryStore['write']>) {
		await new Promise<void>((resolve) => (this.confirm = resolve));
		return super.write(...args);
	}
}

beforeEach(() => {
	// No frame comes: a choice stays on its way until the timer behind the frame takes it over.
	vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

test('a write that is confirmed while the next choice is on its way does not hide what is said after that choice', async () => {
	const store = new SlowStore();
	await store.replace(assessment({}));
	const session = new AssessmentSession(questionnaire([question('first', 'g'), question('second', 'g')]), {
		store
	});
	await session.open('a');
	renderInApp(SaveStatus, {}, { session });
	session.choose('first', 2);
	await screen.findByText('Saving…');
	session.recordSoon({ key: 'second', value: '3', checked: true });
	store.confirm();
	await vi.waitFor(async () => expect((await store.read('a'))?.answers['first']?.grade).toBe(2));
	expect(screen.queryByText('Saved on this device')).toBeNull();
	await vi.waitFor(async () => {
		store.confirm();
		expect((await store.read('a'))?.answers['second']?.grade).toBe(3);
	});
	await screen.findByText('Saved on this device');
});
