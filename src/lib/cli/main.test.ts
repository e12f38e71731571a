import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../../../tests/helpers/temporary-directory.ts';
import { createAssessment } from '../core/index.ts';
import { listQuestionnaires, loadQuestionnaire } from '../server/questionnaire-files.ts';
import { readPdf } from '../report/testing/read-pdf.ts';
import { main } from './main.ts';

const folder = temporaryDirectory('cli');
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

	test('finds a mistake in a case for workshops, and says where', async () => {
		const root = join(folder, 'case');
		cpSync('questionnaires', root, { recursive: true });
		const own = join(root, 'ai-privacy');
		expect((await run('check', own)).out).toContain('73 questions, 3 cases, no mistakes');
		const path = join(own, 'cases', 'cv-screening.yaml');
		writeFileSync(path, readFileSync(path, 'utf8').replace('live: [human-decides', 'live: [machine-decides'));
		for (const target of [own, path]) {
			const { code, err } = await run('check', target);
			expect(code).toBe(1);
			expect(err).toMatch(
				/cv-screening\.yaml:\d+ scripts\[0\]\.steps\[2\]\.live\[0\]: no question "machine-decides"/
			);
		}
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
			'answers.named-owner.notApplicable: not applicable is not allowed for this question',
			'answers.ai-strategy: grade, unknown and notApplicable exclude each other',
			'answers.incident-plan.elements[0]: the checklist has no element "panic"',
			'scope.pd: no choice "maybe"',
			'scope.sens: one of none, health rules out the others',
			'scope.moon: the questionnaire has no scoping fact "moon"'
		])
			expect(err).toContain(expected);
		expect(err.split('\n').every((line) => line.startsWith(path))).toBe(true);
	});

	test('says in words what is wrong with the form of a file', async () => {
		const path = file('form.json', {
			...empty,
			updated: '2026-99-99T99:99:99Z',
			details: { asAt: '2026-02-31', title: 'x'.repeat(501) },
			scope: { pd: 'yes' },
			targets: { 'no-such-group': 3 },
			answers: { Bad_Key: {}, 'ai-strategy': { grade: 4 } }
		});
		const { code, err } = await run('check', path);
		expect(code).toBe(1);
		for (const place of [
			'updated: not written as expected',
			'details.asAt: not written as expected',
			'details.title: longer or more than the 500 allowed',
			'scope.pd: "yes" is not allowed here',
			'answers.Bad_Key: not written as ids are',
			'answers.ai-strategy.grade: 4 is not allowed here'
		])
			expect(err).toContain(place);
	});

	test('finds targets and reasons that belong to nothing', async () => {
		const path = file('strays.json', {
			...empty,
			targets: { 'no-such-group': 3 },
			scopeReasons: { moon: { by: 'x', reason: 'y' } }
		});
		const { code, err } = await run('check', path);
		expect(code).toBe(1);
		expect(err).toContain('targets.no-such-group: unknown key "no-such-group"');
		expect(err).toContain('scopeReasons.moon: the questionnaire has no scoping fact "moon"');
	});

	test('opens what the app writes after the unit was changed: a coverage grade beside a checklist', async () => {
		const coverage = (unit: string) => ({
			...empty,
			details: { unit },
			answers: { 'collection-notice': { grade: 2, elements: [] } }
		});
		expect(await run('check', file('before.json', coverage('organisation')))).toMatchObject({ code: 0 });
		expect(await run('check', file('after.json', coverage('system')))).toMatchObject({ code: 0, err: '' });
		const { out } = await run('score', file('after.json', coverage('system')), '--json');
		const gaps = (JSON.parse(out) as { gaps: { question: string; state: string }[] }).gaps;
		expect(gaps.find(({ question }) => question === 'collection-notice')?.state).toBe('open');
	});

	test('finds a mistake in the crosswalk and in the glossary beside the questionnaires, and says where', async () => {
		const beside = join(folder, 'beside');
		cpSync('questionnaires', beside, { recursive: true });
		const spoil = (name: string, from: string, to: string) => {
			const text = readFileSync(join(beside, name), 'utf8');
			writeFileSync(join(beside, name), text.replace(from, to));
		};
		spoil('crosswalk.yaml', 'nearest: [accountability]', 'nearest: [honesty]');
		spoil('glossary.yaml', 'claims: [ORD-1]', 'claims: [ORD-99]');
		const { code, err } = await run('check', beside);
		expect(code).toBe(1);
		expect(err).toMatch(/crosswalk\.yaml:\d+ frameworks\[0\]\.areas\[0\]\.nearest: .*"honesty"/);
		expect(err).toMatch(/glossary\.yaml:\d+ terms\[\d+\]\.claims: no claim "ORD-99"/);
		expect(await run('check', 'questionnaires/glossary.yaml')).toMatchObject({ code: 0 });
	});

	test('takes a folder of assessments, and a part of a questionnaire or the register', async () => {
		const inside = join(folder, 'many');
		mkdirSync(inside);
		file('many/one.json', empty);
		file('many/two.json', '{');
		const { code, out, err } = await run('check', inside);
		expect(code).toBe(1);
		expect(out).toContain('one.json: assessment of ai-privacy');
		expect(err).toContain('two.json: not readable as JSON');
		for (const path of [
			'questionnaires/ai-privacy/sections',
			'questionnaires/sources',
			'questionnaires/sources/documents.yaml'
		])
			expect(await run('check', path)).toMatchObject({
				code: 0,
				err: '',
				out: expect.stringContaining(path)
			});
	});

	test('finds a mistake in the register, and says where', async () => {
		const copy = join(folder, 'copy');
		for (const part of ['sources', 'ai-privacy/sections']) mkdirSync(join(copy, part), { recursive: true });
		for (const part of ['sources', 'ai-privacy', 'ai-privacy/sections'])
			for (const name of readdirSync(join('questionnaires', part)).filter((found) => found.endsWith('.yaml')))
				writeFileSync(join(copy, part, name), readFileSync(join('questionnaires', part, name), 'utf8'));
		const register = join(copy, 'sources', 'documents.yaml');
		expect((await run('check', join(copy, 'sources'))).code).toBe(0);
		writeFileSync(register, `${readFileSync(register, 'utf8')}\nstray: 1\n`);
		for (const path of [join(copy, 'sources'), register]) {
			const { code, err } = await run('check', path);
			expect(code).toBe(1);
			expect(err).toContain('documents.yaml');
		}
		expect((await run('check', join(copy, 'ai-privacy', 'sections'))).code).toBe(0);
	});

	test('says what to do about files that are missing, no JSON, or not ours', async () => {
		expect((await run('check', 'nowhere.json')).err).toContain('no such file');
		expect((await run('check', file('broken.json', '{'))).err).toContain('not readable as JSON');
		expect((await run('check', file('other.json', { format: 'x' }))).err).toContain(
			'not a Plumbline assessment'
		);
	});
});

