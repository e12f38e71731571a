import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_SLUGS, type Language } from '../../src/lib/core/languages.ts';
import { launchOptions } from '../helpers/chromium.ts';
import { temporaryDirectory } from '../helpers/temporary-directory.ts';
import { startRoomServer, type RoomServer } from '../helpers/room-server.ts';
import { DESKTOP, PHONE, ready } from './fixtures.ts';
import { Visitor } from './pages/visitor.ts';
import { answerAll, figures, joinByCode, openRoom, Participant, textsIn } from './room-people.ts';

/** A name that is not this machine's own for the browser, so that its pages are no secure context. */
const NAME = 'laptop.test';

describe('a workshop on a closed network: plain HTTP at a private address, and a server that is killed', () => {
	const folder = temporaryDirectory('network');
	let [server, browser, port]: [RoomServer, Browser, string] = [] as never;
	const start = (environment = {}) =>
		startRoomServer({ kind: 'sqlite', folder }, { LOG_LEVEL: 'warn', ...environment }, 'bin/serve.js');

	beforeAll(async () => {
		server = await start();
		({ port } = new URL(server.base));
		const options = await launchOptions(folder);
		const rule = `--host-resolver-rules=MAP ${NAME} 127.0.0.1`;
		browser = await chromium.launch({ ...options, args: [...(options.args ?? []), rule] });
	});
	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	async function newPage(viewport = DESKTOP): Promise<{ page: Page; problems: string[] }> {
		const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
		context.setDefaultTimeout(15_000);
		const page = await context.newPage();
		const problems: string[] = [];
		page.on('pageerror', (error) => problems.push(error.message));
		return { page, problems };
	}
	const address = (language: Language, path: string) =>
		`http://${NAME}:${port}/${LANGUAGE_SLUGS[language]}/${path}`;

	test('loses no answer, and neither phone nor host needs to do anything', { timeout: 90_000 }, async () => {
		const { page, problems } = await newPage();
		const host = new Visitor(page, 'en');
		await page.goto(address('en', 'workshop/host/'));
		await ready(page);
		expect(
			await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID])
		).toEqual([false, 'undefined', 'undefined']);
		const code = await openRoom(host);
		// The clipboard is closed to such pages: the link can be copied by hand.
		await host.button('host:bar.copyLink').click();
		expect(await host.field('host:bar.link').inputValue()).toContain(
			`http://${NAME}:${port}/en/workshop/host/#r=`
		);

		const phone = await newPage(PHONE);
		const person = new Participant(phone.page, 'zh-Hans');
		await person.joinAt(`http://${NAME}:${port}`, code);
		const others = await joinByCode(server.base, code, [null, null, null, null]);
		await host.button('host:lobby.start').click();
		await host.button('host:act.open').click();
		const asked = textsIn('zh-Hans').questions.find(({ selections }) => selections.includes('quick'))!;
		await person.choose(0, asked.id, 0);
		await person.said('join:status.sent').waitFor();
		await answerAll(others.slice(0, 2), 0, 3);

		await server.kill();
		await host.page.getByText(host.t('room:connection.waiting'), { exact: true }).waitFor();
		await person.choose(0, asked.id, 3);
		await person.said('join:status.waiting').waitFor();
		server = await start({ PORT: port });
		await person.said('join:status.sent').waitFor();
		await answerAll(others.slice(2), 0, 0);
		await page.getByText(host.t('host:question.answered', { n: 5, joined: 5 }), { exact: true }).waitFor();
		await host.button('host:act.close').click();
		await page.locator('.result').waitFor();
		const counts = await figures(page);
		expect([counts[0], counts.at(-2)]).toEqual([2, 3]);

		const report = await host.download(() =>
			page
				.getByRole('button', { name: host.t('host:end.report', { language: host.t('language.en') }) })
				.click()
		);
		expect(report.bytes.subarray(0, 5).toString()).toBe('%PDF-');
		await page
			.getByRole('group', { name: host.t('host:agreed.legend') })
			.getByRole('radio')
			.first()
			.check();
		await host.button('host:end.draft').click();
		await page.waitForURL('**/results/#a=*');
		expect([...problems, ...phone.problems]).toEqual([]);
	});
});
