import ICAL from 'ical.js';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { fullAssessment, typedStrings } from '../../../../tests/fixtures/full-assessment.ts';
import {
	LANGUAGES,
	floor,
	scoreAssessment,
	type Answer,
	type Assessment,
	type Language
} from '../../core/index.ts';
import { textsOf } from '../../core/questionnaire/texts-of.ts';
import type { CompiledQuestionnaire } from '../../core/questionnaire/compile.ts';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { exportAssessment } from '../../state/export-assessment.ts';
import { buildReport, type ReportDetail, type ReportInput } from '../content/index.ts';
import { createContext } from '../content/context.ts';
import { createPdf } from '../create-pdf.ts';
import { missingCharacters } from '../fonts/missing.ts';
import { openTestFonts } from '../fonts/testing.ts';
import { readPdf, squeezed } from '../testing/read-pdf.ts';
import { cleanText } from '../text/clean.ts';
import { makeFormat, type Format } from './make-format.ts';
import { docxText, parseXml, partsOf } from './testing.ts';

let compiled: CompiledQuestionnaire;
let assessment: Assessment;
beforeAll(() => {
	compiled = loadQuestionnaire('ai-privacy');
	assessment = difficult(fullAssessment(compiled.structure));
});

/** User text of any kind: drawn by some face, or □ with the true text kept. */
const ANY_TEXT = [
	'Families 👩‍👩‍👧‍👦, hearts ❤️, hands 👍🏽, teams 👩🏽‍💻 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 flags',
	'ภาษาไทยไม่มีเว้นวรรค ข้อมูลส่วนบุคคล',
	'to مرحبا بالعالم 2026, שלום לכם too.',
	'罕用字𠮷𪚥𰻝㗎𡃁，葛󠄀飾',
	'The assistant’s messages were read one by one, 逐項覆核。'.repeat(70).slice(0, 3000),
	`https://example.org/${'register-of-evidence/'.repeat(95)}`.slice(0, 2000)
];

/** Adds what spreadsheets, calendars and XML stumble over to what a person typed anyway. */
function difficult(full: Assessment): Assessment {
	const [first = '', second = '', third = '', ...others] = Object.keys(full.answers);
	const more = ANY_TEXT.map((note, at): [string, Answer] => [
		others[at]!,
		{ ...full.answers[others[at]!], note }
	]);
	const [action = ''] = Object.keys(full.actions);
	return {
		...full,
		answers: {
			...full.answers,
			[first]: { ...full.answers[first], note: '=HYPERLINK("https://example.org","=1+1")' },
			[second]: { ...full.answers[second], note: '+852 2827 2827, "quoted"; semi;colon\nand _x000D_ \\n' },
			[third]: { ...full.answers[third], note: ' @sum — 👩‍👩‍👧 𠮷 <b>&amp;</b>\tTab' },
			...Object.fromEntries(more)
		},
		actions: {
			...full.actions,
			[action]: { ...full.actions[action], text: '-2+3; \\ comma, 負責 👍\nsecond line 𨋢', status: 'open' }
		}
	};
}

function input(language: Language, detail: ReportDetail = 'everything'): ReportInput {
	const translator = reportTranslator(language);
	return {
		questionnaire: compiled.structure,
		texts: textsOf(compiled, language),
		assessment,
		language,
		made: '2026-11-24T02:00:00.000Z',
		options: { chapters: 'full', detail },
		translate: (key, params) => {
			// A missing key would come back as itself and be written.
			const { count } = params ?? {};
			const forms = count === undefined ? [key] : [key, `${key}_zero`, `${key}_one`, `${key}_other`];
			if (!forms.some((form) => translator.has(form))) throw new Error(`No words for ${key} in ${language}.`);
			return translator.t(key, params);
		}
	};
}

type Cell = string | number | boolean | Date | null;
async function sheetsOf(bytes: Uint8Array): Promise<{ sheet: string; data: Cell[][] }[]> {
	return (await readWorkbook(Buffer.from(bytes), { trim: false } as never)) as never;
}

const iso = (cell: Cell): string =>
	cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');

/** What is left of the texts that a person typed when those found are taken away. */
const missingFrom = (text: string, wanted: readonly string[]): string[] =>
	wanted.filter((typed) => !text.includes(typed));

/** Everything that one action says. */
const wordsOfAction = (id: string): string[] =>
	Object.entries(assessment.actions[id] ?? {})
		.filter(([key]) => ['text', 'owner', 'note', 'acceptedBy', 'why'].includes(key))
		.map(([, value]) => String(value));

