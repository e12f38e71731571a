import { describe } from 'vitest';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { sectionsOf, type Assessment } from '../../src/lib/core/index.ts';
import { scoreOf } from './command-line.ts';
import { DESKTOP, expect, PHONE, ready, test, useBrowser, watch } from './fixtures.ts';
import { PlanPage, ReportPage, ResultsPage } from './pages/result-pages.ts';
import { SectionPage } from './pages/section-page.ts';
import { HomePage, InstrumentPage, ScopePage } from './pages/start-pages.ts';
import { Visitor } from './pages/visitor.ts';
import { DETAILS, NOT_APPLICABLE, quickAnswers, SCOPE } from './small-firm.ts';
import { plain } from './words.ts';

const browser = useBrowser();
const SCREENS = { desktop: DESKTOP, phone: PHONE } as const;
const TEXT_FIELDS = [
	'title',
	'organisation',
	'system',
	'assessor',
	'reviewer',
	'period',
	'asAt',
	'confidentiality'
] as const;

async function fillDetails(visitor: Visitor): Promise<void> {
	for (const field of TEXT_FIELDS) await visitor.field(`details:field.${field}`).fill(DETAILS[field] ?? '');
	await visitor.link('details:next').click();
	await visitor.page.getByRole('heading', { level: 1, name: visitor.t('scope:heading') }).waitFor();
}

async function fillScope(visitor: Visitor): Promise<void> {
	const scope = new ScopePage(visitor);
	for (const [fact, choices] of Object.entries(SCOPE)) await scope.answer(fact, choices);
	const { facts } = visitor.content.structure;
	const all = visitor.t('scope:summary.answered', { n: facts.length, total: facts.length });
	await visitor.page.getByText(all, { exact: true }).waitFor();
	await scope.next();
}

/** Answers every section of the quick scan, up to the results' door. */
async function answerQuickScan(visitor: Visitor): Promise<void> {
	const { structure } = visitor.content;
	const answers = quickAnswers(structure);
	const section = new SectionPage(visitor);
	const sections = sectionsOf(structure, 'quick');
	for (const [index, { id, questions }] of sections.entries()) {
		await section.arrived(id);
		for (const question of questions) await section.answer(question, answers[question] ?? {});
		await visitor.says('saved');
		if (index < sections.length - 1) await section.next();
	}
}

/** What was entered, as it stands in the file; times are not compared. */
function withoutTimes({ answers }: Assessment): Record<string, unknown> {
	return Object.fromEntries(Object.entries(answers).map(([id, { updated: _, ...answer }]) => [id, answer]));
}

async function downloadData(visitor: Visitor): Promise<{ bytes: Buffer; assessment: Assessment }> {
	await visitor.goTo('report');
	const { bytes } = await new ReportPage(visitor).downloadData();
	return { bytes, assessment: JSON.parse(bytes.toString()) as Assessment };
}

/** Holds the page of results to what the command line says of the same data. */
async function expectSameAsCommandLine(visitor: Visitor, data: Buffer): Promise<void> {
	const { t, content } = visitor;
	const told = await scoreOf(data);
	await visitor.goTo('results');
	const results = new ResultsPage(visitor);
	expect(await results.score()).toBe(plain(`${told.score?.value} ${t('results:verdict.outOf')}`));
	const verdict = await results.verdict();
	const [low, high] = [
		content.frame.levels[told.level ?? 0]?.label,
		content.frame.levels[told.levelHigh ?? 0]?.label
	];
	expect(verdict).toContain(
		low === high ? low : t('results:verdict.levelRange', { low: low ?? '', high: high ?? '' })
	);
	if (told.open > 0) expect(verdict).toContain(`${told.low?.value}–${told.high?.value}`);
	const rows = Object.entries(told.principles).map(([id, { points, max }]) => [
		content.frame.groups[id]?.short ?? id,
		t('results:points.of', { points, max })
	]);
	expect((await results.principles()).map(([name, points]) => [name, points])).toEqual(rows);
	expect(await results.gaps()).toEqual(told.gaps.map(({ question }) => content.questions[question]?.short));
}

