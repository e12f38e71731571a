import type { Locator } from 'playwright-core';
import { plain } from '../words.ts';
import type { Visitor } from './visitor.ts';

/** Results: level, score, principles, gaps. */
export class ResultsPage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	region(key: string): Locator {
		return this.visitor.page.getByRole('region', { name: this.visitor.t(key), exact: true });
	}
	/** The score as it is read: `63 of 100`. */
	async score(): Promise<string> {
		const verdict = this.region('results:verdict.title');
		return plain(
			await verdict.getByText(this.visitor.t('results:verdict.outOf'), { exact: false }).first().textContent()
		);
	}
	/** Everything that the verdict says. */
	async verdict(): Promise<string> {
		return plain(await this.region('results:verdict.title').innerText());
	}
	/** The table twin of the radar: principle, points, score and so on, as they are read. */
	async principles(): Promise<string[][]> {
		const table = this.visitor.page.getByRole('table', { name: this.visitor.t('results:principles.table') });
		const rows = await table.getByRole('row').all();
		const cells = rows.slice(1).map((row) => row.locator('th, td').allTextContents());
		return (await Promise.all(cells)).map((row) => row.map(plain));
	}
	/** Short titles of the gaps, in their order. */
	async gaps(): Promise<string[]> {
		const actions = this.region('results:actions.title');
		const all = actions.getByRole('heading', { level: 3 });
		await all.first().waitFor();
		const more = actions.locator('ol + button');
		while (await more.isVisible()) await more.click();
		return (await all.allTextContents()).map(plain);
	}
}

/** The action plan. */
export class PlanPage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	short(id: string): string {
		return this.visitor.content.questions[id]?.short ?? id;
	}
	async add(id: string): Promise<void> {
		const { page, t } = this.visitor;
		const more = page.getByRole('button', {
			name: new RegExp(t('plan:add.all', { count: 99 }).replace('99', '\\d+'))
		});
		const name = t('plan:item.named', { action: t('plan:add.one'), name: this.short(id) });
		if (await more.isVisible()) await more.click();
		await page.getByRole('button', { name, exact: true }).click();
		await this.item(id).waitFor();
	}
	item(id: string): Locator {
		return this.visitor.page.getByRole('group', { name: this.short(id), exact: true });
	}
	field(id: string, key: 'text' | 'owner' | 'due' | 'status'): Locator {
		return this.item(id).getByLabel(this.visitor.t(`plan:field.${key}`), { exact: true });
	}
}

/** The report page: PDF and data file. */
export class ReportPage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	/** Makes the PDF and downloads it. @param preset - `null` where there is nothing to choose */
	async makePdf(preset: 'board' | 'management' | 'full' | null): Promise<{ name: string; bytes: Buffer }> {
		const { page, t } = this.visitor;
		if (preset) await page.getByRole('radio', { name: t(`reportPage:preset.${preset}`) }).check();
		await this.visitor.button('reportPage:make.button').click();
		const link = this.visitor.link('reportPage:result.download');
		await link.waitFor({ timeout: 60_000 });
		return this.visitor.download(() => link.click());
	}
	async downloadData(): Promise<{ name: string; bytes: Buffer }> {
		return this.visitor.download(() => this.visitor.button('reportPage:data.download').click());
	}
}