describe.each(LANGUAGES)('other formats in %s', (language) => {
	test('the workbook, read by another program’s reader, holds everything that was typed', async () => {
		const sheets = await sheetsOf(await makeFormat('xlsx', input(language)));
		const text = sheets.flatMap(({ data }) => data.flat().map(iso)).join('\n');
		const wanted = typedStrings(assessment).map((typed) => typed.replace(/T.*Z$/, ''));
		expect(missingFrom(text, wanted)).toEqual([]);
	});

	test('the table of answers holds everything that was typed about answers', async () => {
		const bytes = await makeFormat('csv', input(language));
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const { data, errors } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
		expect(errors).toEqual([]);
		expect(new Set(data.map((row) => row.length)).size).toBe(1);
		const text = data.flat().join('\n');
		const wanted = typedStrings({ ...assessment, details: {}, scopeReasons: {}, actions: {} });
		expect(
			missingFrom(
				text,
				wanted.map((typed) => typed.replace(/T.*Z$/, ''))
			)
		).toEqual([]);
		// Nothing that a spreadsheet would run.
		expect(data.flat().filter((field) => /^\s*[=+\-@]/.test(field))).toEqual([]);
	});

	test('the Word document holds everything that was typed', async () => {
		const text = squeezed(docxText(await makeFormat('docx', input(language))));
		const wanted = typedStrings(assessment).map((typed) => squeezed(cleanText(typed.replace(/T.*Z$/, ''))));
		expect(missingFrom(text, wanted)).toEqual([]);
	});

	test('the calendar, read by another program’s reader, holds every date with what was typed about it', async () => {
		const bytes = await makeFormat('ics', input(language));
		const text = new TextDecoder().decode(bytes);
		for (const line of text.split('\r\n'))
			expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		const events = new ICAL.Component(ICAL.parse(text) as never)
			.getAllSubcomponents('vevent')
			.map((event) => new ICAL.Event(event));
		expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
		for (const { startDate, endDate } of events) {
			expect(startDate.isDate).toBe(true);
			expect(endDate.subtractDate(startDate).toSeconds()).toBe(86_400);
		}
		const about = (uid: string) => events.find((event) => event.uid.includes(uid));
		for (const [id, action] of Object.entries(assessment.actions)) {
			const due = about(`-${id}-due@`);
			const review = about(`-${id}-review@`);
			const unfinished = action.status === 'open' || action.status === 'doing';
			expect(due?.startDate.toString(), id).toBe(unfinished ? action.due : undefined);
			expect(review?.startDate.toString(), id).toBe(action.status === 'accepted' ? action.until : undefined);
			const event = due ?? review;
			if (event) expect(missingFrom(event.description, wordsOfAction(id)), id).toEqual([]);
		}
		const evidence = Object.values(assessment.answers).flatMap((answer) => answer.evidence ?? []);
		const dated = evidence.filter(({ expires }) => expires);
		expect(events.filter(({ uid }) => uid.includes('-evidence-')).length).toBe(dated.length);
		const all = events.map(({ summary, description }) => `${summary}\n${description}`).join('\n');
		const wanted = dated.flatMap(({ what, version, where, keeper }) => [what, version, where, keeper]);
		expect(
			missingFrom(
				all,
				wanted.flatMap((typed) => typed ?? [])
			)
		).toEqual([]);
	});

	test('the PDF’s text holds everything that was typed', async () => {
		const document = buildReport(input(language));
		const { pages } = await readPdf((await createPdf(document, (await openTestFonts()).createStack())).bytes);
		const body = pages.flatMap(({ items }) => items.filter(({ y }) => y > 66 && y < 841.89 - 66));
		const text = squeezed(body.map((item) => item.text).join(''));
		const wanted = typedStrings(assessment).map((typed) => squeezed(cleanText(typed.replace(/T.*Z$/, ''))));
		expect(missingFrom(text, wanted)).toEqual([]);
	});

	test('the numbers are those of the score, typed as numbers and days', async () => {
		const [summary, results, gaps, plan] = await sheetsOf(await makeFormat('xlsx', input(language)));
		const score = scoreAssessment(compiled.structure, assessment);
		const context = createContext(input(language));
		const t = (key: string) => reportTranslator(language).t(`report:${key}`);
		const value = (key: string) => summary?.data.find(([label]) => label === t(key))?.[1];
		expect(value('formats.score')).toBe(floor(score.overall!.score));
		expect(value('formats.high')).toBe(floor(score.overall!.high));
		expect(value('formats.gaps')).toBe(context.gaps.length);
		expect(value('cover.asAt')).toEqual(new Date('2026-11-20T00:00:00Z'));
		expect(results?.data.slice(1).map((row) => [row[1], row[2]])).toEqual(
			score.groups.map(({ points, max }) => [points, max])
		);
		expect(gaps?.data.slice(1).map((row) => row.at(-1))).toEqual(
			context.gaps.map(({ question }) => question)
		);
		expect(plan?.data.slice(1).filter((row) => row[5] instanceof Date).length).toBe(
			Object.values(assessment.actions).length
		);
	});

	test('without notes and evidence, none of them is in any file', async () => {
		const hidden = Object.values(assessment.answers).flatMap(({ note, evidence = [] }) => [
			...(note ? [note] : []),
			...evidence.map(({ what }) => what)
		]);
		const found = async (format: Format, read: (bytes: Uint8Array) => string) => {
			const text = squeezed(read(await makeFormat(format, input(language, 'no-notes'))));
			return hidden.filter((typed) => text.includes(squeezed(cleanText(typed))));
		};
		const plain = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('\r\n ', '');
		const zipped = (bytes: Uint8Array) =>
			Object.values(partsOf(bytes))
				.map((xml) => parseXml(xml).documentElement.textContent ?? '')
				.join('\n');
		expect(await found('xlsx', zipped)).toEqual([]);
		expect(await found('csv', plain)).toEqual([]);
		expect(await found('docx', docxText)).toEqual([]);
		expect(await found('ics', plain)).toEqual([]);
	});
});

test('characters drawn as □ are listed before the report is made', async () => {
	const fonts = await openTestFonts();
	const { missing } = await createPdf(buildReport(input('en')), fonts.createStack());
	expect(missingCharacters(fonts.manifest, assessment)).toEqual(missing);
	const scripts = new Set(
		missing.map((point) => /\p{Script=Thai}|\p{Script=Arabic}/u.test(String.fromCodePoint(point)))
	);
	expect(scripts).toContain(true);
});

test('the data file holds everything that was typed, as it was typed', () => {
	expect(JSON.parse(exportAssessment(assessment).text)).toEqual(assessment);
});
