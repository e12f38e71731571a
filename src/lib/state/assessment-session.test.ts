import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessment, question, questionnaire } from '../../../tests/fixtures/worked-example.ts';
import { parseRule } from '../core/index.ts';
import { StorageError } from '../storage/assessment-store.ts';
import { MemoryStore } from '../storage/memory-store.ts';
import { AssessmentSession } from './assessment-session.svelte.ts';
import { keepEarlyChoices } from './early.ts';
import { readJournal, writeJournal } from './journal.ts';
import { readSetting } from './local-settings.ts';
import { fakeChannels, fakeStorage } from './testing.ts';

const pd = parseRule('pd') ?? [];
const instrument = questionnaire(
	[
		question('always', 'g', { selections: ['quick', 'full'] }),
		question('with-data', 'g', { selections: ['quick', 'full'], when: 'pd', rule: pd }),
		question('only-full', 'g'),
		question('list', 'g', {
			kind: 'checklist',
			elements: [
				{ id: 'a', required: true },
				{ id: 'b', required: true }
			],
			grades: [0, 1, 3]
		})
	],
	{
		facts: [
			{
				id: 'pd',
				multiple: false,
				choices: ['yes', 'should-not'].map((id) => ({ id, exclusive: false })),
				reasonRequiredFor: ['should-not']
			}
		],
		conditions: [{ id: 'pd', fact: 'pd', choices: ['yes'], whenUnsure: true }]
	}
);
const stored = (answers = {}, over = {}) => assessment(answers, over);

let ids = 0;
function session(store: MemoryStore, over: Partial<ConstructorParameters<typeof AssessmentSession>[1]> = {}) {
	return new AssessmentSession(instrument, {
		store,
		now: () => new Date('2026-11-24T00:00:00Z'),
		newId: () => `id-${++ids}`,
		...over
	});
}
const choice = (key: string, value: string, checked = true) => ({ key, value, checked });

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('sessionStorage', fakeStorage());
	vi.stubGlobal('location', { pathname: '/en/assessment/example/full/g/', hash: '' });
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('what is chosen before it is known which assessment is open', () => {
	test('is shown at once and stored in the assessment that opens', async () => {
		const store = new MemoryStore();
		await store.replace(stored({ always: { note: 'kept', grade: 0 } }));
		const open = session(store, { early: [choice('always', '2')] });
		expect(open.answer('always')?.grade).toBe(2);
		const opening = open.open('a');
		open.record(choice('only-full', 'unknown'));
		expect(open.answer('only-full')?.unknown).toBe(true);
		await opening;
		await open.flush();
		expect((await store.read('a'))?.answers).toMatchObject({
			always: { grade: 2, note: 'kept' },
			'only-full': { unknown: true }
		});
	});

	test('starts an assessment where there is none, and is forgotten only once it is stored', async () => {
		const store = new MemoryStore();
		vi.spyOn(store, 'write').mockRejectedValueOnce(new StorageError('full'));
		const open = session(store, { selection: 'quick' });
		open.record(choice('always', '3'));
		await open.open(null);
		await vi.waitFor(() => expect(open.saveStatus).toBe('failed'));
		expect(open.problem?.code).toBe('full');
		expect(readSetting<{ choices: unknown[] }>('early')?.choices).toHaveLength(1);
		await open.flush();
		expect(open.saveStatus).toBe('saved');
		expect(readSetting('early')).toBeNull();
		const [head] = await store.list();
		expect(head?.selection).toBe('quick');
		expect((await store.read(head?.id ?? ''))?.answers['always']?.grade).toBe(3);
	});

	test('is not given to another assessment when the one named is not here', async () => {
		const store = new MemoryStore();
		const open = session(store, { early: [choice('always', '2')] });
		await open.open('elsewhere');
		expect(open.notFound).toBe(true);
		open.record(choice('always', '1'));
		await open.flush();
		expect(await store.list()).toEqual([]);
	});
});

