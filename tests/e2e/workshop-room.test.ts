import { decodeQR } from 'qr/decode.js';
import { describe, inject } from 'vitest';
import { LANGUAGE_SLUGS } from '../../src/lib/core/languages.ts';
import { roomFileOf } from '../fixtures/room-file.ts';
import { readPng } from '../helpers/read-png.ts';
import { DESKTOP, expect, PHONE, ready, test, useBrowser } from './fixtures.ts';
import { overflow, violations } from './pages/look.ts';
import { Visitor } from './pages/visitor.ts';
import { answerAll, figures, joinByCode, openRoom, Participant, textsIn } from './room-people.ts';
import { content, plain } from './words.ts';

const browser = useBrowser();
const HALL = { width: 1920, height: 1080 };

async function hostPage(language: 'en' | 'zh-Hant' | 'zh-Hans' = 'en', options: object = {}) {
	const { page, problems } = await browser.newPage({ reducedMotion: 'reduce', ...options });
	const host = new Visitor(page, language);
	return { host, page, problems };
}

async function phone(language: 'en' | 'zh-Hant' | 'zh-Hans') {
	const { page, problems } = await browser.newPage({ viewport: PHONE, reducedMotion: 'reduce' });
	return { person: new Participant(page, language), page, problems };
}

describe('the screen of the hall', () => {
	test('shows a QR code that a reader decodes, and that leads a phone into the room', async () => {
		const { host, page, problems } = await hostPage('zh-Hant', { viewport: HALL, colorScheme: 'dark' });
		await host.open('workshop/host/');
		await openRoom(host);
		const [hall] = await Promise.all([
			page.context().waitForEvent('page'),
			host.link('host:bar.screen').click()
		]);
		const code = hall.getByRole('img', { name: host.t('room:hall.qr') });
		await code.waitFor();
		// The key of the host is not on the wall.
		expect(new URL(hall.url()).hash).toBe('');
		const link = decodeQR(readPng(await hall.screenshot()), { timeLimit: 5_000 });
		expect(link).toMatch(new RegExp(`^${inject('address')}/join/#[A-Za-z0-9_-]{22}$`));
		expect(await violations(hall)).toEqual([]);
		expect(await overflow(hall)).toBe('');
		// From the back: the code is letters as high as a twentieth of the wall.
		const letters = await hall
			.locator('dd.code')
			.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
		expect(letters).toBeGreaterThan(HALL.height / 10);

		const { person, problems: others } = await phone('en');
		await person.page.goto(link);
		await person.page.waitForURL('**/workshop/join/*');
		await ready(person.page);
		await person.button('join:action').click();
		await person.said('join:lobby.text').waitFor();
		await hall.getByText(host.t('room:hall.joined', { n: 1 }), { exact: true }).waitFor();
		expect([...problems, ...others]).toEqual([]);
	});
});

