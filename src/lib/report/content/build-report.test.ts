import { beforeAll, describe, expect, test } from 'vitest';
import { DIFFICULT, fullAssessment, typedStrings } from '../../../../tests/fixtures/full-assessment.ts';
import {
	LANGUAGES,
	floor,
	findGaps,
	scoreAssessment,
	toDecimal,
	type Assessment,
	type Language
} from '../../core/index.ts';
import type { CompiledQuestionnaire } from '../../core/questionnaire/compile.ts';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { reportTexts } from '../../server/shared-content.ts';
import type { ReportDocument } from '../blocks.ts';
import { collectTexts } from '../collect-texts.ts';
import { createPdf } from '../create-pdf.ts';
import { openTestFonts } from '../fonts/testing.ts';
import { cleanText } from '../text/clean.ts';
import { readPdf, squeezed, type ReadPdf } from '../testing/read-pdf.ts';
import { buildReport, CHAPTERS, type ReportOptions } from './index.ts';

let compiled: CompiledQuestionnaire;
beforeAll(() => {
	compiled = loadQuestionnaire('ai-privacy');
});

const FULL: ReportOptions = { chapters: 'full' };

function report(
	assessment: Assessment,
	language: Language,
	options = FULL,
	previous?: Assessment
): ReportDocument {
	const translator = reportTranslator(language);
	return buildReport({
		questionnaire: compiled.structure,
		texts: reportTexts('ai-privacy', language),
		assessment,
		previous,
		language,
		made: '2026-11-24T02:00:00.000Z',
		options,
		translate: (key, params) => {
			// A missing key would come back as itself and be printed.
			const { count } = params ?? {};
			const forms = count === undefined ? [key] : [key, `${key}_zero`, `${key}_one`, `${key}_other`];
			if (!forms.some((form) => translator.has(form))) throw new Error(`No words for ${key} in ${language}.`);
			return translator.t(key, params);
		}
	});
}

/** Everything that is printed, without spaces: where lines break does not matter here. */
const printed = (document: ReportDocument): string => squeezed(collectTexts(document).texts.join('\n'));
const contains = (text: string, wanted: string): boolean =>
	text.includes(squeezed(cleanText(wanted).replaceAll('\n', ' ')));
const headings = (document: ReportDocument): string[] =>
	document.blocks
		.flatMap((block) => (block.type === 'group' ? block.blocks : [block]))
		.flatMap((block) => (block.type === 'heading' && block.level === 1 ? (block.id ?? '') : []));

