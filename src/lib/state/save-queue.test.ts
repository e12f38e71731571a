import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessment } from '../../../tests/fixtures/worked-example.ts';
import { StorageError } from '../storage/assessment-store.ts';
import { changeOf, withChanges, type Change } from '../storage/changes.ts';
import { MemoryStore } from '../storage/memory-store.ts';
import { readJournal, readUnstored } from './journal.ts';
import { SaveQueue, TEXT_DELAY_MS } from './save-queue.svelte.ts';
import { fakeStorage } from './testing.ts';

const note = (text: string, key = 'q'): Change => ({
	kind: 'answer',
	key,
	fields: { note: text, updated: '2026-11-23T10:00:00Z' }
});

async function queueOn(store: MemoryStore) {
	await store.replace(assessment({}));
	const onsaved = vi.fn();
	const queue = new SaveQueue({
		store,
		assessment: 'a',
		tab: 't',
		now: () => new Date('2026-11-23T10:00:00Z'),
		onsaved
	});
	return { queue, onsaved };
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('localStorage', fakeStorage());
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('SaveQueue', () => {
	test('says "saved" only after the store has confirmed', async () => {
		const store = new MemoryStore();
		const { queue } = await queueOn(store);
		queue.add(note('now'));
		expect(queue.status).toBe('saving');
		await queue.flush();
		expect(queue.status).toBe('saved');
		expect((await store.read('a'))?.answers['q']?.note).toBe('now');
	});

	test('writes typed text once, less than half a second after the last key', async () => {
		const store = new MemoryStore();
		const { queue } = await queueOn(store);
		const write = vi.spyOn(store, 'write');
		for (const text of ['h', 'ha', 'hal']) {
			queue.add(note(text), { later: true });
			await vi.advanceTimersByTimeAsync(TEXT_DELAY_MS - 1);
		}
		expect(write).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(write).toHaveBeenCalledTimes(1);
		expect(TEXT_DELAY_MS).toBeLessThanOrEqual(500);
		expect((await store.read('a'))?.answers['q']?.note).toBe('hal');
	});

	test('keeps a piece that was changed while it was being written', async () => {
		const store = new MemoryStore();
		const { queue } = await queueOn(store);
		queue.add(note('first'));
		queue.add(note('second'));
		await queue.flush();
		expect((await store.read('a'))?.answers['q']?.note).toBe('second');
		expect(queue.status).toBe('saved');
	});

	test('names what went wrong, keeps everything and writes it with the next try', async () => {
		const store = new MemoryStore();
		const { queue } = await queueOn(store);
		const write = vi.spyOn(store, 'write').mockRejectedValueOnce(new StorageError('full'));
		queue.add(note('one', 'one'));
		await queue.flush();
		expect([queue.status, queue.problem?.code]).toEqual(['failed', 'full']);
		queue.add(note('two', 'two'));
		await queue.flush();
		expect([queue.status, queue.problem]).toEqual(['saved', null]);
		expect(write).toHaveBeenCalledTimes(2);
		expect(Object.keys((await store.read('a'))?.answers ?? {})).toEqual(['one', 'two']);
	});

	test('stores the whole assessment first where the store has none', async () => {
		const store = new MemoryStore();
		const create = () => assessment({ q: { grade: 1 } });
		const queue = new SaveQueue({
			store,
			assessment: 'a',
			tab: 't',
			now: () => new Date(),
			onsaved: () => undefined,
			create
		});
		await queue.flush();
		expect((await store.read('a'))?.answers).toEqual({ q: { grade: 1 } });
	});

	test('stores an assessment again that was deleted in another tab', async () => {
		const store = new MemoryStore();
		const { queue } = await queueOn(store);
		await store.remove('a');
		queue.add(note('late'));
		await queue.flush();
		expect(queue.problem?.code).toBe('not_found');
		await queue.recreate(() => assessment({ q: { note: 'late' } }));
		expect(queue.status).toBe('saved');
		expect((await store.read('a'))?.answers['q']?.note).toBe('late');
	});

	test('writes down at once what is not confirmed when the page goes away', async () => {
		const store = new MemoryStore();
		const { queue } = await queueOn(store);
		vi.spyOn(store, 'write').mockReturnValue(new Promise(() => undefined));
		queue.add(note('last words'), { later: true });
		queue.leave();
		expect(readJournal(assessment({})).changes).toEqual([note('last words')]);
	});
});

describe('readJournal', () => {
	async function leaveWith(change: Change, at: string) {
		const store = new MemoryStore();
		await store.replace(assessment({}));
		vi.spyOn(store, 'write').mockReturnValue(new Promise(() => undefined));
		const queue = new SaveQueue({
			store,
			assessment: 'a',
			tab: at,
			now: () => new Date(at),
			onsaved: () => undefined
		});
		queue.add(change);
		queue.leave();
	}

	test('never undoes what was saved since', async () => {
		await leaveWith(note('old'), '2026-11-23T10:00:00Z');
		const stored = assessment(
			{ q: { note: 'new', updated: '2026-11-23T11:00:00Z' } },
			{ updated: '2026-11-23T11:00:00Z' }
		);
		expect(readJournal(stored).changes).toEqual([]);
	});

	test('brings back what several tabs wrote down, each once', async () => {
		await leaveWith(note('one', 'one'), '2026-11-23T10:00:01Z');
		await leaveWith(note('two', 'two'), '2026-11-23T10:00:02Z');
		const { changes, forget } = readJournal(assessment({}));
		expect(changes.map(({ key }) => key)).toEqual(['one', 'two']);
		expect(readJournal(assessment({})).changes).toEqual(changes);
		forget();
		expect(readJournal(assessment({})).changes).toEqual([]);
	});

	test('brings back an older change of a field that nobody changed since, and no other', async () => {
		const saw = assessment({ q: { grade: 1, note: 'before', updated: '2026-11-23T09:00:00Z' } });
		const updated = '2026-11-23T10:00:00Z';
		const after = { ...saw.answers['q'], unknown: true as const, note: 'typed', updated };
		await leaveWith(changeOf(saw, { kind: 'answer', key: 'q', value: after }), updated);
		const since = { grade: 3 as const, note: 'before', updated: '2026-11-23T11:00:00Z' };
		const { changes } = readJournal(assessment({ q: since }, { updated: since.updated }));
		expect(withChanges(assessment({ q: since }), changes).answers['q']).toEqual({ ...since, note: 'typed' });
	});

	test('passes over an entry that cannot be read', async () => {
		localStorage.setItem('plumbline.journal.a.broken', '{');
		await leaveWith(note('one', 'one'), '2026-11-23T10:00:01Z');
		expect(readJournal(assessment({})).changes).toHaveLength(1);
		expect(readUnstored('a')).toBeNull();
	});
});
