import type { Page } from 'playwright-core';
import { joinRoom, Participation } from '../../src/lib/client/room/index.ts';
import { LANGUAGE_SLUGS, type Language } from '../../src/lib/core/languages.ts';
import { optionsOf, roomTextsOf } from '../../src/lib/core/room/texts.ts';
import type { Choice } from '../../src/lib/core/room/types.ts';
import { ready } from './fixtures.ts';
import { Visitor } from './pages/visitor.ts';
import { beginningWith, content, plain } from './words.ts';

export const textsIn = (language: Language) => {
	const { structure, ...texts } = content(language);
	return roomTextsOf(structure, texts);
};

/** A person with a phone. */
export class Participant extends Visitor {
	/** What this person chose, by item: the tally is made from it, apart from the app. */
	readonly chosen = new Map<number, Choice>();

	/** @param role - key of its name */
	async join(code: string, role: string | null = 'room:roles.legal'): Promise<void> {
		await this.open('workshop/join/');
		await this.enter(code, role);
	}

	/** The same at another address of the server. */
	async joinAt(base: string, code: string, role: string | null = null): Promise<void> {
		await this.page.goto(`${base}/${LANGUAGE_SLUGS[this.language]}/workshop/join/`);
		await ready(this.page);
		await this.enter(code, role);
	}

	async enter(code: string, role: string | null): Promise<void> {
		await this.field('join:code.label').fill(` ${code.toLowerCase()}`);
		await this.button('join:code.action').click();
		if (role) await this.page.getByRole('radio', { name: this.t(role) }).check();
		await this.button('join:action').click();
		await this.page.getByRole('heading', { level: 1 }).waitFor();
	}

	radio(question: string, choice: Choice) {
		const texts = textsIn(this.language);
		const asked = texts.questions.find(({ id }) => id === question)!;
		const option = optionsOf(asked, texts.grades, this.t('room:unknown')).find(
			(one) => one.choice === choice
		)!;
		return this.page.getByRole('radio', { name: beginningWith(option.label) });
	}

	async choose(item: number, question: string, choice: Choice): Promise<void> {
		await this.radio(question, choice).check();
		this.chosen.set(item, choice);
	}

	said(key: string) {
		return this.page.getByText(this.t(key), { exact: true });
	}
}

/** Chooses on the host's page, with the form as it stands otherwise, and opens the room. */
export async function openRoom(host: Visitor, choose: () => Promise<void> = async () => {}): Promise<string> {
	await host.page.getByRole('radio', { name: /^Quick|^快速|^快/ }).waitFor();
	await choose();
	await host.button('host:setUp.action').click();
	await host.page.getByRole('heading', { name: host.t('host:lobby.title') }).waitFor();
	return plain(await host.page.locator('dd.code').first().textContent());
}

/** People without a page: a room of twelve need not be twelve browsers. */
export function joinByCode(base: string, code: string, roles: readonly (number | null)[]) {
	return Promise.all(
		roles.map(
			async (role) =>
				new Participation(await joinRoom({ code: code.replace(' ', '') }, role, undefined, base), base)
		)
	);
}

/** Everybody answers one question. */
export async function answerAll(people: readonly Participation[], item: number, value: Choice, seq = 1) {
	for (const person of people) await person.answer({ item, value, seq: seq + item, round: 1 });
}

/** The numbers of the bars on a page, in the order of the choices. */
export async function figures(page: Page): Promise<number[]> {
	const cells = await page.locator('.result td.count').allTextContents();
	return cells.map(Number);
}
