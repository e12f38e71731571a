import type { Assessment } from '$lib/core/index.ts';
import { deleteAssessment, restoreAssessment } from '$lib/state/deleted.ts';
import { StorageError, type AssessmentStore } from '$lib/storage/assessment-store.ts';

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
	/** How many were put away: only the page with all assessments lists them. */
	archived = $state(0);
	/** Why nothing is listed: the browser lets nothing be stored, or reading failed. */
	failed = $state<'blocked' | 'failed' | null>(null);
	durable = $state(true);
	/** Deleted last; kept at hand so that it can be put back. */
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
		const found = all.filter((assessment) => assessment !== null);
		this.archived = found.filter(({ archived }) => archived).length;
		this.items = found
			.filter(({ archived }) => !archived)
			.sort((a, b) => (a.updated < b.updated ? 1 : -1))
			.map((assessment) => ({
				assessment,
				answered: Object.values(assessment.answers).filter(isAnswered).length
			}));
	}

	/** @throws {StorageError} when it cannot be deleted; nothing has changed then */
	async remove({ id }: Assessment): Promise<void> {
		if (!this.#store) return;
		this.deleted = (await deleteAssessment(this.#store, id))?.assessment ?? this.deleted;
		await this.refresh();
	}

	/** Puts back what was deleted last. @throws {StorageError} when it cannot be stored */
	async undo(): Promise<void> {
		if (!this.deleted || !this.#store) return;
		await restoreAssessment(this.#store, { id: this.deleted.id, assessment: this.deleted });
		this.deleted = null;
		await this.refresh();
	}
}
