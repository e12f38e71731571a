import type { Assessment } from '../core/assessment/types.ts';
import { headOf, StorageError, type AssessmentStore } from './assessment-store.ts';
import { withChanges, type Change } from './changes.ts';

/** Keeps assessments in this tab only: the fallback where the browser offers no storage, and for tests. */
export class MemoryStore implements AssessmentStore {
	readonly durable = false;
	readonly #assessments = new Map<string, Assessment>();

	async list() {
		return [...this.#assessments.values()].map(headOf);
	}

	async read(id: string) {
		return this.#assessments.get(id) ?? null;
	}

	async replace(assessment: Assessment) {
		this.#assessments.set(assessment.id, assessment);
	}

	async write(id: string, changes: readonly Change[], { create = false } = {}) {
		const stored = this.#assessments.get(id);
		if (!stored && !create) throw new StorageError('not_found');
		const before = stored ?? ({ answers: {}, scope: {}, actions: {} } as unknown as Assessment);
		this.#assessments.set(id, withChanges(before, changes));
	}

	async remove(id: string) {
		this.#assessments.delete(id);
	}
}
