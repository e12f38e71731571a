import type { Assessment } from '../core/assessment/types.ts';
import { headOf, StorageError, withParts, type AssessmentStore, type Part } from './assessment-store.ts';

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

	async write(id: string, parts: readonly Part[]) {
		const assessment = this.#assessments.get(id);
		if (!assessment) throw new StorageError('not_found');
		this.#assessments.set(id, withParts(assessment, parts));
	}

	async remove(id: string) {
		this.#assessments.delete(id);
	}
}