describe('opening', () => {
	test('shows the remembered view of the last visit before storage has answered', async () => {
		const store = new MemoryStore();
		await store.replace(stored());
		const first = session(store);
		await first.open('a');
		first.record(choice('list', 'a'));
		first.record(choice('list', 'done'));
		first.setScope('pd', ['should-not']);
		first.close();
		const next = session(store);
		expect(next.assessment).toBeNull();
		expect(next.answer('list')).toMatchObject({ elements: ['a'], done: true });
		expect(next.inScope.has('with-data')).toBe(false);
	});

	test('does not show the view of another assessment', async () => {
		const store = new MemoryStore();
		await store.replace(stored({ always: { grade: 3 } }));
		const first = session(store);
		await first.open('a');
		first.close();
		vi.stubGlobal('location', { pathname: '/', hash: '#a=b' });
		expect(session(store).answer('always')).toBeUndefined();
	});

	test('brings back what an earlier page wrote down in its last moment', async () => {
		const store = new MemoryStore();
		await store.replace(stored({ always: { grade: 1, updated: '2026-11-23T00:00:00Z' } }));
		const part = {
			kind: 'answer',
			key: 'always',
			fields: { note: 'typed last', updated: '2026-11-23T09:00:00Z' }
		} as const;
		writeJournal('a', 'other-tab', { at: '2026-11-23T09:00:00Z', changes: [part] });
		const open = session(store);
		await open.open('a');
		await open.flush();
		expect((await store.read('a'))?.answers['always']).toMatchObject({ grade: 1, note: 'typed last' });
	});

	test('keeps what an earlier page wrote down until the store has it', async () => {
		const store = new MemoryStore();
		await store.replace(stored());
		const fields = { note: 'typed last', updated: '2026-11-23T09:00:00Z' };
		writeJournal('a', 'other-tab', {
			at: '2026-11-23T09:00:00Z',
			changes: [{ kind: 'answer', key: 'always', fields }]
		});
		const written = () => Object.keys(localStorage).filter((key) => key.includes('.journal.'));
		vi.spyOn(store, 'write').mockRejectedValueOnce(new StorageError('full'));
		const open = session(store);
		await open.open('a');
		await vi.waitFor(() => expect(open.saveStatus).toBe('failed'));
		expect(open.answer('always')?.note).toBe('typed last');
		expect(written()).toHaveLength(1);
		await open.flush();
		expect((await store.read('a'))?.answers['always']?.note).toBe('typed last');
		expect(written()).toEqual([]);
	});

	test('begins with what was written down of an assessment that could never be stored', async () => {
		const store = new MemoryStore();
		const write = vi.spyOn(store, 'write').mockRejectedValue(new StorageError('full'));
		const first = session(store, { selection: 'quick' });
		await first.open(null);
		first.choose('always', 2);
		first.setDetails({ title: 'Never stored' });
		await vi.waitFor(() => expect(first.saveStatus).toBe('failed'));
		first.leave();
		// Neither another try that fails nor one more reload loses it.
		const second = session(store);
		await second.open(null);
		second.patchAnswer('only-full', { note: 'more' });
		await second.flush();
		expect(second.saveStatus).toBe('failed');
		second.leave();
		write.mockRestore();
		const third = session(store);
		await third.open(first.address);
		await third.flush();
		expect([third.saveStatus, third.notFound]).toEqual(['saved', false]);
		expect(await store.read(first.address ?? '')).toMatchObject({
			selection: 'quick',
			details: { title: 'Never stored' },
			answers: { always: { grade: 2 }, 'only-full': { note: 'more' } }
		});
	});

	test('two tabs that begin with the same never stored assessment keep each other’s answers', async () => {
		const store = new MemoryStore();
		const write = vi.spyOn(store, 'write').mockRejectedValue(new StorageError('full'));
		const first = session(store);
		await first.open(null);
		first.choose('always', 2);
		await first.flush();
		first.leave();
		const [one, two] = [session(store), session(store)];
		await one.open(first.address);
		await two.open(first.address);
		write.mockRestore();
		one.choose('only-full', 3);
		await one.flush();
		two.patchAnswer('always', { note: 'two' });
		await two.flush();
		expect((await store.read(first.address ?? ''))?.answers).toMatchObject({
			always: { grade: 2, note: 'two' },
			'only-full': { grade: 3 }
		});
	});

	test('the address of another questionnaire’s assessment loses nothing of it', async () => {
		const store = new MemoryStore();
		await store.replace(stored({}, { questionnaire: { id: 'another', version: '1.0.0' } }));
		const fields = { note: 'theirs', updated: '2027-01-01T00:00:00Z' };
		const journal = {
			at: '2027-01-01T00:00:00Z',
			changes: [{ kind: 'answer', key: 'q', fields } as const]
		};
		writeJournal('a', 'tab', journal);
		const open = session(store);
		await open.open('a');
		expect(open.notFound).toBe(true);
		expect(readJournal(stored()).changes).toEqual(journal.changes);
	});

	test('one that cannot be read stays the current one: what is answered meanwhile is kept beside it, and the warning stays', async () => {
		const store = new MemoryStore();
		await store.replace(stored({ always: { grade: 3 } }));
		const first = session(store);
		await first.open('a');
		const reading = vi.spyOn(store, 'read').mockRejectedValue(new StorageError('failed'));
		const second = session(store);
		await second.open(null);
		second.record(choice('always', '1'));
		await second.flush();
		expect([second.isUnread, second.problem?.code]).toEqual([true, 'failed']);
		expect(second.assessment?.id).not.toBe('a');
		reading.mockRestore();
		const third = session(store);
		await third.open(null);
		expect(third.answer('always')?.grade).toBe(3);
		expect(await store.list()).toHaveLength(2);
	});

	test('says what kept the store from being read, and changes nothing', async () => {
		const store = new MemoryStore();
		vi.spyOn(store, 'read').mockRejectedValue(new StorageError('blocked'));
		const open = session(store);
		await open.open('a');
		expect([open.loaded, open.notFound, open.problem?.code]).toEqual([true, false, 'blocked']);
	});

	test('of two requests the later one counts', async () => {
		const store = new MemoryStore();
		await store.replace(stored());
		await store.replace(stored({}, { id: 'b' }));
		const open = session(store);
		await Promise.all([open.open('a'), open.open('b')]);
		expect(open.assessment?.id).toBe('b');
	});

	test('the sample can be looked at and not changed', async () => {
		const store = new MemoryStore();
		const open = session(store);
		open.show(stored({ always: { grade: 1 } }));
		open.record(choice('always', '3'));
		open.setDetails({ title: 'mine' });
		expect(open.answer('always')?.grade).toBe(1);
		expect(await store.list()).toEqual([]);
	});
});

