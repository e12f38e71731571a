import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fullAssessment } from '../../../tests/fixtures/full-assessment.ts';
import { temporaryDirectory } from '../../../tests/helpers/temporary-directory.ts';
import { createAssessment } from '../core/index.ts';
import { findReportData } from '../report/reading/find-data.ts';
import { loadQuestionnaire } from '../server/questionnaire-files.ts';
import { main } from './main.ts';

const folder = temporaryDirectory('formats');
const { structure } = loadQuestionnaire('ai-privacy');
const assessment = fullAssessment(structure);
const path = join(folder, 'assessment.json');
writeFileSync(path, JSON.stringify(assessment));

async function run(...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const code = await main(args, { line: (text) => out.push(text), error: (text) => err.push(text) });
	return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('plumbline report', () => {
	test.each([
		['xlsx', 'PK'],
		['csv', '\ufeff'],
		['docx', 'PK'],
		['ics', 'BEGIN:VCALENDAR'],
		['json', '{'],
		['pdf', '%PDF-']
	])('writes %s by the ending of the file', async (ending, start) => {
		const file = join(folder, `report.${ending}`);
		expect(await run('report', path, '--lang', 'zh-Hant', '--out', file)).toMatchObject({ code: 0 });
		expect(readFileSync(file, 'utf8').startsWith(start)).toBe(true);
	});

	test('the data file is the assessment itself', async () => {
		const file = join(folder, 'copy.json');
		await run('report', path, '--lang', 'en', '--out', file);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(assessment);
	});

	test('names the endings that it knows when it is given another', async () => {
		const { code, err } = await run('report', path, '--lang', 'en', '--out', join(folder, 'report.odt'));
		expect(code).toBe(2);
		expect(err).toContain('--out ends in .pdf, .xlsx, .csv, .docx, .ics, .json');
	});

	test('says what to do when there is no date for a calendar', async () => {
		const empty = createAssessment(structure, { id: 'one', now: '2026-11-23T00:00:00Z', selection: 'full' });
		const bare = join(folder, 'bare.json');
		writeFileSync(bare, JSON.stringify(empty));
		const { code, err } = await run('report', bare, '--lang', 'en', '--out', join(folder, 'bare.ics'));
		expect(code).toBe(1);
		expect(err).toContain('Set due dates in the action plan first.');
	});
});

describe('plumbline blank', () => {
	test.each(['pdf', 'docx'])('writes a questionnaire on paper as %s', async (ending) => {
		const file = join(folder, `blank.${ending}`);
		const args = ['--selection', 'quick', '--lang', 'zh-Hans', '--out', file];
		expect(await run('blank', 'ai-privacy', ...args)).toMatchObject({ code: 0, err: '' });
		expect(readFileSync(file).length).toBeGreaterThan(10_000);
	});

	test('names the selections when it is given another', async () => {
		const args = ['--selection', 'some', '--lang', 'en', '--out', join(folder, 'x.pdf')];
		const { code, err } = await run('blank', 'ai-privacy', ...args);
		expect(code).toBe(2);
		expect(err).toMatch(/--selection is one of .*quick.*full|--selection is one of .*full.*quick/);
	});
});

describe('a report named instead of an assessment', () => {
	const made = join(folder, 'made.pdf');
	const again = join(folder, 'again.json');
	beforeAll(() => run('report', path, '--lang', 'en', '--out', made));
	const score = async (file: string) => JSON.parse((await run('score', file, '--json')).out) as unknown;

	test('gives the same score, and says on standard error that its data is unchanged', async () => {
		expect(await score(made)).toEqual(await score(path));
		const { code, err } = await run('score', made, '--json');
		expect(code).toBe(0);
		expect(err).toMatch(
			/^note: .*made\.pdf: data of a report \(everything\), made 2026-.*the data is as the report was made with it$/
		);
	});

	test('can be written in every other format, and gives the assessment back', async () => {
		const { code, out } = await run('report', made, '--lang', 'zh-Hans', '--out', again);
		expect({ code, out }).toMatchObject({ code: 0 });
		expect(JSON.parse(readFileSync(again, 'utf8'))).toEqual(assessment);
		expect((await run('check', made)).out).toContain('no mistakes');
	});

	test('is said to be changed when somebody changed an answer, with both scores', async () => {
		const found = findReportData(readFileSync(made));
		if (found.kind !== 'found') throw new Error(found.kind);
		const data = JSON.parse(found.json) as { assessment: { answers: Record<string, { grade?: number }> } };
		for (const answer of Object.values(data.assessment.answers))
			if (answer.grade !== undefined) answer.grade = 3;
		const changed = join(folder, 'attachment.json');
		writeFileSync(changed, JSON.stringify(data));
		const { code, err } = await run('score', changed);
		expect(code).toBe(0);
		expect(err).toMatch(
			/the data was CHANGED after the report was made\. The report states \d+(\/\d+)?, the data gives \d+/
		);
	});

	test.each([
		['without-data.pdf', 'made without its data'],
		['encrypted.pdf', 'protected by a password'],
		['printed-by-chromium.pdf', 'printed into a PDF']
	])('%s is refused with what to do', async (name, says) => {
		const { code, out, err } = await run('score', join('tests', 'fixtures', 'reports', name));
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toContain(says);
	});
});
