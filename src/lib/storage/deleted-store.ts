import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Assessment } from '../core/assessment/types.ts';

/** How long something deleted can be brought back, in days. Said in the privacy notice. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface DeletedAssessment {
	readonly id: string;
	/** ISO time. */
	readonly deleted: string;
	readonly assessment: Assessment;
}

/** Keeps deleted assessments for a while, so that they can be brought back. */
export interface DeletedStore {
	put(deleted: DeletedAssessment): Promise<void>;
	/** Newest deletion first. What was kept long enough is removed for good. @param now - ISO time */
	list(now: string): Promise<DeletedAssessment[]>;
	remove(id: string): Promise<void>;
}

interface Schema extends DBSchema {
	deleted: { key: string; value: DeletedAssessment };
}

function isOver({ deleted }: DeletedAssessment, now: string): boolean {
	return Date.parse(now) - Date.parse(deleted) > KEPT_DAYS * DAY_MS;
}

const byNewest = (a: DeletedAssessment, b: DeletedAssessment) => (a.deleted < b.deleted ? 1 : -1);

/**
 * In a database of its own: to raise the version of the one with the assessments would shut out tabs in which an
 * older version of the app is still open.
 */
export class IndexedDbDeletedStore implements DeletedStore {
	#opening: Promise<IDBPDatabase<Schema>> | null = null;

	#open(): Promise<IDBPDatabase<Schema>> {
		const forget = () => (this.#opening = null);
		this.#opening ??= openDB<Schema>(DELETED_DATABASE, 1, {
			upgrade: (db) => void db.createObjectStore('deleted', { keyPath: 'id' }),
			terminated: forget
		}).then((db) => {
			// Another tab wipes everything: let it.
			db.onversionchange = () => {
				db.close();
				forget();
			};
			return db;
		});
		this.#opening.catch(forget);
		return this.#opening;
	}
	async put(deleted: DeletedAssessment): Promise<void> {
		const tx = (await this.#open()).transaction('deleted', 'readwrite', { durability: 'strict' });
		await Promise.all([tx.store.put(deleted), tx.done]);
	}
	async list(now: string): Promise<DeletedAssessment[]> {
		const all = await (await this.#open()).getAll('deleted');
		await Promise.all(all.filter((one) => isOver(one, now)).map(({ id }) => this.remove(id)));
		return all.filter((one) => !isOver(one, now)).sort(byNewest);
	}
	async remove(id: string): Promise<void> {
		await (await this.#open()).delete('deleted', id);
	}
}

export const DELETED_DATABASE = 'plumbline-deleted';

/** For where there is no IndexedDB: as long as the tab. */
export class MemoryDeletedStore implements DeletedStore {
	readonly #all = new Map<string, DeletedAssessment>();

	async put(deleted: DeletedAssessment): Promise<void> {
		this.#all.set(deleted.id, deleted);
	}
	async list(now: string): Promise<DeletedAssessment[]> {
		for (const one of this.#all.values()) if (isOver(one, now)) this.#all.delete(one.id);
		return [...this.#all.values()].sort(byNewest);
	}
	async remove(id: string): Promise<void> {
		this.#all.delete(id);
	}
}
