import { describe } from 'vitest';
import { sectionsOf } from '../../src/lib/core/index.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlanPage } from './pages/result-pages.ts';
import { SectionPage } from './pages/section-page.ts';
import { HomePage, ScopePage } from './pages/start-pages.ts';
import { Visitor, type Step } from './pages/visitor.ts';
import { quickAnswers, SCOPE } from './small-firm.ts';
import { storedAnswer } from './stored.ts';
import { anyValues } from './words.ts';

const browser = useBrowser();

/** Typed into a date field: the same day in every region's order of day and month. */
const THIRD_OF_MARCH = '03032027';

async function arrive() {
	const { page, problems } = await browser.newPage({ reducedMotion: 'reduce', acceptDownloads: true });
	const visitor = new Visitor(page, 'en');
	return { page, problems, visitor, keyboard: new Keyboard(page) };
}

/** After moving to another page: its title is announced, and Tab begins at the top with the skip link. */
async function expectFreshStart(
	{ page, visitor, keyboard }: Awaited<ReturnType<typeof arrive>>,
	heading: string | RegExp
) {
	await page.getByRole('heading', { level: 1, name: heading }).waitFor();
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
	expect(await page.locator('#svelte-announcer').textContent()).toBe(await page.title());
	await keyboard.press('Tab');
	const skip = page.getByRole('link', { name: visitor.t('skip') });
	expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
}

describe('with the keyboard only', () => {
	test('the skip link is the first stop, can be seen, and leads past the header', async () => {
		const { page, visitor, keyboard } = await arrive();
		await visitor.open('');
		const skip = page.getByRole('link', { name: visitor.t('skip') });
		await keyboard.tabTo(skip, { most: 1 });
		const box = await skip.boundingBox();
		expect(box?.y).toBeGreaterThanOrEqual(0);
		await keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
		await keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('main');
		expect([...keyboard.blind]).toEqual([]);
	});

	test('somebody starts, scopes, answers a section, reads results, plans and makes the PDF', async () => {
		const arrived = await arrive();
		const { page, problems, visitor, keyboard } = arrived;
		const { t, content } = visitor;
		await new HomePage(visitor).open();
		await keyboard.activate(visitor.link('home:hero.start'));
		await expectFreshStart(arrived, content.frame.title);

		const unit = page.getByRole('group', { name: t('instrument:start.unit') });
		await keyboard.choose(
			unit,
			unit.getByRole('radio', { name: content.scoping.facts['unit']?.choices['both'] ?? '' })
		);
		const title = content.frame.selections['quick']?.title ?? '';
		await keyboard.activate(
			visitor.page.getByRole('button', { name: t('instrument:start.button', { title }) })
		);
		await expectFreshStart(arrived, t('details:heading'));

		await keyboard.write(visitor.field('details:field.organisation'), 'Lotus Hill');
		await keyboard.activate(visitor.link('details:next'));
		await expectFreshStart(arrived, t('scope:heading'));

		const scope = new ScopePage(visitor);
		for (const [fact, choices] of Object.entries(SCOPE)) {
			const several = content.structure.facts.find(({ id }) => id === fact)?.multiple;
			for (const choice of [choices].flat())
				if (several) await keyboard.tick(scope.choice(fact, choice));
				else await keyboard.choose(scope.fact(fact), scope.choice(fact, choice));
		}
		await keyboard.activate(visitor.link('scope:next.go'));

		const [first] = sectionsOf(content.structure, 'quick');
		await expectFreshStart(arrived, content.frame.groups[first?.id ?? '']?.title ?? '');
		await answerSection(arrived, first?.questions ?? []);
		await visitor.says('saved');
		expect(await storedAnswer(page.context(), 'named-owner')).toMatchObject({
			grade: 2,
			note: 'By keyboard',
			flagged: true
		});

		await go(arrived, 'results', t('results:title'));
		await keyboard.tabTo(page.getByRole('button', { name: anyValues(t('results:gap.add')) }));
		await keyboard.press('Enter');
		await go(arrived, 'plan', t('plan:title'));
		await plan(arrived);
		await go(arrived, 'report', t('reportPage:heading'));
		await makePdf(arrived);
		expect([...keyboard.blind]).toEqual([]);
		expect(problems).toEqual([]);
	}, 240_000);

	test('the letter keys move and answer, say so, and can be switched off', async () => {
		const { page, visitor, keyboard } = await arrive();
		const section = new SectionPage(visitor);
		await section.open('quick', 'accountability');
		const focused = (id: string) =>
			section.heading(id).evaluate((heading) => heading === document.activeElement);
		await keyboard.press('j');
		await keyboard.press('j');
		expect(await focused('named-owner')).toBe(true);
		await keyboard.press('2');
		expect(await section.radio('named-owner', 2).isChecked()).toBe(true);
		await keyboard.press('u');
		expect(await section.radio('named-owner', 'unknown').isChecked()).toBe(true);
		await keyboard.press('k');
		expect(await focused('ai-inventory')).toBe(true);

		await page.getByText(visitor.t('assess:keys.title'), { exact: true }).press('Enter');
		await page.getByRole('checkbox', { name: visitor.t('assess:keys.use') }).press('Space');
		await section.heading('ai-inventory').focus();
		await keyboard.press('j');
		expect(await focused('named-owner')).toBe(false);
	});
});

