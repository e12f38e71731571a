import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../../src/lib/core/languages.ts';
import { addressOf, ready } from '../fixtures.ts';
import { wordingsOf } from '../../../src/lib/i18n/wordings.ts';
import type { Step } from '../../../src/lib/state/steps.ts';
import { content, plain, QUESTIONNAIRE, words } from '../words.ts';

export type { Step };

/** A person who reads one language and finds everything by its role and name. */
export class Visitor {
	readonly page: Page;
	readonly language: Language;
	readonly t: ReturnType<typeof words>['t'];
	readonly content: ReturnType<typeof content>;

	/** @param questionnaire - which one the person answers; its pages have words of their own */
	constructor(page: Page, language: Language, questionnaire = QUESTIONNAIRE) {
		this.page = page;
		this.language = language;
		this.content = content(language, questionnaire);
		this.t = words(language, wordingsOf(this.content.structure)).t;
	}

	/** @param path - below the language, without a slash in front */
	async open(path: string): Promise<void> {
		await this.page.goto(addressOf(this.language, path));
		await ready(this.page);
	}

	/** The same person on another page of the same browser. */
	async inNewTab(): Promise<Visitor> {
		return new Visitor(await this.page.context().newPage(), this.language, this.content.structure.id);
	}

	get heading(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}

	/** A link of the page itself; header and footer may have one of the same name. */
	link(key: string): Locator {
		return this.page.getByRole('main').getByRole('link', { name: this.t(key), exact: true });
	}

	button(key: string): Locator {
		return this.page.getByRole('main').getByRole('button', { name: this.t(key), exact: true });
	}

	field(key: string): Locator {
		return this.page.getByLabel(this.t(key), { exact: true });
	}

	/** Goes to another part of the open assessment by the bar above it. */
	async goTo(step: Step): Promise<void> {
		const bar = this.page.getByRole('navigation', { name: this.t('bar:label') });
		const link = bar.getByRole('link', { name: this.t(`bar:step.${step}`), exact: true });
		await link.click();
		await bar.locator('[aria-current="page"]', { hasText: this.t(`bar:step.${step}`) }).waitFor();
	}

	/** Progress and save status, as the bar says them. */
	get status(): Locator {
		return this.page.getByRole('group', { name: this.t('bar:progressLabel') });
	}

	/** Waits for the words of a save status. */
	async says(status: 'saved' | 'failed' | 'memory'): Promise<void> {
		await this.status.getByText(this.t(`bar:save.${status}`), { exact: true }).waitFor();
	}

	async progress(): Promise<string> {
		return plain(await this.status.locator('.numeric').textContent());
	}

	/** The fragment that names the open assessment, once it stands in the address. */
	async assessmentFragment(): Promise<string> {
		await this.page.waitForFunction(() => /[#&]a=/.test(location.hash));
		return new URL(this.page.url()).hash;
	}

	/** Address of a page of the questionnaire, below the language. */
	path(rest: string, fragment = ''): string {
		return `assessment/${this.content.structure.id}/${rest}${fragment}`;
	}

	/** The text of a file that something on the page downloads. */
	async download(start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), start()]);
		const chunks: Buffer[] = [];
		for await (const chunk of await download.createReadStream())
			chunks.push(Buffer.from(chunk as Uint8Array));
		return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
	}
}
