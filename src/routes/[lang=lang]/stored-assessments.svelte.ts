import type { Assessment } from '$lib/core/index.ts';
import { forgetCurrent } from '$lib/state/current-assessment.ts';
import { forgetEarlyOf } from '$lib/state/early.ts';
import { readJournal } from '$lib/state/journal.ts';
import { StorageError, type AssessmentStore } from '$lib/storage/assessment-store.ts';
import { withChanges } from '$lib/storage/changes.ts';

/** What the list shows of one stored assessment. */
export interface StoredItem {
	readonly assessment: Assessment;
	/** Questions with any kind of answer; which of them count depends on the scope and is worked out on its own page. */
	readonly answered: number;
}

function isAnswered({ grade, unknown, notApplicable, done }: Assessment['answers'][string]): boolean {
	return grade !== undefined || unknown === true || notApplicable !== undefined || done === true;
}

/** The assessments of this browser, newest change first, with deleting that can be taken back. */
export class StoredAssessments {
	items = $state.raw<readonly StoredItem[] | null>(null);
	/** Why nothing is listed: the browser lets nothing be stored, or reading failed. */
	failed = $state<'blocked' | 'failed' | null>(null);
	durable = $state(true);
	/** Deleted last; kept in memory so that it can be put back. */
	deleted = $state.raw<Assessment | null>(null);

	#store: AssessmentStore | null = null;

	async load(): Promise<void> {
		try {
			const { openStore } = await import('$lib/state/open-store.ts');
			this.#store = openStore();
			this.durable = this.#store.durable;
			await this.refresh();
		} catch (cause) {
			this.failed = cause instanceof StorageError && cause.code === 'blocked' ? 'blocked' : 'failed';
			this.items = [];
		}
	}

	async refresh(): Promise<void> {
		const store = this.#store;
		if (!store) return;
		const all = await Promise.all((await store.list()).map(({ id }) => store.read(id)));
		this.items = all
			.flatMap((assessment) => (assessment ? [assessment] : []))
			.sort((a, b) => (a.updated < b.updated ? 1 : -1))
			.map((assessment) => ({
				assessment,
				answered: Object.values(assessment.answers).filter(isAnswered).length
			}));
	}

	/** @throws {StorageError} when it cannot be deleted; nothing has changed then */
	async remove({ id }: Assessment): Promise<void> {
		const latest = await this.#store?.read(id);
		if (!latest || !this.#store) return this.refresh();
		await this.#store.remove(id);
		// What a page wrote down in its last moment comes back with it.
		this.deleted = withChanges(latest, readJournal(latest).changes);
		forgetEarlyOf(latest.questionnaire.id, id);
		forgetCurrent(latest.questionnaire.id, id);
		await this.refresh();
	}

	/** Puts back what was deleted last. @throws {StorageError} when it cannot be stored */
	async undo(): Promise<void> {
		if (!this.deleted || !this.#store) return;
		await this.#store.replace(this.deleted);
		this.deleted = null;
		await this.refresh();
	}
}
