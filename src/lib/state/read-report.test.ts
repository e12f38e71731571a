import { readdirSync, readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { compiled, filled, makeReport } from '../../../tests/helpers/make-report.ts';
import { scoreOf, withoutTypedTexts } from '../core/report-file/report-file.ts';
import { MemoryStore } from '../storage/memory-store.ts';
import { checkReport } from './check-report.ts';
import { readAssessmentBytes } from './import-assessment.ts';
import { readReport } from './read-report.ts';

const FOLDER = 'tests/fixtures/reports';
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`${FOLDER}/${name}`));
const SAVED_AGAIN = readdirSync(FOLDER).filter((name) => name.startsWith('saved-by-'));
const structureOf = async (id: string) => (id === compiled.structure.id ? compiled.structure : null);
const importContext = (store = new MemoryStore()) => ({
	store,
	questionnaire: structureOf,
	newId: () => 'fresh'
});

function codesOf(bytes: Uint8Array): string[] {
	const read = readReport(bytes);
	return read && !read.ok ? read.issues.map(({ code }) => code) : [];
}

/** Changes the data inside a report as somebody with a PDF library would. */
async function tampered(change: (json: string) => string): Promise<Uint8Array> {
	const doc = await PDFDocument.load(fixture('saved-by-qpdf-plain.pdf'));
	for (const [ref, object] of doc.context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFRawStream)) continue;
		if (String(object.dict.get(PDFName.of('Type'))) !== '/EmbeddedFile') continue;
		const json = change(new TextDecoder().decode(object.contents));
		doc.context.assign(
			ref,
			doc.context.flateStream(new TextEncoder().encode(json), { Type: 'EmbeddedFile' })
		);
	}
	return doc.save();
}

describe('a report opens again', () => {
	test('as it was made, with everything that was typed', async () => {
		const { bytes } = await makeReport('zh-Hans', { chapters: 'board', data: 'everything' });
		expect(readReport(bytes)).toMatchObject({ ok: true, value: { unchanged: true } });
		expect(await readAssessmentBytes(bytes, importContext())).toMatchObject({
			kind: 'new',
			assessment: filled()
		});
	});

	test('as the same file, whatever the order in which its pieces were stored', async () => {
		const reversed = JSON.parse(JSON.stringify(filled()), (_, value: unknown) =>
			value && typeof value === 'object' && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).reverse())
				: value
		) as ReturnType<typeof filled>;
		const options = { chapters: 'full', data: 'everything' } as const;
		const [one, other] = [await makeReport('en', options), await makeReport('en', options, reversed)];
		expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
	});

	test.each(['made.pdf', ...SAVED_AGAIN])('%s', (name) => {
		const read = readReport(fixture(name));
		expect(read).toMatchObject({ ok: true, value: { unchanged: true } });
		// Made before the inventory of systems: those fields are not in these files.
		const { owner, supplier, purpose, personalData, systemStatus, ...details } = filled().details;
		expect([owner, supplier, purpose, personalData, systemStatus]).not.toContain(undefined);
		if (read?.ok) expect(read.value.file.assessment.details).toEqual(details);
	});

	test('from the attachment that a PDF reader saved', () => {
		const read = readReport(fixture('made.pdf'));
		const json = new TextEncoder().encode(JSON.stringify(read?.ok && read.value.file, null, 2));
		expect(readReport(json)).toEqual(read);
	});

	test('and says how it differs from what is stored before anything is replaced', async () => {
		const store = new MemoryStore();
		const stored = { ...filled(), details: { ...filled().details, reviewer: 'Somebody else' } };
		await store.replace(stored);
		expect(await readAssessmentBytes(fixture('made.pdf'), importContext(store))).toMatchObject({
			kind: 'conflict'
		});
		expect(await store.read(stored.id)).toEqual(stored);
	});

	test('without notes and names as an assessment of its own, with the same score', async () => {
		const store = new MemoryStore();
		await store.replace(filled());
		const reading = await readAssessmentBytes(fixture('answers-only.pdf'), importContext(store));
		expect(reading).toMatchObject({
			kind: 'new',
			assessment: { id: 'fresh' },
			warnings: expect.arrayContaining([expect.objectContaining({ code: 'report_answers_only' })])
		});
		expect(await store.read(filled().id)).toEqual(filled());
		expect(scoreOf(compiled.structure, withoutTypedTexts(filled()))).toEqual(
			scoreOf(compiled.structure, filled())
		);
	});
});

describe('what cannot be opened', () => {
	test.each([
		['encrypted.pdf', 'pdf_encrypted'],
		['printed-by-chromium.pdf', 'pdf_printed'],
		['without-data.pdf', 'pdf_without_data']
	])('%s is told apart: %s', (name, code) => {
		expect(codesOf(fixture(name))).toEqual([code]);
	});

	test('another PDF, or what begins like one', () => {
		expect(codesOf(new TextEncoder().encode('%PDF-1.7 …'))).toEqual(['pdf_file']);
	});

	test('data that inflates to more than any assessment', async () => {
		const bomb = await tampered((json) => `${json.slice(0, -1)}${' '.repeat(22_000_000)}}`);
		expect(bomb.length).toBeLessThan(200_000);
		expect(codesOf(bomb)).toEqual(['file_too_big']);
	});

	test('data with mistakes, each with its place', async () => {
		const wrong = await tampered((json) =>
			json.replace('"formatVersion":1,"made"', '"formatVersion":9,"made"')
		);
		expect(codesOf(wrong)).toEqual(['newer_format']);
		const bad = await tampered((json) => json.replace('"selection":"full"', '"selection":7'));
		const read = readReport(bad);
		expect(read).toMatchObject({ ok: false, issues: [{ path: ['assessment', 'selection'] }] });
	});

	test('what is no report at all is left to others', () => {
		expect(readReport(new TextEncoder().encode('{"format":"plumbline-assessment"}'))).toBeNull();
	});
});

describe('checking a report', () => {
	test.each(['made.pdf', 'answers-only.pdf', ...SAVED_AGAIN])(
		'%s is unchanged and its score comes out again',
		async (name) => {
			expect(await checkReport(fixture(name), structureOf)).toMatchObject({
				kind: 'checked',
				unchanged: true,
				sameScore: true
			});
		}
	);

	test('a changed answer shows in the hash and in the score', async () => {
		const changed = await tampered((json) => json.replaceAll('"grade":1', '"grade":3'));
		expect(await checkReport(changed, structureOf)).toMatchObject({ unchanged: false, sameScore: false });
		expect(await readAssessmentBytes(changed, importContext())).toMatchObject({
			warnings: expect.arrayContaining([expect.objectContaining({ code: 'report_changed' })])
		});
	});

	test('a changed note shows in the hash alone', async () => {
		const changed = await tampered((json) => json.replace('Owner 0', 'Owner X'));
		expect(await checkReport(changed, structureOf)).toMatchObject({ unchanged: false, sameScore: true });
	});

	test('under another version of the questionnaire the score is not compared', async () => {
		const newer = async () => ({ ...compiled.structure, version: '9.0.0' });
		expect(await checkReport(fixture('made.pdf'), newer)).toMatchObject({ unchanged: true, now: null });
	});

	test('a file of another kind is no report', async () => {
		const { kind } = await checkReport(new TextEncoder().encode('hello'), structureOf);
		expect(kind).toBe('bad');
	});
});