describe('paths that cannot be used', () => {
	test.each([
		[
			'check',
			'a folder that only looks like a file',
			['check', join(folder, 'folder.json')],
			/no questionnaire/
		],
		['score', 'a folder', ['score', folder], /this is a folder/],
		[
			'report',
			'a folder to write into that is not there',
			['report', join(folder, 'good.json'), '--lang', 'en', '--out', join(folder, 'nowhere', 'x.pdf')],
			/x\.pdf: no such file or folder/
		]
	])('%s says so about %s, in one line', async (_, __, args, message) => {
		mkdirSync(join(folder, 'folder.json'), { recursive: true });
		file('good.json', empty);
		const { code, err } = await run(...args);
		expect(code).toBe(1);
		expect(err).toMatch(message);
		expect(err.split('\n')).toHaveLength(1);
	});

	test('report never writes over the assessment it reads', async () => {
		const path = file('precious.json', empty);
		expect((await run('report', path, '--lang', 'en', '--out', path)).code).toBe(2);
		expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(empty);
	});

	test('report --dossier writes the facts that were typed', async () => {
		const facts = { ...empty, dossier: { governance: { arrangements: 'Committee since 2024' } } };
		const to = join(folder, 'dossier.pdf');
		expect(
			(await run('report', file('facts.json', facts), '--lang', 'en', '--out', to, '--dossier')).code
		).toBe(0);
		const { pages } = await readPdf(new Uint8Array(readFileSync(to)));
		const text = pages.flatMap(({ items }) => items.map((item) => item.text)).join(' ');
		expect(text).toContain('Factual dossier');
		expect(text).toContain('Committee since 2024');
	});

	test('report --dossier refuses a questionnaire for a person: no authority asks what it would say', async () => {
		const person = createAssessment(loadQuestionnaire('chatbot-safety').structure, {
			id: 'person',
			now: '2026-11-23T00:00:00Z',
			selection: 'full'
		});
		const to = join(folder, 'person-dossier.pdf');
		const path = file('person.json', person);
		const { code, err } = await run('report', path, '--lang', 'en', '--out', to, '--dossier');
		expect(code).toBe(1);
		expect(err).toContain('"chatbot-safety" is not for an organisation or has no themes');
		expect(existsSync(to)).toBe(false);
	});

	test('a folder that happens to be called like a questionnaire is not taken for it', async () => {
		const path = file('good.json', empty);
		const here = process.cwd();
		mkdirSync(join(folder, 'ai-privacy'), { recursive: true });
		process.chdir(folder);
		try {
			expect(existsSync('ai-privacy')).toBe(true);
			expect((await run('score', path)).code).toBe(0);
		} finally {
			process.chdir(here);
		}
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
		[['check']],
		[['show']],
		[['score']],
		[['report', 'x.json', '--lang', 'fr', '--out', 'x.pdf']],
		[['report', 'x.json', '--lang', 'en+en', '--out', 'x.pdf']],
		[['report', 'x.json', '--lang', 'en']],
		[['score', '--yaml']]
	])('%j is answered with exit code 2 and help', async (args) => {
		expect((await run(...args)).code).toBe(2);
	});

	test('help is help and not a mistake', async () => {
		expect(await run('help')).toMatchObject({ code: 0, err: '' });
	});
});

