import type { Assessment } from '../core/assessment/types.ts';
import type { AssessmentStore } from '../storage/assessment-store.ts';
import { withChanges } from '../storage/changes.ts';
import {
	IndexedDbDeletedStore,
	MemoryDeletedStore,
	type DeletedAssessment,
	type DeletedStore
} from '../storage/deleted-store.ts';
import { forgetCurrent } from './current-assessment.ts';
import { forgetEarlyOf } from './early.ts';
import { readJournal } from './journal.ts';
import { randomId } from './random-id.ts';
import { systemTime } from './system-time.ts';

let deletedStore: DeletedStore | null = null;

/** Where deleted assessments wait, one per tab; memory where there is no IndexedDB at all. */
export function openDeletedStore(): DeletedStore {
	deletedStore ??= typeof indexedDB === 'undefined' ? new MemoryDeletedStore() : new IndexedDbDeletedStore();
	return deletedStore;
}

/**
 * Deletes an assessment from the store. It is first put where it can be brought back; when there is no room for that,
 * it is deleted all the same, since deleting is how room is made.
 *
 * @returns what was deleted, with what a page wrote down of it in its last moment; `null` when it was not stored
 * @throws {StorageError} when it cannot be deleted; nothing has changed then
 */
export async function deleteAssessment(
	store: AssessmentStore,
	id: string,
	bin: DeletedStore = openDeletedStore()
): Promise<DeletedAssessment | null> {
	const stored = await store.read(id);
	if (!stored) return null;
	const deleted: DeletedAssessment = {
		id,
		deleted: systemTime().toISOString(),
		assessment: withChanges(stored, readJournal(stored).changes)
	};
	await bin.put(deleted).catch(() => undefined);
	await store.remove(id);
	forgetEarlyOf(stored.questionnaire.id, id);
	forgetCurrent(stored.questionnaire.id, id);
	return deleted;
}

/** Puts a deleted assessment back. @throws {StorageError} when it cannot be stored; it stays deleted then */
export async function restoreAssessment(
	store: AssessmentStore,
	{ id, assessment }: { id: string; assessment: Assessment },
	bin: DeletedStore = openDeletedStore()
): Promise<void> {
	// Stored again in the meantime, for instance from a file or by another tab: both are kept.
	const taken = (await store.read(id)) !== null;
	await store.replace(taken ? { ...assessment, id: randomId() } : assessment);
	await bin.remove(id).catch(() => undefined);
}
