import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fullAssessment } from '../../../tests/fixtures/full-assessment.ts';
import { createAssessment } from '../core/index.ts';
import { loadQuestionnaire } from '../server/questionnaire-files.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-formats-'));
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
