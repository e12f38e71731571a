import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessment } from '../../../tests/fixtures/worked-example.ts';
import { rememberCurrent } from '$lib/state/current-assessment.ts';
import { writeJournal } from '$lib/state/journal.ts';
import { fakeStorage } from '$lib/state/testing.ts';
import { openStore } from '$lib/state/open-store.ts';
import { StoredAssessments } from './stored-assessments.svelte.ts';

const older = assessment({}, { id: 'older', updated: '2026-01-01T00:00:00Z' });
const newer = assessment(
	{ a: { grade: 2 }, b: { unknown: true }, c: { note: 'later' }, d: { elements: ['x'], done: false } },
	{ id: 'newer', updated: '2026-02-01T00:00:00Z' }
);

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('sessionStorage', fakeStorage());
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('StoredAssessments', () => {
	test('lists what was changed last first and counts what was really answered', async () => {
		await openStore().replace(older);
		await openStore().replace(newer);
		const stored = new StoredAssessments();
		await stored.load();
		expect(stored.items?.map((item) => [item.assessment.id, item.answered])).toEqual([
			['newer', 2],
			['older', 0]
		]);
	});

	test('puts back what was deleted, with everything in it', async () => {
		const stored = new StoredAssessments();
		await stored.load();
		await stored.remove(newer);
		expect(stored.items?.map((item) => item.assessment.id)).toEqual(['older']);
		await stored.undo();
		expect(await openStore().read('newer')).toEqual(newer);
		expect(stored.deleted).toBeNull();
	});

	const early = (hash: string, path = '/en/assessment/example/full/g/') =>
		localStorage.setItem('plumbline.early', JSON.stringify({ path, hash, choices: [] }));
	async function removeNewer() {
		await openStore().replace(newer);
		const stored = new StoredAssessments();
		await stored.load();
		await stored.remove(newer);
		return stored;
	}

	test('leaves nothing behind of one that is deleted, what was chosen before the app had started included', async () => {
		for (const hash of ['#a=newer', '']) {
			early(hash);
			rememberCurrent('example', 'newer');
			await removeNewer();
			expect(Object.keys(localStorage)).toEqual([]);
			expect(Object.keys(sessionStorage)).toEqual([]);
		}
	});

	test('keeps what was chosen for another one than the deleted', async () => {
		for (const [hash, path] of [
			['#a=older', undefined],
			['', '/en/assessment/another/full/g/']
		] as const) {
			early(hash, path);
			rememberCurrent('example', 'newer');
			await removeNewer();
			expect(Object.keys(localStorage)).toEqual(['plumbline.early']);
		}
	});

	test('puts back also what a page wrote down in its last moment', async () => {
		const fields = { note: 'last words', updated: '2026-03-01T00:00:00Z' };
		writeJournal('newer', 'tab', {
			at: fields.updated,
			changes: [{ kind: 'answer', key: 'a', fields }]
		});
		const stored = await removeNewer();
		await stored.undo();
		expect((await openStore().read('newer'))?.answers['a']).toMatchObject({ grade: 2, note: 'last words' });
	});
});