describe('changing', () => {
	async function opened(answers = {}, over = {}) {
		const store = new MemoryStore();
		await store.replace(stored(answers, over));
		const open = session(store);
		await open.open('a');
		return { store, open };
	}

	test('a scoping change says which questions of the selection came and went', async () => {
		const { open } = await opened({}, { selection: 'quick' });
		open.setScope('pd', ['should-not']);
		expect(open.scopeChange).toEqual({ fact: 'pd', came: [], went: ['with-data'] });
		open.setScope('pd', 'unsure');
		expect(open.scopeChange).toEqual({ fact: 'pd', came: ['with-data'], went: [] });
	});

	test('answers of questions that went are kept', async () => {
		const { open, store } = await opened({ 'with-data': { grade: 2 } });
		open.setScope('pd', ['should-not']);
		await open.flush();
		expect((await store.read('a'))?.answers['with-data']?.grade).toBe(2);
	});

	test('an answer counts at once in the progress of every selection that has its question', async () => {
		const { open } = await opened();
		open.choose('always', 3);
		open.choose('only-full', 3);
		expect([open.progress('quick').answered, open.progress('full').answered]).toEqual([1, 2]);
	});

	test('nothing done before the next frame undoes a click that still waits for it', async () => {
		const frames: (() => void)[] = [];
		vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
		const { open, store } = await opened();
		const question = (id: string, value: string) => open.recordSoon(choice(id, value));
		question('always', '3');
		open.patchAnswer('always', { note: 'typed at once' }, { later: true });
		question('only-full', '2');
		open.setFlag('only-full', true);
		question('list', 'a');
		open.record(choice('list', 'b'));
		await open.flush();
		expect((await store.read('a'))?.answers).toMatchObject({
			always: { grade: 3, note: 'typed at once' },
			'only-full': { grade: 2, flagged: true },
			list: { elements: ['a', 'b'] }
		});
	});

	test('a click that still waits for the next frame stays in the assessment it was made in', async () => {
		vi.stubGlobal('requestAnimationFrame', () => 0);
		const { open, store } = await opened();
		open.recordSoon(choice('always', '3'));
		await open.import(stored({}, { id: 'b' }));
		open.recordSoon(choice('always', '1'));
		open.show(stored({}, { id: 'sample' }));
		await vi.waitFor(async () => expect((await store.read('b'))?.answers['always']?.grade).toBe(1));
		expect((await store.read('a'))?.answers['always']?.grade).toBe(3);
	});

	test('a choice on its way to the next frame is not called saved, and is not lost when the page goes away', async () => {
		const { open, store } = await opened();
		vi.stubGlobal('requestAnimationFrame', () => 0);
		open.recordSoon(choice('always', '2'));
		expect(open.saveStatus).toBe('saving');
		open.leave();
		await open.flush();
		expect(open.saveStatus).toBe('saved');
		expect((await store.read('a'))?.answers['always']?.grade).toBe(2);
	});

	test('a flag leaves an inherited answer inherited; a note makes it the person’s own', async () => {
		const inherited = { assessment: 'org', updated: '2026-01-01T00:00:00Z' };
		const { open } = await opened({ always: { grade: 2, inherited } });
		open.setFlag('always', true);
		expect(open.answer('always')).toMatchObject({ flagged: true, inherited });
		open.patchAnswer('always', { note: 'ours' });
		expect(open.answer('always')?.inherited).toBeUndefined();
	});

	test('clearing keeps note and evidence', async () => {
		const { open } = await opened({
			list: { elements: ['a'], done: true, note: 'n', evidence: [{ what: 'e' }] }
		});
		open.clear('list');
		expect(open.answer('list')).toMatchObject({ note: 'n', evidence: [{ what: 'e' }] });
		expect(open.answer('list')).not.toHaveProperty('done');
	});
});