describe.each(LANGUAGES)('the report’s content in %s', (language) => {
	test('prints every text that a person typed', () => {
		const assessment = fullAssessment(compiled.structure);
		const text = printed(report(assessment, language));
		expect(typedStrings(assessment).filter((wanted) => !contains(text, wanted))).toEqual([]);
	});

	test('has words for every sentence, whatever the answers are', () => {
		const full = fullAssessment(compiled.structure);
		const perfect = Object.fromEntries(
			compiled.structure.questions.map((question) => [
				question.id,
				question.kind === 'checklist'
					? { elements: (question.elements ?? []).map(({ id }) => id), done: true }
					: { grade: 3 as const }
			])
		);
		const cases: Assessment[] = [
			full,
			{ ...full, answers: {}, actions: {} },
			{ ...full, answers: perfect, actions: {} },
			{ ...full, details: {}, scope: {}, scopeReasons: {} },
			{ ...full, details: { unit: 'organisation' } },
			...compiled.structure.selections.map(({ id }) => ({ ...full, selection: id }))
		];
		for (const assessment of cases) {
			const text = printed(report(assessment, language, FULL, { ...full, answers: {} }));
			expect(text).not.toMatch(/undefined|NaN|\[object|\{\{(?!name\}\})/);
		}
	});

	test('shows the score, its points and the exact gains that core works out', () => {
		const assessment = fullAssessment(compiled.structure);
		const score = scoreAssessment(compiled.structure, assessment);
		const text = collectTexts(report(assessment, language)).texts;
		expect(text).toContain(String(floor(score.overall!.score)));
		for (const group of score.groups) expect(text).toContain(`${group.points} / ${group.max}`);
		for (const { gain } of findGaps(assessment, score))
			expect(text.some((line) => line.includes(`+${toDecimal(gain, 2)}`))).toBe(true);
	});
});

describe('the report’s content', () => {
	test('holds the chapters chosen, in their own order', () => {
		const assessment = fullAssessment(compiled.structure);
		const document = report(assessment, 'en', { chapters: ['gaps', 'verdict', 'rules'] });
		expect(headings(document)).toEqual(['verdict', 'gaps', 'rules']);
		expect(headings(report(assessment, 'en', { chapters: 'board' }))).toEqual(['verdict']);
		expect(headings(report(assessment, 'en'))).toEqual(
			CHAPTERS.filter((chapter) => chapter !== 'cover' && chapter !== 'change')
		);
		expect(headings(report(assessment, 'en', FULL, assessment))).toContain('change');
	});

	test('leaves notes and evidence out where that was chosen, and says so', () => {
		const assessment = fullAssessment(compiled.structure);
		const text = printed(report(assessment, 'en', { chapters: 'full', detail: 'no-notes' }));
		for (const secret of ['Note on ai-inventory', 'Register for', 'Second paper', 'Action note'])
			expect(contains(text, secret), secret).toBe(false);
		expect(contains(text, 'Notes and pointers to evidence have been left out of this copy.')).toBe(true);
	});

	test('is marked incomplete on every page while questions are open', () => {
		const assessment = fullAssessment(compiled.structure);
		expect(report(assessment, 'en').furniture.footerMark).toBe('Incomplete: 1 open · Confidential 機密');
		const [last] = scoreAssessment(compiled.structure, assessment).answers.filter(
			({ state }) => state.kind === 'open'
		);
		const closed = {
			...assessment,
			answers: { ...assessment.answers, [last!.question.id]: { grade: 2 as const } }
		};
		expect(report(closed, 'en').furniture.footerMark).toBe('Confidential 機密');
	});

	test('counts open legal duties apart from the score, and never speaks of compliance', () => {
		const assessment = fullAssessment(compiled.structure);
		const text = collectTexts(report(assessment, 'en', { chapters: 'board' })).texts.join('\n');
		expect(text).toContain('A legal requirement is not shown to be met: look at this first, take advice.');
		expect(text).not.toMatch(/\bcompliant\b|\bcontravention\b|\blawful\b/);
	});

	test('says of an assessment from another version what it cannot place', () => {
		const full = fullAssessment(compiled.structure);
		const assessment = {
			...full,
			answers: { ...full.answers, 'gone-question': { grade: 1 as const, note: 'Kept words' } }
		};
		expect(contains(printed(report(assessment, 'en')), 'Kept words')).toBe(true);
	});

	test('is the same document for the same input', () => {
		const assessment = fullAssessment(compiled.structure);
		expect(report(assessment, 'zh-Hant')).toEqual(report(assessment, 'zh-Hant'));
		const other = report({ ...assessment, updated: '2026-11-21T00:00:00.000Z' }, 'zh-Hant');
		expect(other.info.fileId).not.toBe(report(assessment, 'zh-Hant').info.fileId);
	});
});

/** As much as people type: nothing of it may push the verdict to a second page. */
function crowded(selection: string): Assessment {
	const full = fullAssessment(compiled.structure, selection);
	const action = {
		text: 'Ask each of the teams about every tool that it uses and write it down in one list '.repeat(4),
		owner: 'The data protection officer together with the head of customer service',
		due: '2027-01-31',
		status: 'accepted' as const
	};
	const none = compiled.structure.questions.map(({ id, kind }) => [
		id,
		kind === 'checklist' ? { elements: [], done: true } : { grade: 0 as const }
	]);
	return {
		...full,
		answers: Object.fromEntries(none),
		actions: Object.fromEntries(compiled.structure.questions.map(({ id }) => [id, action]))
	};
}

test.each(LANGUAGES)(
	'the verdict stays on one page in %s, whatever was typed',
	async (language) => {
		const { createStack } = await openTestFonts();
		for (const { id } of compiled.structure.selections) {
			const full = fullAssessment(compiled.structure, id);
			for (const assessment of [full, crowded(id), { ...full, answers: {} }]) {
				const document = report(assessment, language, { chapters: 'board' }, full);
				expect((await createPdf(document, createStack())).pages, id).toBe(2);
			}
		}
	},
	60_000
);

describe.each(LANGUAGES)('the finished PDF in %s', (language) => {
	let pdf: ReadPdf;
	let text: string;
	let assessment: Assessment;

	beforeAll(async () => {
		assessment = fullAssessment(compiled.structure);
		const { createStack } = await openTestFonts();
		const { bytes, missing } = await createPdf(report(assessment, language), createStack());
		expect(missing).toEqual([]);
		pdf = await readPdf(bytes);
		text = squeezed(pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
	}, 120_000);

	test('gives back the score, rare characters, and notes with tabs and emoji', () => {
		const score = floor(scoreAssessment(compiled.structure, assessment).overall!.score);
		const second = squeezed(pdf.pages[1]!.items.map((item) => item.text).join(''));
		expect(second).toContain(String(score));
		for (const wanted of [
			DIFFICULT.rare,
			DIFFICULT.tabbed,
			DIFFICULT.braces,
			DIFFICULT.lines,
			DIFFICULT.long
		])
			expect(contains(text, wanted), wanted).toBe(true);
	});

	test('gives back every text that a person typed', () => {
		// A cell that goes over a page is interrupted by the page's header and footer.
		const whole = typedStrings(assessment).filter((wanted) => !contains(text, wanted));
		expect(whole.length).toBeLessThan(5);
		for (const wanted of whole)
			expect(
				wanted.split(/[\s；。]+/).every((word) => contains(text, word)),
				wanted
			).toBe(true);
	});

	test('puts the verdict on one page', () => {
		const pageOf = new Map(
			pdf.outline.filter(({ level }) => level === 1).map(({ title, page }) => [title, page])
		);
		const [verdict, next] = [...pageOf.values()];
		expect(verdict).toBe(2);
		// The contents stand between the verdict and the first chapter.
		expect(next).toBe(4);
	});

	test('numbers every page and links to the sources', () => {
		const total = String(pdf.pages.length);
		const words = reportTranslator(language).t('report:furniture.page');
		pdf.pages.slice(1).forEach(({ items }, index) => {
			const number = words.replace('{n}', String(index + 2)).replace('{N}', total);
			expect(squeezed(items.map((item) => item.text).join(''))).toContain(squeezed(number));
		});
		const links = pdf.pages.flatMap((page) => page.links);
		for (const { address } of Object.values(compiled.structure.documents)) expect(links).toContain(address);
		expect(links).toContain(DIFFICULT.url + '&q=0');
	});
});