async function expectNothingLost(visitor: Visitor): Promise<void> {
	const { structure } = visitor.content;
	const section = new SectionPage(visitor);
	const [first] = sectionsOf(structure, 'quick');
	await section.arrived(first?.id ?? '');
	await visitor.says('saved');
	const { length } = structure.questions.filter(({ selections }) => selections.includes('quick'));
	expect(await visitor.progress()).toBe(visitor.t('bar:progress', { done: length, total: length }));
	expect(await section.radio('named-owner', 2).isChecked()).toBe(true);
	await section.openNotes('named-owner');
	expect(await section.note('named-owner').inputValue()).toBe(quickAnswers(structure)['named-owner']?.note);
}

async function planFor(visitor: Visitor): Promise<void> {
	const plan = new PlanPage(visitor);
	await visitor.goTo('plan');
	await plan.add('agent-permissions');
	await plan.field('agent-permissions', 'owner').fill('Lee Mei-ling 李美玲');
	await plan.field('agent-permissions', 'due').fill('2027-03-31');
	await visitor.says('saved');
	await visitor.page.reload();
	await ready(visitor.page);
	await plan.item('agent-permissions').waitFor();
	expect(await plan.field('agent-permissions', 'owner').inputValue()).toBe('Lee Mei-ling 李美玲');
	expect(await plan.field('agent-permissions', 'due').inputValue()).toBe('2027-03-31');
}

async function answerNotApplicable(visitor: Visitor): Promise<void> {
	const { question, section, answer } = NOT_APPLICABLE;
	const page = new SectionPage(visitor);
	await visitor.goTo('questions');
	await page.changeSelection('full');
	const sections = sectionsOf(visitor.content.structure, 'full').map(({ id }) => id);
	for (const id of sections.slice(0, sections.indexOf(section))) {
		await page.arrived(id);
		await page.next();
	}
	await page.arrived(section);
	await page.answer(question, answer);
	await page.item(question).getByText(visitor.t('assess:na.complete')).waitFor();
	await visitor.says('saved');
}

async function journey(language: Language, viewport: { width: number; height: number }): Promise<void> {
	const { page, problems } = await browser.newPage({
		viewport,
		reducedMotion: 'reduce',
		acceptDownloads: true
	});
	const visitor = new Visitor(page, language);
	const home = new HomePage(visitor);
	await home.open();
	await home.start();
	await new InstrumentPage(visitor).start('both', 'quick');
	await fillDetails(visitor);
	await fillScope(visitor);
	await answerQuickScan(visitor);
	await page.close();

	const back = await visitor.inNewTab();
	const later = watch(back.page);
	const again = new HomePage(back);
	await again.open();
	await again.goOn();
	await expectNothingLost(back);

	const quick = await downloadData(back);
	const answers = quickAnswers(back.content.structure);
	expect(quick.assessment).toMatchObject({ selection: 'quick', details: DETAILS, scope: SCOPE });
	expect(withoutTimes(quick.assessment)).toEqual(answers);
	await expectSameAsCommandLine(back, quick.bytes);
	await planFor(back);

	await answerNotApplicable(back);
	const full = await downloadData(back);
	expect(full.assessment.selection).toBe('full');
	expect(full.assessment.actions['agent-permissions']).toMatchObject({
		owner: 'Lee Mei-ling 李美玲',
		due: '2027-03-31'
	});
	expect(withoutTimes(full.assessment)).toEqual({
		...answers,
		[NOT_APPLICABLE.question]: NOT_APPLICABLE.answer
	});
	await expectSameAsCommandLine(back, full.bytes);
	expect([...problems, ...later]).toEqual([]);
}

describe('a small firm assesses itself', () => {
	for (const language of LANGUAGES)
		for (const [name, viewport] of Object.entries(SCREENS))
			test(`in ${language} on a ${name}: nothing is lost, and the score is that of the command line`, () =>
				journey(language, viewport));
});