describe('two tabs with one assessment', () => {
	test('hear of each other’s answers and never overwrite them', async () => {
		const store = new MemoryStore();
		await store.replace(stored());
		const [left, right] = fakeChannels();
		const one = session(store, { channel: left });
		const two = session(store, { channel: right });
		await Promise.all([one.open('a'), two.open('a')]);
		one.choose('always', 3);
		two.patchAnswer('only-full', { note: 'half typed' }, { later: true });
		one.setDetails({ organisation: 'Acme' });
		two.setDetails({ title: 'Review' });
		await Promise.all([one.flush(), two.flush()]);
		expect(two.answer('always')?.grade).toBe(3);
		expect(one.answer('only-full')?.note).toBe('half typed');
		const now = await store.read('a');
		expect(now?.answers).toMatchObject({ always: { grade: 3 }, 'only-full': { note: 'half typed' } });
		expect(now?.details).toMatchObject({ organisation: 'Acme', title: 'Review' });
		expect([one.details.title, two.details.organisation]).toEqual(['Review', 'Acme']);
	});

	test('an answer given right before leaving is stored for good: nothing of it comes back over a later one', async () => {
		const store = new MemoryStore();
		await store.replace(stored());
		const [left, right] = fakeChannels();
		const heard = vi.fn();
		right.addEventListener('message', heard);
		const write = store.write.bind(store);
		let arrive = () => {};
		const slow = new Promise<void>((resolve) => (arrive = resolve));
		vi.spyOn(store, 'write').mockImplementation((...args) => slow.then(() => write(...args)));
		const open = session(store, { channel: left, early: [choice('always', '2')] });
		keepEarlyChoices([choice('always', '2')]);
		await open.open('a');
		open.close();
		arrive();
		await vi.waitFor(() => expect(open.saveStatus).toBe('saved'));
		expect((await store.read('a'))?.answers['always']?.grade).toBe(2);
		expect(readSetting('early')).toBeNull();
		expect(heard).toHaveBeenCalled();
		await vi.waitFor(() => expect(() => left.postMessage({})).toThrow());
	});

	test('an assessment that a file replaced is read again, but what is being typed stays', async () => {
		const store = new MemoryStore();
		await store.replace(stored({ always: { grade: 1 } }));
		const [left, right] = fakeChannels();
		const open = session(store, { channel: right });
		await open.open('a');
		open.patchAnswer('only-full', { note: 'half typed' }, { later: true });
		await store.replace(stored({ always: { grade: 3 } }));
		left.postMessage({ id: 'a', changes: [], replaced: true });
		await vi.waitFor(() => expect(open.answer('always')?.grade).toBe(3));
		expect(open.answer('only-full')?.note).toBe('half typed');
	});

	test('what is being typed here is not replaced by what another tab says', async () => {
		const store = new MemoryStore();
		await store.replace(stored());
		const [left, right] = fakeChannels();
		const one = session(store, { channel: left });
		const two = session(store, { channel: right });
		await Promise.all([one.open('a'), two.open('a')]);
		two.patchAnswer('always', { note: 'mine' }, { later: true });
		one.patchAnswer('always', { note: 'theirs' });
		await one.flush();
		expect(two.answer('always')?.note).toBe('mine');
	});
});
