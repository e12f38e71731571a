import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromNotation, WORKED_EXAMPLE } from '../../../tests/fixtures/worked-example.ts';
import { MemoryStore } from '../storage/memory-store.ts';
import { exportAssessment } from './export-assessment.ts';
import { copyOf, keepAssessment, readAssessmentFile } from './import-assessment.ts';
import { readJournal, writeJournal } from './journal.ts';
import { fakeStorage } from './testing.ts';

const { questionnaire, assessment } = fromNotation(WORKED_EXAMPLE);

function context(store = new MemoryStore()) {
	const known = async (id: string) => (id === questionnaire.id ? questionnaire : null);
	return { store, questionnaire: known, newId: () => 'fresh' };
}

async function codesOf(text: string): Promise<string[]> {
	const reading = await readAssessmentFile(new Blob([text]), context());
	return reading.kind === 'bad' ? reading.issues.map(({ code }) => code) : [];
}

describe('readAssessmentFile', () => {
	test('reads back what exportAssessment wrote, without a loss', async () => {
		const reading = await readAssessmentFile(new Blob([exportAssessment(assessment).text]), context());
		expect(reading).toEqual({ kind: 'new', assessment, warnings: [] });
	});

	test('does not even begin to read a file that is too large, and names the limit', async () => {
		const arrayBuffer = vi.fn();
		const reading = await readAssessmentFile({ size: 20_000_001, arrayBuffer }, context());
		expect(reading).toMatchObject({
			kind: 'bad',
			issues: [{ code: 'file_too_big', params: { megabytes: 20 } }]
		});
		expect(arrayBuffer).not.toHaveBeenCalled();
	});

	test('lists everything that is wrong and stores nothing', async () => {
		const store = new MemoryStore();
		const broken = {
			...assessment,
			answers: { 'no-such': { grade: 1 }, 'fairness-1': { grade: 1, unknown: true } }
		};
		const reading = await readAssessmentFile(new Blob([JSON.stringify(broken)]), context(store));
		expect(reading).toMatchObject({
			kind: 'bad',
			issues: [{ code: 'unknown_question' }, { code: 'several_answers' }]
		});
		expect(await store.list()).toEqual([]);
	});

	test('says of a foreign file what it is, not what is missing in it', async () => {
		expect(await codesOf('{"name":"holiday"}')).toEqual(['not_an_assessment']);
		expect(await codesOf('not json')).toEqual(['invalid_json']);
		const other = { ...assessment, questionnaire: { id: 'other', version: '1.0.0' } };
		expect(await codesOf(JSON.stringify(other))).toEqual(['unknown_questionnaire']);
	});

	test('opens a file of another version with a warning', async () => {
		const older = { ...assessment, questionnaire: { id: 'example', version: '0.9.0' } };
		const reading = await readAssessmentFile(new Blob([JSON.stringify(older)]), context());
		expect(reading).toMatchObject({ kind: 'new', warnings: [{ code: 'other_version' }] });
	});

	test('says how the file and the stored copy differ and leaves the stored copy alone', async () => {
		const store = new MemoryStore();
		await store.replace(assessment);
		const { 'fairness-1': _, ...others } = assessment.answers;
		const answers = {
			...others,
			'accountability-1': { grade: 0 as const },
			'reliability-security-3': { grade: 3 as const }
		};
		const file = { ...assessment, updated: '2026-11-24T00:00:00Z', answers };
		const reading = await readAssessmentFile(new Blob([JSON.stringify(file)]), context(store));
		expect(reading).toMatchObject({
			kind: 'conflict',
			difference: {
				changed: 1,
				onlyInFile: 1,
				onlyStored: 1,
				others: false,
				fileUpdated: '2026-11-24T00:00:00Z'
			}
		});
		expect(await store.read('a')).toEqual(assessment);
	});

	test('takes a copy that differs only in times and order of keys for the same', async () => {
		const store = new MemoryStore();
		await store.replace(assessment);
		const answers = Object.fromEntries(Object.entries(assessment.answers).reverse());
		const reading = await readAssessmentFile(
			new Blob([JSON.stringify({ ...assessment, updated: '2026-11-25T00:00:00Z', answers })]),
			context(store)
		);
		expect(reading.kind).toBe('same');
	});

	test('never stores a file under the address of the sample', async () => {
		const reading = await readAssessmentFile(
			new Blob([JSON.stringify(copyOf(assessment, 'sample'))]),
			context()
		);
		expect(reading).toMatchObject({ kind: 'new', assessment: { id: 'fresh' } });
	});
});

describe('keepAssessment', () => {
	afterEach(() => vi.unstubAllGlobals());

	test('stores the file, tells other tabs, and lets nothing left over from before come back into it', async () => {
		vi.stubGlobal('localStorage', fakeStorage());
		const note = {
			kind: 'answer',
			key: 'fairness-1',
			fields: { note: 'old', updated: '2027-01-01T00:00:00Z' }
		} as const;
		writeJournal(assessment.id, 'tab', { at: '2027-01-01T00:00:00Z', changes: [note] });
		const other = new BroadcastChannel('plumbline');
		const heard = new Promise((resolve) => (other.onmessage = ({ data }) => resolve(data)));
		const store = new MemoryStore();
		await keepAssessment(assessment, store);
		expect(await store.read(assessment.id)).toEqual(assessment);
		expect(readJournal(assessment).changes).toEqual([]);
		expect(await heard).toEqual({ id: assessment.id, changes: [], replaced: true });
		other.close();
	});
});
