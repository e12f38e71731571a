import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAssessment } from '../core/index.ts';
import { loadQuestionnaire } from '../server/questionnaire-files.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
const { structure } = loadQuestionnaire('ai-privacy');
const empty = createAssessment(structure, { id: 'one', now: '2026-11-23T00:00:00Z', selection: 'full' });

async function run(...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const code = await main(args, { line: (text) => out.push(text), error: (text) => err.push(text) });
	return { code, out: out.join('\n'), err: err.join('\n') };
}

function file(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

describe('plumbline check', () => {
	test('finds no mistake in the shipped questionnaires, as a folder and one by one', async () => {
		expect(await run('check', 'questionnaires')).toMatchObject({ code: 0, err: '' });
		expect(await run('check', 'questionnaires/ai-privacy/sections/fairness.yaml')).toMatchObject({
			code: 0,
			err: ''
		});
	});

	test('accepts a good assessment', async () => {
		expect(await run('check', file('good.json', empty))).toMatchObject({ code: 0, err: '' });
	});

	test('names every wrong place of an assessment, and how to mend it', async () => {
		const answers = {
			'no-such-question': { grade: 1 },
			'ai-inventory': { grade: 2 },
			'named-owner': { notApplicable: { reason: 'r', approver: 'a' } },
			'ai-strategy': { grade: 1, unknown: true },
			'incident-plan': { elements: ['panic'], done: true }
		};
		const path = file('bad.json', {
			...empty,
			answers,
			scope: { pd: ['maybe'], sens: ['none', 'health'], moon: ['full'] }
		});
		const { code, err } = await run('check', path);
		expect(code).toBe(1);
		for (const expected of [
			'answers.no-such-question: the questionnaire has no question "no-such-question"',
			'answers.ai-inventory.grade: a checklist takes elements and done',
			'answers.named-owner.notApplicable: not applicable is never allowed',
			'answers.ai-strategy: grade, unknown and notApplicable exclude each other',
			'answers.incident-plan.elements[0]: the checklist has no element "panic"',
			'scope.pd: no choice "maybe"',
			'scope.sens: one of none, health rules out the others',
			'scope.moon: the questionnaire has no scoping fact "moon"'
		])
			expect(err).toContain(expected);
		expect(err.split('\n').every((line) => line.startsWith(path))).toBe(true);
	});

	test('says what to do about files that are missing, no JSON, or not ours', async () => {
		expect((await run('check', 'nowhere.json')).err).toContain('no such file');
		expect((await run('check', file('broken.json', '{'))).err).toContain('not readable as JSON');
		expect((await run('check', file('other.json', { format: 'x' }))).err).toContain(
			'not a Plumbline assessment'
		);
	});
});

describe('plumbline show and score', () => {
	test('show gives every question with its rules, by id and by folder', async () => {
		const byId = JSON.parse((await run('show', 'ai-privacy', '--json')).out) as {
			questions: Record<string, unknown>[];
		};
		const byFolder = JSON.parse((await run('show', 'questionnaires/ai-privacy', '--json')).out) as unknown;
		expect(byFolder).toEqual(byId);
		expect(byId.questions).toHaveLength(73);
		expect(Object.keys(byId.questions[0]!)).toEqual(
			expect.arrayContaining([
				'id',
				'principle',
				'value',
				'practiceArea',
				'themes',
				'unit',
				'duty',
				'weight',
				'critical',
				'effort',
				'selections',
				'kind',
				'allowsNotApplicable',
				'when'
			])
		);
	});

	test('score gives floored numbers beside their exact fractions', async () => {
		const { code, out } = await run('score', file('empty.json', empty), '--json');
		const result = JSON.parse(out) as {
			score: unknown;
			high: unknown;
			level: number;
			gaps: unknown[];
			scope: { in: string[] };
		};
		expect(code).toBe(0);
		expect(result.score).toEqual({ value: 0, exact: '0/1' });
		expect(result.high).toEqual({ value: 100, exact: '100/1' });
		expect(result.level).toBe(0);
		// Every fact unanswered counts as the more demanding: only the question for "no personal data" is out.
		expect(result.scope.in).toHaveLength(72);
		expect(result.gaps).toHaveLength(72);
	});

	test('score explains itself in words without --json', async () => {
		const { out } = await run('score', file('empty.json', empty));
		expect(out).toContain('full: 0 (range 0–100, 72 open), level 0 Starting');
	});
});

describe('the words of a command', () => {
	test.each([
		[[]],
		[['fly']],
		[['show']],
		[['score']],
		[['report', 'x.json', '--lang', 'fr', '--out', 'x.pdf']],
		[['report', 'x.json', '--lang', 'en']],
		[['score', '--yaml']]
	])('%j is answered with exit code 2 and help', async (args) => {
		expect((await run(...args)).code).toBe(2);
	});

	test('help is help and not a mistake', async () => {
		expect(await run('help')).toMatchObject({ code: 0, err: '' });
	});
});
