import { describe } from 'vitest';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import type { Choice } from '../../src/lib/core/room/types.ts';
import { expect, PHONE, ready, test, useBrowser } from './fixtures.ts';
import { violations } from './pages/look.ts';
import { Visitor } from './pages/visitor.ts';
import { figures, openRoom, Participant, textsIn } from './room-people.ts';

const browser = useBrowser();
/** Real pages in one browser; the long run has a whole class. */
const PEOPLE = Number(process.env['PLUMBLINE_PEOPLE'] ?? (process.env['PLUMBLINE_LONG'] ? 30 : 6));
/** A whole class has more of everybody: late ones, some without network, some who load the page again. */
const MANY = PEOPLE >= 20;
const [LATE, OFFLINE, RELOADS] = MANY ? [3, 3, 5] : [1, 1, 1];
/** Late ones join at the second question, and everybody answers five. */
const ASKED = MANY ? 6 : 5;
const CHOICES: readonly Choice[] = [2, 1, 2, 0, 3, 'unknown', 2, 1];

async function openedRoom(language: Language): Promise<{ host: Visitor; code: string; problems: string[] }> {
	const { page, problems } = await browser.newPage({ reducedMotion: 'reduce' });
	const host = new Visitor(page, language);
	await host.open('workshop/host/');
	const code = await openRoom(host, async () => {
		await host.field('host:setUp.name').fill('<b>工作坊</b> & "test"');
		await page.getByRole('checkbox', { name: host.t('room:roles.legal') }).check();
	});
	return { host, code, problems };
}

async function participant(language: Language, code: string): Promise<Participant> {
	const { page } = await browser.newPage({ viewport: PHONE, reducedMotion: 'reduce' });
	const person = new Participant(page, language);
	await person.join(code);
	return person;
}

describe('a workshop', () => {
	test(
		'in three languages, with reloads, a lost network and late joins: the host’s figures equal a tally made apart',
		{ timeout: 600_000 },
		async () => {
			const { host, code, problems } = await openedRoom('en');
			const asked = textsIn('en')
				.questions.filter(({ selections }) => selections.includes('quick'))
				.slice(0, ASKED);
			const early = PEOPLE - LATE;
			const people: Participant[] = [];
			for (let one = 0; one < early; one++)
				people.push(await participant(LANGUAGES[one % LANGUAGES.length]!, code));
			await host.page.getByText(host.t('room:hall.joined', { n: early }), { exact: true }).waitFor();

			for (const [item, question] of asked.entries()) {
				// A presenter's remote: first the question, then its opening.
				await host.page.locator('body').press('PageDown');
				await host.page
					.getByRole('heading', {
						level: 2,
						name: textsIn('en').questions.find(({ id }) => id === question.id)!.question
					})
					.waitFor();
				await host.button('host:act.open').waitFor();
				await host.page.locator('body').press('ArrowRight');
				await host.button('host:act.close').waitFor();
				if (item === 1)
					for (let late = 0; late < LATE; late++) people.push(await participant('zh-Hans', code));
				const offline = item === 2 ? people.slice(0, OFFLINE) : [];
				for (const person of [people[0]!, ...offline])
					await person.radio(question.id, 0).and(person.page.locator(':enabled')).waitFor();
				for (const person of offline) await person.page.context().setOffline(true);
				for (const [index, person] of people.entries()) {
					const choice =
						question.kind === 'yes-no' ? (index % 2 ? 0 : 3) : CHOICES[(index + item) % CHOICES.length]!;
					if (index === 1) await person.choose(item, question.id, 0);
					await person.choose(item, question.id, choice);
				}
				for (const person of offline) await person.said('join:status.waiting').waitFor();
				for (const person of offline) await person.page.context().setOffline(false);
				for (const person of people) await person.said('join:status.sent').waitFor();
				if (item === 3)
					for (const person of people.slice(2, 2 + RELOADS)) {
						// The answer is found again.
						await person.page.reload();
						await person.said('join:status.sent').waitFor();
						expect(await person.radio(question.id, person.chosen.get(item)!).isChecked()).toBe(true);
					}
				await host.page
					.getByText(host.t('host:question.answered', { n: people.length, joined: people.length }), {
						exact: true
					})
					.waitFor();
				expect(await figures(host.page)).toEqual([]);
				await host.button('host:act.close').click();
				await host.page.locator('.result').waitFor();
				const order: readonly Choice[] =
					question.kind === 'yes-no' ? [0, 3, 'unknown'] : [0, 1, 2, 3, 'unknown'];
				expect(await figures(host.page)).toEqual(
					order.map((choice) => people.filter(({ chosen }) => chosen.get(item) === choice).length)
				);
				// The host's page is loaded again in the middle and is the same room.
				if (item === 1) {
					await host.page.reload();
					await ready(host.page);
					await host.page.locator('.result').waitFor();
				}
				await host.button('host:act.reveal').click();
				for (const person of people) await person.said('join:revealed').waitFor();
				expect(await figures(people.at(-1)!.page)).toEqual(await figures(host.page));
			}

			await host.field('host:note.label').fill('Ask <i>legal</i> 法務');
			await host.page.getByText(host.t('host:note.saved'), { exact: true }).waitFor();
			await host.page.getByRole('radio', { name: host.t('host:agreed.none') }).waitFor();
			await host.page
				.getByRole('group', { name: host.t('host:agreed.legend') })
				.getByRole('radio')
				.first()
				.check();
			expect(await violations(host.page)).toEqual([]);
			expect(await violations(people[0]!.page)).toEqual([]);

			const { bytes } = await host.download(() => host.button('host:end.file').click());
			const file = JSON.parse(bytes.toString('utf8')) as { joined: number; questions: { note: string }[] };
			expect(file.joined).toBe(PEOPLE);
			expect(file.questions[ASKED - 1]!.note).toBe('Ask <i>legal</i> 法務');
			const pdf = await host.download(() =>
				host.page
					.getByRole('button', { name: host.t('host:end.report', { language: host.t('language.en') }) })
					.click()
			);
			expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
			await host.button('host:end.draft').click();
			await host.page.waitForURL('**/results/#a=*');
			expect(problems).toEqual([]);
		}
	);

	test('erasing tells every page that the room is gone', async () => {
		const { host, code } = await openedRoom('zh-Hant');
		const person = await participant('zh-Hans', code);
		await host.button('host:end.erase').click();
		await host.button('host:end.eraseSure').click();
		await person.page.getByRole('heading', { name: person.t('join:gone.title') }).waitFor();
		await host.page
			.getByRole('heading', { name: host.t('host:gone.title') })
			.or(host.page.getByRole('heading', { name: host.t('host:setUp.title') }))
			.waitFor();
	});

	test('a wrong code is refused with what to do', async () => {
		const { page } = await browser.newPage();
		const person = new Participant(page, 'en');
		await person.open('workshop/join/');
		await person.field('join:code.label').fill('ABCDEF');
		await person.button('join:code.action').click();
		await page.getByRole('alert').getByText(person.t('room:error.wrong_code')).waitFor();
	});
});
