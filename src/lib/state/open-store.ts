import type { AssessmentStore } from '../storage/assessment-store.ts';
import { IndexedDbStore } from '../storage/indexeddb-store.ts';
import { MemoryStore } from '../storage/memory-store.ts';

let store: AssessmentStore | null = null;

/** The browser's store, one per tab; memory where there is no IndexedDB at all. */
export function openStore(): AssessmentStore {
	store ??= typeof indexedDB === 'undefined' ? new MemoryStore() : new IndexedDbStore();
	return store;
}

export { StorageError } from '../storage/assessment-store.ts';
