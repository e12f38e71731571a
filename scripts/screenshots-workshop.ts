// A live room for the pictures in docs/screenshots: host, hall, phone, and a page of its report.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Hosting, joinRoom, openRoom, Participation } from '../src/lib/client/room/index.ts';
import type { Choice } from '../src/lib/core/room/types.ts';
import { loadQuestionnaire } from '../src/lib/server/questionnaire-files.ts';

/** What eighteen people answer, one after the other, and a room that is of two minds. */
const CHOICES: readonly Choice[] = [0, 3, 2, 1, 3, 'unknown'];
const PEOPLE = 18;
const QUESTIONS = 6;

/** @param base - address of a running server */
export async function takeWorkshop(browser: Browser, base: string, folder: string): Promise<void> {
	const { structure } = loadQuestionnaire('ai-privacy');
	const items = structure.questions
		.filter(({ kind, selections }) => kind === 'graded' && selections.includes('quick'))
		.slice(0, QUESTIONS)
		.map(({ id, kind }) => ({ question: id, kind }));
	const key = await openRoom(
		{
			questionnaire: { id: structure.id, version: structure.version },
			title: 'Kumquat Bank 金桔銀行',
			items,
			languages: ['zh-Hant', 'en'],
			roles: [{ id: 'legal' }, { id: 'it' }, { id: 'business' }],
			pace: 'host'
		},
		base
	);
	const hosting = new Hosting(key, base);
	const { secret } = (await hosting.read()).entry;
	const people: Participation[] = [];
	for (let one = 0; one < PEOPLE; one++)
		people.push(new Participation(await joinRoom({ secret }, one % 3, undefined, base), base));

	const open = async (path: string, width: number, height: number, dark = false) => {
		const context = await browser.newContext({
			viewport: { width, height },
			colorScheme: dark ? 'dark' : 'light',
			reducedMotion: 'reduce'
		});
		const page = await context.newPage();
		await page.goto(`${base}/${path}`);
		await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
		return page;
	};
	const fragment = `#r=${key.room}.${key.token}`;
	const hall = await open(`zh-hant/workshop/screen/${fragment}`, 1920, 1080);
	await hall.locator('.qr svg').waitFor();
	await hall.screenshot({ path: join(folder, 'workshop-hall-zh-hant.png') });

	const phone = await open(`zh-hans/workshop/join/#${secret}`, 390, 844, true);
	await phone.getByRole('radio').first().check();
	await phone.locator('form button').click();
	await phone.locator('.notice.good').waitFor();
	await hosting.show(0);
	await hosting.question(0, 'open', 120);
	for (const [index, person] of people.entries())
		await person.answer({ item: 0, value: CHOICES[index % CHOICES.length]!, seq: 1, round: 1 });
	await phone.getByRole('radio').nth(2).check();
	await phone.locator('.status.sent').waitFor();
	await phone.screenshot({ path: join(folder, 'workshop-phone-zh-hans.png') });

	await hosting.question(0, 'close');
	await hosting.question(0, 'reveal');
	await hosting.note(0, { agreed: 1, note: 'Ask the supplier who keeps the list.' });
	const host = await open(`en/workshop/host/${fragment}`, 1280, 1000);
	await host.locator('.result').waitFor();
	await host.screenshot({ path: join(folder, 'workshop-host-en.png') });
	await hosting.erase();
}