describe('every shipped questionnaire', () => {
	test.each(listQuestionnaires())('%s: checks, shows, and scores an assessment', async (id) => {
		expect((await run('check', `questionnaires/${id}`)).code).toBe(0);
		const shown = JSON.parse((await run('show', id, '--json')).out) as { groups: { id: string }[] };
		const own = loadQuestionnaire(id).structure;
		expect(shown.groups.map((group) => group.id)).toEqual(own.groups.map((group) => group.id));
		const file = join(folder, `${id}.json`);
		const none = createAssessment(own, { id: 'none', now: '2026-11-23T00:00:00Z', selection: 'full' });
		writeFileSync(file, JSON.stringify(none));
		expect(await run('check', file)).toMatchObject({ code: 0 });
		const scored = JSON.parse((await run('score', file, '--json')).out) as {
			questionnaire: unknown;
			open: number;
		};
		expect(scored).toMatchObject({ questionnaire: none.questionnaire });
		expect(scored.open).toBeGreaterThan(0);
	});

	test('one for a person is answered with habits and without a score', async () => {
		const { structure: own } = loadQuestionnaire('chatbot-safety');
		const file = join(folder, 'habits.json');
		const some = createAssessment(own, { id: 'some', now: '2026-11-23T00:00:00Z', selection: 'full' });
		writeFileSync(file, JSON.stringify({ ...some, answers: { 'own-details': { grade: 3 } } }));
		const { out, code } = await run('score', file);
		expect(code).toBe(0);
		const [head, ...habits] = out.split('\n');
		expect(head).toBe('full: 10 habits, no score');
		expect(habits).toHaveLength(10);
		expect(out).not.toMatch(/level|exposure/);
	});
});
