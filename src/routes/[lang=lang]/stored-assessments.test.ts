import { describe, expect, test } from 'vitest';
import { assessment } from '../../../tests/fixtures/worked-example.ts';
import { openStore } from '$lib/state/open-store.ts';
import { StoredAssessments } from './stored-assessments.svelte.ts';

const older = assessment({}, { id: 'older', updated: '2026-01-01T00:00:00Z' });
const newer = assessment(
	{ a: { grade: 2 }, b: { unknown: true }, c: { note: 'later' }, d: { elements: ['x'], done: false } },
	{ id: 'newer', updated: '2026-02-01T00:00:00Z' }
);

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
});