type Arrived = Awaited<ReturnType<typeof arrive>>;

async function go(arrived: Arrived, step: Step, heading: string): Promise<void> {
	const { page, visitor, keyboard } = arrived;
	const bar = page.getByRole('navigation', { name: visitor.t('bar:label') });
	const link = bar.getByRole('link', { name: visitor.t(`bar:step.${step}`), exact: true });
	await keyboard.activate(link, { backwards: true });
	await expectFreshStart(arrived, heading);
}

async function answerSection({ visitor, keyboard }: Arrived, questions: readonly string[]): Promise<void> {
	const section = new SectionPage(visitor);
	const answers = quickAnswers(visitor.content.structure);
	for (const question of questions) {
		const { grade, elements } = answers[question] ?? {};
		for (const element of elements ?? []) await keyboard.tick(section.element(question, element));
		const radio = elements ? (elements.length > 0 ? 'done' : 'none') : (grade ?? 'unknown');
		await keyboard.choose(section.group(question), section.radio(question, radio));
		if (question !== 'named-owner') continue;
		await keyboard.tabTo(section.flag(question));
		await keyboard.press('Space');
		await keyboard.activate(
			section.item(question).locator('summary', { hasText: visitor.t('assess:notes.open') })
		);
		await keyboard.write(section.note(question), 'By keyboard');
	}
}

/** The gap that was added on the page of results gets an owner and a day; taken out by mistake, it comes back. */
async function plan({ page, visitor, keyboard }: Arrived): Promise<void> {
	const [question = ''] = await page
		.getByRole('main')
		.locator('li[id^="item-"]')
		.evaluateAll((items) => items.map(({ id }) => id.replace('item-', '')));
	const plan = new PlanPage(visitor);
	await keyboard.write(plan.field(question, 'owner'), 'Lee Mei-ling');
	await keyboard.write(plan.field(question, 'due'), THIRD_OF_MARCH);
	expect(await plan.field(question, 'due').inputValue()).toBe('2027-03-03');
	const action = visitor.t('plan:item.remove');
	const name = visitor.t('plan:item.named', { action, name: plan.short(question) });
	await keyboard.activate(page.getByRole('button', { name, exact: true }));
	const undo = visitor.button('plan:item.undo');
	await undo.waitFor();
	expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
	await keyboard.press('Enter');
	await plan.item(question).waitFor();
	expect(await plan.field(question, 'owner').inputValue()).toBe('Lee Mei-ling');
	await visitor.says('saved');
}

async function makePdf({ page, visitor, keyboard }: Arrived): Promise<void> {
	const presets = page.getByRole('group', { name: visitor.t('reportPage:preset.label') });
	await keyboard.choose(presets, presets.getByRole('radio', { name: visitor.t('reportPage:preset.board') }));
	await keyboard.activate(visitor.button('reportPage:make.button'));
	const link = visitor.link('reportPage:result.download');
	await link.waitFor({ timeout: 60_000 });
	expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
	const { bytes } = await visitor.download(() => page.keyboard.press('Enter'));
	expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
}
