import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessment, fromNotation, WORKED_EXAMPLE } from '../../../tests/fixtures/worked-example.ts';
import { scoreAssessment } from '../core/index.ts';
import { StorageError } from '../storage/assessment-store.ts';
import { KEPT_DAYS, MemoryDeletedStore } from '../storage/deleted-store.ts';
import { MemoryStore } from '../storage/memory-store.ts';
import { Portfolio } from './portfolio.svelte.ts';
import { fakeStorage } from './testing.ts';

const example = fromNotation(WORKED_EXAMPLE);
const first = { ...example.assessment, id: 'first', details: { title: 'One' } };
const second = assessment({}, { id: 'second' });

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('sessionStorage', fakeStorage());
});
afterEach(() => {
	vi.unstubAllGlobals();
});

async function portfolio(structureOf = async () => example.questionnaire) {
	const store = new MemoryStore();
	const bin = new MemoryDeletedStore();
	await store.replace(first);
	await store.replace(second);
	let now = new Date('2026-05-01T00:00:00Z');
	const ids = ['new-1', 'new-2'];
	const opened = new Portfolio({
		...{ store, bin, structureOf },
		now: () => now,
		newId: () => ids.shift() ?? ''
	});
	await opened.load();
	const listed = () => opened.entries?.map((entry) => entry.assessment.id);
	return { store, bin, opened, listed, later: (days: number) => (now = new Date(+now + days * 86_400_000)) };
}

describe('the portfolio', () => {
	test('scores every assessment as its own pages do', async () => {
		const { opened } = await portfolio();
		expect(opened.entries?.[0]?.score?.overall?.score).toEqual(
			scoreAssessment(example.questionnaire, first).overall?.score
		);
	});

	test('lists without a score what it cannot fetch the rules for, and says so', async () => {
		const { opened, listed } = await portfolio(() => Promise.reject(new TypeError('offline')));
		expect(listed()).toEqual(['first', 'second']);
		expect([opened.unscored, opened.entries?.[0]?.score]).toEqual([true, null]);
	});

	test('says why nothing is listed, and keeps what was listed before', async () => {
		const { store, opened, listed } = await portfolio();
		store.list = () => Promise.reject(new StorageError('blocked'));
		await opened.load();
		expect([opened.failed, listed()]).toEqual(['blocked', ['first', 'second']]);
	});

	test('puts away and takes out again without touching anything else', async () => {
		const { store, opened } = await portfolio();
		await opened.archive('first', true);
		expect(await store.read('first')).toEqual({ ...first, archived: true });
		await opened.undo?.();
		expect(await store.read('first')).toEqual({ ...first, archived: false });
	});

	test('duplicates everything but the id, and takes the copy back', async () => {
		const { store, opened, listed } = await portfolio();
		await opened.duplicate('first', 'One, again');
		expect(await store.read('new-1')).toMatchObject({
			answers: first.answers,
			created: '2026-05-01T00:00:00.000Z',
			details: { title: 'One, again' }
		});
		await opened.undo?.();
		expect(listed()).toEqual(['first', 'second']);
	});

	test('brings back what was deleted, also when the page has been left in between', async () => {
		const { store, bin, opened, listed } = await portfolio();
		await opened.remove('first');
		expect(listed()).toEqual(['second']);
		const nextVisit = new Portfolio({ store, bin, structureOf: async () => null });
		await nextVisit.load();
		await nextVisit.restore(nextVisit.deleted[0]!);
		expect(await store.read('first')).toEqual(first);
		expect(nextVisit.deleted).toEqual([]);
	});

	test('keeps both when what was deleted has been stored again from elsewhere', async () => {
		const { store, opened, listed } = await portfolio();
		await opened.remove('first');
		await store.replace({ ...first, selection: 'quick' });
		await opened.undo?.();
		expect((await store.read('first'))?.selection).toBe('quick');
		expect(listed()).toHaveLength(3);
	});

	test(`forgets what was deleted ${KEPT_DAYS} days ago, and not a day before`, async () => {
		const { opened, later } = await portfolio();
		await opened.remove('first');
		const { deleted } = opened.deleted[0]!;
		later((Date.parse(deleted) - Date.parse('2026-05-01T00:00:00Z')) / 86_400_000 + KEPT_DAYS);
		await opened.load();
		expect(opened.deleted).toHaveLength(1);
		later(0.01);
		await opened.load();
		expect(opened.deleted).toEqual([]);
	});

	test('deletes also where nothing can be kept, since that is how room is made', async () => {
		const { bin, opened, listed } = await portfolio();
		bin.put = () => Promise.reject(new StorageError('full'));
		await opened.remove('first');
		expect(listed()).toEqual(['second']);
		await opened.undo?.();
		expect(listed()).toEqual(['second', 'first']);
	});
});
