import type { Locator } from 'playwright-core';
import type { Answer, Basis, Evidence } from '../../../src/lib/core/index.ts';
import { beginningWith } from '../words.ts';
import type { Visitor } from './visitor.ts';

/** One section of questions. */
export class SectionPage {
	readonly visitor: Visitor;
	constructor(visitor: Visitor) {
		this.visitor = visitor;
	}

	async open(selection: string, section: string, fragment = ''): Promise<void> {
		await this.visitor.open(this.visitor.path(`${selection}/${section}/`, fragment));
	}

	/** Waits for the section, however it was reached. */
	async arrived(section: string): Promise<void> {
		const { title } = this.visitor.content.frame.groups[section] ?? { title: section };
		await this.visitor.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
	}

	/** The question itself: legend, choices, what *not applicable* asks for. */
	group(id: string): Locator {
		const question = this.visitor.content.questions[id]?.question ?? id;
		return this.visitor.page.getByRole('group', { name: question });
	}
	/** The question with help, note, basis and evidence. */
	item(id: string): Locator {
		return this.group(id).locator('xpath=ancestor::li[1]');
	}
	heading(id: string): Locator {
		return this.group(id).getByRole('heading', { level: 2 });
	}
	/** @param value - grade, `unknown`, `na`, `done` or `none` */
	radio(id: string, value: number | 'unknown' | 'na' | 'done' | 'none'): Locator {
		return this.group(id).getByRole('radio', { name: beginningWith(this.#label(value)) });
	}
	/** The radio while it is the chosen one. */
	chosen(id: string, value: number): Locator {
		return this.group(id).getByRole('radio', { name: beginningWith(this.#label(value)), checked: true });
	}
	#label(value: number | 'unknown' | 'na' | 'done' | 'none'): string {
		const { t, content } = this.visitor;
		if (typeof value === 'number') return content.frame.grades[value]?.label ?? '';
		return t(
			value === 'unknown' || value === 'na' ? `assess:question.${value}` : `assess:checklist.${value}`
		);
	}
	element(id: string, element: string): Locator {
		const text = this.visitor.content.questions[id]?.elements[element] ?? element;
		return this.group(id).getByRole('checkbox', { name: beginningWith(text) });
	}
	field(id: string, key: string): Locator {
		return this.item(id).getByLabel(this.visitor.t(key), { exact: true });
	}
	note(id: string): Locator {
		return this.field(id, 'assess:notes.note');
	}

	flag(id: string): Locator {
		return this.item(id).getByRole('button', { name: this.visitor.t('assess:question.flag') });
	}

	/** Enters everything that an answer holds, the way a person would. */
	async answer(id: string, answer: Answer): Promise<void> {
		for (const element of answer.elements ?? []) await this.element(id, element).check();
		await this.radio(id, radioOf(answer)).check();
		if (answer.notApplicable) {
			await this.field(id, 'assess:na.reason').fill(answer.notApplicable.reason);
			await this.field(id, 'assess:na.approver').fill(answer.notApplicable.approver);
		}
		if (answer.flagged) await this.flag(id).click();
		if (!answer.note && !answer.basis && !answer.evidence) return;
		await this.openNotes(id);
		if (answer.note) await this.note(id).fill(answer.note);
		if (answer.basis) await this.#setBasis(id, answer.basis);
		for (const evidence of answer.evidence ?? []) await this.#addEvidence(id, evidence);
	}

	async openHelp(id: string): Promise<void> {
		await this.#disclose(id, 'assess:help.open');
	}
	async openNotes(id: string): Promise<void> {
		await this.#disclose(id, 'assess:notes.open');
		await this.note(id).waitFor();
	}
	async #disclose(id: string, key: string): Promise<void> {
		const summary = this.item(id).locator('summary', { hasText: this.visitor.t(key) });
		const open = await summary.evaluate(({ parentElement }) => (parentElement as HTMLDetailsElement).open);
		if (!open) await summary.click();
	}
	async #setBasis(id: string, basis: Basis): Promise<void> {
		await this.field(id, 'assess:notes.basis').selectOption({
			label: this.visitor.t(`assess:notes.${basis.kind}`)
		});
		if (basis.by) await this.field(id, 'assess:notes.by').fill(basis.by);
		if (basis.asAt) await this.field(id, 'assess:notes.asAt').fill(basis.asAt);
	}
	async #addEvidence(id: string, evidence: Evidence): Promise<void> {
		const { t } = this.visitor;
		const pieces = this.item(id).getByRole('group', { name: t('assess:evidence.item', { n: '' }).trim() });
		const n = (await pieces.count()) + 1;
		await this.item(id)
			.getByRole('button', { name: t('assess:evidence.add'), exact: true })
			.click();
		const piece = this.item(id).getByRole('group', { name: t('assess:evidence.item', { n }), exact: true });
		for (const key of ['what', 'version', 'where', 'keeper', 'expires'] as const)
			if (evidence[key])
				await piece.getByLabel(t(`assess:evidence.${key}`), { exact: true }).fill(evidence[key]);
	}

	/** To the next section, or from the last one to the results. */
	async next(): Promise<void> {
		const before = this.visitor.page.url();
		await this.visitor.page
			.locator('a[rel="next"]')
			.or(this.visitor.link('assess:nav.results'))
			.last()
			.click();
		await this.visitor.page.waitForURL((url) => url.pathname !== new URL(before).pathname);
	}

	/** Asks another selection of the same questions. */
	async changeSelection(selection: string): Promise<void> {
		const { page, t, content } = this.visitor;
		const sections = page.locator('summary', { hasText: t('assess:nav.title') });
		if (await sections.isVisible()) await sections.click();
		await page.getByText(t('assess:nav.change'), { exact: true }).click();
		await page
			.getByRole('link', { name: beginningWith(content.frame.selections[selection]?.title ?? '') })
			.click();
		await page.waitForURL(`**/${selection}/**`);
	}
}

/** The radio that an answer means. */
export function radioOf(answer: Answer): number | 'unknown' | 'na' | 'done' | 'none' {
	if (answer.notApplicable) return 'na';
	if (answer.unknown) return 'unknown';
	if (answer.grade !== undefined) return answer.grade;
	return answer.elements?.length ? 'done' : 'none';
}
