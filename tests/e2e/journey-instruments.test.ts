import { strFromU8, unzipSync } from 'fflate';
import { describe } from 'vitest';
import {
	floor,
	habitsOf,
	scoreAssessment,
	sectionsOf,
	type Answer,
	type Assessment
} from '../../src/lib/core/index.ts';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { readPdf, squeezed } from '../../src/lib/report/testing/read-pdf.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { violations } from './pages/look.ts';
import { ReportPage, ResultsPage } from './pages/result-pages.ts';
import { SectionPage } from './pages/section-page.ts';
import { HomePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';

const browser = useBrowser();
const LONG_MS = 120_000;

async function arrive(language: Language, questionnaire: string) {
	const { page, problems } = await browser.newPage({ acceptDownloads: true, reducedMotion: 'reduce' });
	return { visitor: new Visitor(page, language, questionnaire), page, problems };
}

/** From the list of all questionnaires to this one's own page. */
async function choose(visitor: Visitor): Promise<void> {
	const { page, content } = visitor;
	await visitor.open('questionnaires/');
	await page.getByRole('main').getByRole('link', { name: content.frame.title, exact: true }).click();
	await page.getByRole('heading', { level: 1, name: content.frame.title, exact: true }).waitFor();
}

/** The open assessment, read from the file that the report page offers. */
async function dataOf(visitor: Visitor): Promise<Assessment> {
	const { bytes } = await new ReportPage(visitor).downloadData();
	return JSON.parse(bytes.toString()) as Assessment;
}

/** Answers every graded question of one section with the same grade. */
async function answerSection(
	visitor: Visitor,
	selection: string,
	section: string,
	grade: number
): Promise<void> {
	const { structure } = visitor.content;
	const page = new SectionPage(visitor);
	await page.arrived(section);
	const asked = sectionsOf(structure, selection).find(({ id }) => id === section)?.questions ?? [];
	const graded = asked.filter((id) => structure.questions.some((q) => q.id === id && q.kind === 'graded'));
	for (const id of graded) await page.radio(id, grade).check();
	await visitor.says('saved');
}

describe('a questionnaire by sections that drafts a policy', () => {
	for (const language of LANGUAGES)
		test(
			`in ${language}: from the list to a score by area, a policy outline and a report`,
			{ timeout: LONG_MS },
			async () => {
				const { visitor, page, problems } = await arrive(language, 'generative-ai-policy');
				const { t, content } = visitor;
				await choose(visitor);
				const full = content.frame.selections['full']?.title ?? '';
				await page
					.getByRole('button', { name: t('instrument:start.button', { title: full }), exact: true })
					.click();
				await page.waitForURL('**/details/**');
				await visitor.field('details:field.organisation').fill('蓮崗補習社');
				expect(await page.getByLabel(t('details:field.system'), { exact: true }).count()).toBe(0);
				await visitor
					.link('details:next')
					.or(page.getByRole('link', { name: t('details:next') }))
					.first()
					.click();
				await page.waitForURL('**/scope/**');
				await visitor.link('scope:next.go').click();
				const [first] = sectionsOf(content.structure, 'full');
				await answerSection(visitor, 'full', first?.id ?? '', 1);

				await visitor.goTo('results');
				const results = new ResultsPage(visitor);
				await results.region('results:steps.title').waitFor();
				const { values, practiceAreas, themes, legalLens } = content.structure;
				const grouped = [values, practiceAreas, themes, legalLens].some((ids) => ids.length > 0);
				expect(await results.region('results:lenses.title').count()).toBe(grouped ? 1 : 0);
				await page
					.getByRole('columnheader', { name: t('results:table.principle'), exact: true })
					.first()
					.waitFor();
				const shown = await results.score();

				await visitor.goTo('policy');
				await page.getByText(t('policy:notAdvice')).waitFor();
				const outline = await visitor.download(() => visitor.button('policy:take.docx').click());
				expect(outline.name).toMatch(/\.docx$/);
				const word = strFromU8(
					unzipSync(new Uint8Array(outline.bytes))['word/document.xml'] ?? new Uint8Array()
				);
				const [question] = first?.questions ?? [];
				expect(word).toContain(content.questions[question ?? '']?.policyText?.slice(0, 10));

				await visitor.goTo('report');
				const assessment = await dataOf(visitor);
				const { overall } = scoreAssessment(content.structure, assessment);
				expect(shown).toContain(String(overall && floor(overall.score)));
				const { bytes } = await new ReportPage(visitor).makePdf('management');
				const pdf = await readPdf(new Uint8Array(bytes));
				const text = squeezed(pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
				expect(pdf.language).toBe(language);
				for (const { id } of content.structure.groups)
					expect(text).toContain(squeezed(content.frame.groups[id]?.title ?? id));
				expect(problems).toEqual([]);
			}
		);
});

describe('a questionnaire for a person', () => {
	for (const language of LANGUAGES)
		test(
			`in ${language}: straight to the questions, then ten habits and one page`,
			{ timeout: LONG_MS },
			async () => {
				const { visitor, page, problems } = await arrive(language, 'chatbot-safety');
				const { t, content } = visitor;
				await choose(visitor);
				await page.getByRole('button', { name: t('instrument:start.one'), exact: true }).click();
				const [first] = sectionsOf(content.structure, 'full');
				await answerSection(visitor, 'full', first?.id ?? '', 3);

				await visitor.goTo('results');
				await page
					.getByRole('heading', { level: 2, name: t('results:habits.title', { count: 10 }) })
					.waitFor();
				expect(await page.getByText(t('results:verdict.score'), { exact: true }).count()).toBe(0);
				const shown = await page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents();

				await visitor.goTo('report');
				const assessment = await dataOf(visitor);
				const habits = habitsOf(content.structure, scoreAssessment(content.structure, assessment));
				const titles = habits.map(({ id }) => content.frame.themes[id]?.title ?? id);
				expect(shown).toEqual(titles);
				const { bytes } = await new ReportPage(visitor).makePdf(null);
				const pdf = await readPdf(new Uint8Array(bytes));
				expect(pdf.pages).toHaveLength(1);
				const text = squeezed((pdf.pages[0]?.items ?? []).map((item) => item.text).join(''));
				for (const title of titles) expect(text).toContain(squeezed(title));
				expect(problems).toEqual([]);
			}
		);
});

test(
	'a questionnaire without a choice of what is assessed goes from its facts to a tier of its own',
	{ timeout: LONG_MS },
	async () => {
		const { visitor, page, problems } = await arrive('zh-Hant', 'data-scraping');
		const { content, t } = visitor;
		await choose(visitor);
		const [selection] = content.structure.selections;
		const only = content.structure.selections.length === 1;
		const title = content.frame.selections[selection?.id ?? '']?.title ?? '';
		const start = only ? t('instrument:start.one') : t('instrument:start.button', { title });
		await page.getByRole('button', { name: start, exact: true }).click();
		await page.waitForURL('**/details/**');
		await visitor.goTo('scope');
		await page.getByRole('heading', { name: t('scope:exposure.title'), exact: true }).waitFor();
		await visitor.goTo('results');
		await visitor.link('results:nothing.answer').waitFor();
		expect(problems).toEqual([]);
	}
);

describe('several assessments side by side', () => {
	/** What a browser holds after two files of different questionnaires were opened in it. */
	async function withTwo(language: Language) {
		const { visitor, page } = await arrive(language, 'chatbot-safety');
		const home = new HomePage(visitor);
		for (const [id, answers] of [
			['data-scraping', {}],
			['chatbot-safety', { 'own-details': { grade: 2 } }]
		] as const) {
			await home.open();
			await home.openFile(`${id}.json`, JSON.stringify(emptyOf(visitor, language, id, answers)));
			await page.waitForURL(`**/assessment/${id}/results/**`);
		}
		await home.open();
		return { visitor, page, home };
	}
	function emptyOf(visitor: Visitor, language: Language, id: string, answers: Record<string, Answer>) {
		const { structure } = new Visitor(visitor.page, language, id).content;
		const { version, scoringVersion } = structure;
		return {
			format: 'plumbline-assessment',
			formatVersion: 1,
			id: `file-of-${id}`,
			created: '2026-11-23T00:00:00.000Z',
			updated: '2026-11-23T00:00:00.000Z',
			questionnaire: { id, version },
			scoringVersion,
			selection: 'full',
			details: {},
			scope: {},
			answers,
			actions: {}
		} satisfies Assessment;
	}

	test(
		'a file opens in the questionnaire that it is of, and home goes on with each',
		{ timeout: LONG_MS },
		async () => {
			const { visitor, page, home } = await withTwo('en');
			for (const id of ['data-scraping', 'chatbot-safety']) {
				const { frame } = new Visitor(page, 'en', id).content;
				const link = page.getByRole('link', { name: visitor.t('home:hero.resume', { title: frame.title }) });
				expect(await link.getAttribute('href')).toContain(`/assessment/${id}/`);
				await home.row(frame.title).waitFor();
			}
			expect(await violations(page)).toEqual([]);
		}
	);

	test('each questionnaire opens the assessment that was last open in it', { timeout: LONG_MS }, async () => {
		const { visitor, page } = await withTwo('en');
		for (const id of ['data-scraping', 'chatbot-safety']) {
			await visitor.open(`assessment/${id}/details/`);
			await page.waitForFunction((own) => location.hash.includes(own), `file-of-${id}`);
		}
	});
});

test('a questionnaire that does not exist gets the page that says so and leads on', async () => {
	const { visitor, page } = await arrive('zh-Hans', 'chatbot-safety');
	for (const path of [
		'questionnaires/no-such/',
		'assessment/no-such/details/',
		'assessment/chatbot-safety/plan/'
	]) {
		await visitor.open(path);
		await page.getByRole('heading', { level: 1, name: visitor.t('error.notFound') }).waitFor();
		await visitor.link('error.all').waitFor();
	}
});
