import type { Locator } from 'playwright-core';
import { anyValues, beginningWith, QUESTIONNAIRE } from '../words.ts';
import type { Unit } from '../../../src/lib/core/index.ts';
import type { Visitor } from './visitor.ts';

/** Home: starting, going on, and the assessments stored in this browser. */
export class HomePage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	async open(): Promise<void> {
		await this.visitor.open('');
		await this.loaded();
	}
	/** Waits until storage has been asked what there is. */
	async loaded(): Promise<void> {
		await this.list.getByText(this.visitor.t('home:stored.loading')).waitFor({ state: 'detached' });
	}
	get list(): Locator {
		return this.visitor.page.getByRole('region', { name: this.visitor.t('home:stored.title') });
	}
	/** The row of a stored assessment. */
	row(name: string): Locator {
		return this.list
			.getByRole('listitem')
			.filter({ has: this.visitor.page.getByRole('heading', { name, exact: true }) });
	}
	/** Something that can be done with a stored assessment. */
	action(key: 'open' | 'results' | 'download' | 'delete', title: string): Locator {
		const { t, page } = this.visitor;
		const name = t('home:stored.of', { action: t(`home:stored.${key}`), title });
		return page.getByRole(key === 'open' || key === 'results' ? 'link' : 'button', { name, exact: true });
	}
	async start(): Promise<void> {
		await this.visitor.link('home:hero.start').click();
		await this.visitor.page.waitForURL(`**/questionnaires/${QUESTIONNAIRE}/`);
	}
	async goOn(): Promise<void> {
		await this.visitor.page
			.getByRole('link', { name: anyValues(this.visitor.t('home:hero.resume')) })
			.click();
		await this.visitor.page.waitForURL('**/assessment/**');
	}
	async openFile(name: string, content: string | Buffer): Promise<void> {
		const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
		await this.visitor.page.getByLabel(this.visitor.t('openFile:choose')).setInputFiles(file);
	}
	async remove(name: string): Promise<void> {
		await this.action('delete', name).click();
		await this.visitor.button('home:stored.confirmDelete').click();
		await this.row(name).waitFor({ state: 'detached' });
	}
}

/** The questionnaire's own page: what is assessed, how deep. */
export class InstrumentPage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	async choose(unit: Unit, selection: string): Promise<void> {
		const { page, t, content } = this.visitor;
		await page.getByRole('radio', { name: content.scoping.facts['unit']?.choices[unit] ?? '' }).check();
		const title = content.frame.selections[selection]?.title ?? '';
		await page.getByRole('button', { name: t('instrument:start.button', { title }), exact: true }).click();
	}
	async start(unit: Unit, selection: string): Promise<void> {
		await this.choose(unit, selection);
		await this.visitor.page.waitForURL('**/details/#a=*');
	}
}

/** The twelve scoping facts. */
export class ScopePage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	fact(id: string): Locator {
		const question = this.visitor.content.scoping.facts[id]?.question ?? id;
		return this.visitor.page.getByRole('group', { name: question });
	}
	/** @param choices - ids, or `unsure` */
	async answer(id: string, choices: readonly string[] | 'unsure'): Promise<void> {
		for (const choice of [choices].flat()) await this.choice(id, choice).check();
	}
	choice(id: string, choice: string): Locator {
		const { t, content } = this.visitor;
		const fact = content.structure.facts.find((one) => one.id === id);
		const label =
			choice === 'unsure' ? t('scope:fact.unsure') : (content.scoping.facts[id]?.choices[choice] ?? choice);
		return this.fact(id).getByRole(fact?.multiple ? 'checkbox' : 'radio', { name: beginningWith(label) });
	}
	async next(): Promise<void> {
		await this.visitor.link('scope:next.go').click();
		await this.visitor.page.getByRole('heading', { level: 2 }).first().waitFor();
	}
}
