import { describe, expect, test } from 'vitest';
import { assessment } from '../../../tests/fixtures/worked-example.ts';
import { headOf, mergeHead, partsOf, withParts } from './assessment-store.ts';
import { MemoryStore } from './memory-store.ts';

const full = assessment(
	{ q: { grade: 2, note: 'n' } },
	{ scope: { pd: ['yes'] }, actions: { q: { owner: 'o' } }, details: { title: 't' } }
);

describe('the pieces of an assessment', () => {
	test('make the whole again', () => {
		expect(withParts({ ...headOf(full), answers: {}, scope: {}, actions: {} }, partsOf(full))).toEqual(full);
	});

	test('replace and remove one thing each and leave the original alone', () => {
		const next = withParts(full, [
			{ kind: 'answer', key: 'q', value: null },
			{ kind: 'scope', key: 'pd', value: 'unsure' }
		]);
		expect([next.answers, next.scope]).toEqual([{}, { pd: 'unsure' }]);
		expect(full.answers['q']?.grade).toBe(2);
	});

	test('of the head leave fields that they do not name as another tab set them', () => {
		const merged = mergeHead(headOf(full), { details: { organisation: 'o' }, targets: { g: 3 } });
		expect(merged.details).toEqual({ title: 't', organisation: 'o' });
		expect(merged.targets).toEqual({ g: 3 });
	});
});

describe('MemoryStore', () => {
	test('writes pieces into what is stored, and none where nothing is', async () => {
		const store = new MemoryStore();
		await expect(store.write('a', [])).rejects.toMatchObject({ code: 'not_found' });
		await store.replace(full);
		await store.write('a', [{ kind: 'head', key: '', value: { selection: 'quick' } }]);
		expect((await store.read('a'))?.selection).toBe('quick');
		expect(await store.list()).toEqual([{ ...headOf(full), selection: 'quick' }]);
		await store.remove('a');
		expect(await store.read('a')).toBeNull();
	});

	test('says that it lasts no longer than the tab', () => {
		expect(new MemoryStore().durable).toBe(false);
	});
});