describe('the host', () => {
	test('goes on at another device by the host link, and both see the same', async () => {
		const { host, page, problems } = await hostPage();
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await host.open('workshop/host/');
		await openRoom(host);
		await host.button('host:bar.copyLink').click();
		await page.getByText(host.t('host:bar.copied'), { exact: false }).waitFor();
		const link = await page.evaluate(() => navigator.clipboard.readText());

		const other = await hostPage('en', { viewport: PHONE });
		await other.page.goto(link);
		await ready(other.page);
		await other.host.button('host:lobby.start').click();
		await host.button('host:act.open').waitFor();
		await host.button('host:act.open').click();
		await other.host.button('host:act.close').waitFor();
		await other.host.field('host:note.label').fill('from the other device');
		await other.page.getByText(host.t('host:note.saved'), { exact: true }).waitFor();
		await expect.poll(() => host.field('host:note.label').inputValue()).toBe('from the other device');
		expect(await overflow(other.page)).toBe('');
		expect([...problems, ...other.problems]).toEqual([]);
	});

	test('sees nothing below five, no role that could be told from the rest, and no difference of two results', async () => {
		const { host, page, problems } = await hostPage();
		await host.open('workshop/host/');
		const code = await openRoom(host, async () => {
			for (const role of ['legal', 'it'])
				await page.getByRole('checkbox', { name: host.t(`room:roles.${role}`) }).check();
		});
		const legal = await joinByCode(inject('address'), code, [0, 0, 0, 0, 0]);
		const it = await joinByCode(inject('address'), code, [1, 1, 1, 1, 1]);
		const byRole = page.getByRole('table', { name: host.t('room:figures.byRole') });
		const next = async () => {
			await page.locator('body').press('ArrowRight');
			await host.button('host:act.open').waitFor();
			await page.locator('body').press('ArrowRight');
			await host.button('host:act.close').waitFor();
		};
		const close = () => host.button('host:act.close').click();

		await next();
		await answerAll(legal.slice(0, 4), 0, 3);
		await close();
		await page.getByText(host.t('room:held.too_few'), { exact: true }).waitFor();
		expect(await figures(page)).toEqual([]);

		// Five and three: three people could be had by taking one role from the whole.
		await host.button('host:act.reopen').click();
		await host.button('host:act.close').waitFor();
		await answerAll([...legal.slice(4), ...it.slice(0, 3)], 0, 0);
		await close();
		await page.locator('.result').waitFor();
		expect((await figures(page)).reduce((sum, count) => sum + count, 0)).toBe(8);
		expect(await byRole.count()).toBe(0);

		// One more person: the earlier result stays, because the new one minus the old one would be that person.
		const before = await figures(page);
		await host.button('host:act.reopen').click();
		await host.button('host:act.close').waitFor();
		await answerAll(it.slice(3, 4), 0, 3);
		await page.getByText(host.t('host:question.answered', { n: 9, joined: 10 }), { exact: true }).waitFor();
		await close();
		await page.getByText(host.t('room:held.too_few_new'), { exact: true }).waitFor();
		expect(await figures(page)).toEqual(before);

		// Five and five: both roles.
		await page.locator('body').press('ArrowRight');
		await host.button('host:act.hide').waitFor();
		await next();
		await answerAll(legal, 1, 0);
		await answerAll(it, 1, 3);
		await close();
		await byRole.waitFor();
		expect(await byRole.getByRole('row').count()).toBe(3);

		// A reset empties the question, and the old answers do not come back.
		await host.button('host:act.reset').click();
		await host.button('host:act.resetSure').click();
		await host.button('host:act.open').click();
		await page.getByText(host.t('host:question.answered', { n: 0, joined: 10 }), { exact: true }).waitFor();
		expect(problems).toEqual([]);
	});

	test('sees the question closed when its countdown ends, and everybody sees the time', async () => {
		const { host, page, problems } = await hostPage();
		await page.clock.install();
		await host.open('workshop/host/');
		const code = await openRoom(host);
		const { person } = await phone('zh-Hans');
		await person.join(code, null);
		await host.button('host:lobby.start').click();
		await host.field('host:timer.label').selectOption({ label: host.t('host:timer.seconds', { count: 30 }) });
		await host.button('host:act.open').click();
		await person.page
			.getByRole('timer')
			.getByText(/0:[123]\d/)
			.waitFor();
		await page
			.getByRole('timer')
			.getByText(/0:[123]\d/)
			.waitFor();
		await page.clock.fastForward(32_000);
		await person.said('join:closed').waitFor();
		await page.getByText(host.t('room:held.too_few'), { exact: true }).waitFor();
		expect(problems).toEqual([]);
	});

	test('lets everybody answer at their own pace', async () => {
		const { host, page, problems } = await hostPage();
		await host.open('workshop/host/');
		const code = await openRoom(host, async () => {
			await page.getByRole('radio', { name: host.t('host:setUp.paceOwn') }).check();
		});
		const asked = textsIn('en').questions.filter(({ selections }) => selections.includes('quick'));
		const { person } = await phone('zh-Hant');
		await person.join(code, null);
		for (const [item, { id }] of asked.slice(0, 3).entries()) {
			await person.choose(item, id, 3);
			await person.said('join:status.sent').waitFor();
			await person.button('join:next').click();
		}
		await person.page
			.getByText(person.t('join:progress', { n: 3, total: asked.length }), { exact: true })
			.waitFor();
		// Another person does not wait for the first one.
		const others = await joinByCode(inject('address'), code, [null, null, null, null]);
		await answerAll(others, 2, 0);
		await host.button('host:act.closeAll').click();
		await person.said('join:closed').waitFor();
		await page.getByRole('button', { name: /^3\. / }).last().click();
		await page.locator('.result').waitFor();
		expect((await figures(page)).reduce((sum, count) => sum + count, 0)).toBe(5);
		expect(problems).toEqual([]);
	});

	test('opens a prepared case: people read its story, and the draft goes on from its answers', async () => {
		const { host, page, problems } = await hostPage('zh-Hans');
		await host.open('workshop/host/');
		const code = await openRoom(host, async () => {
			await host.field('host:setUp.case').selectOption('bank-chatbot');
			expect(await page.getByRole('radio', { name: /^案例里的题目/ }).isChecked()).toBe(true);
		});
		const { person, problems: others } = await phone('en');
		await person.join(code, null);
		await person.page.getByText(/^The case: The bank’s chatbot|^The case: The bank's chatbot/).click();
		await person.page.getByText(/^Kumquat Bank is fictional/).waitFor();
		expect(await violations(person.page)).toEqual([]);
		expect(await overflow(person.page)).toBe('');

		await host.button('host:lobby.start').click();
		await host.button('host:act.open').click();
		const people = await joinByCode(inject('address'), code, [null, null, null, null, null]);
		await answerAll(people, 0, 3);
		await page.getByText(host.t('host:question.answered', { n: 5, joined: 6 }), { exact: true }).waitFor();
		await host.button('host:act.close').click();
		await page
			.getByRole('group', { name: host.t('host:agreed.legend') })
			.getByRole('radio')
			.nth(1)
			.check();
		// While the room goes on.
		const report = await host.download(() =>
			page
				.getByRole('button', { name: host.t('host:end.report', { language: host.t('language.zh-Hans') }) })
				.click()
		);
		expect(report.bytes.subarray(0, 5).toString()).toBe('%PDF-');
		await host.button('host:end.draft').click();
		await page.waitForURL('**/results/#a=*');
		await host.status.waitFor();
		const [answered] = /\d+/.exec(await host.progress()) ?? [];
		// What the case answers beforehand; one question that the room agreed on may be a checklist.
		expect(Number(answered)).toBeGreaterThanOrEqual(25);
		expect([...problems, ...others]).toEqual([]);
	});
});

test('two saved rooms are compared question by question, and another file is refused with what it is', async () => {
	const { structure } = content('zh-Hant');
	const file = (count: number) => ({
		name: 'room.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(roomFileOf(structure, structure.questions.slice(0, count))))
	});
	const { host: person, page, problems } = await hostPage('zh-Hant', { viewport: DESKTOP });
	await person.open('workshop/compare/');
	const inputs = page.locator('input[type=file]');
	await inputs.nth(0).setInputFiles(file(6));
	await inputs.nth(1).setInputFiles(file(8));
	const table = page.getByRole('table');
	await table.waitFor();
	expect(await table.getByRole('row').count()).toBe(7);
	expect(await violations(page)).toEqual([]);
	await inputs.nth(1).setInputFiles({ ...file(6), buffer: Buffer.from('{"format":"other"}') });
	await page.getByText(/room\.json/).waitFor();
	expect(problems).toEqual([]);
});

test('a room’s host page of another language is the same room', async () => {
	const { host, page } = await hostPage();
	await host.open('workshop/host/');
	const code = await openRoom(host);
	await page.goto(`${inject('address')}/${LANGUAGE_SLUGS['zh-Hant']}/workshop/host/`);
	await ready(page);
	await page.locator('dd.code').first().waitFor();
	expect(plain(await page.locator('dd.code').first().textContent())).toBe(code);
});
