import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Action, Answer, Assessment } from '../core/assessment/types.ts';
import {
	headOf,
	mergeHead,
	partsOf,
	StorageError,
	withParts,
	type AssessmentHead,
	type AssessmentStore,
	type Part
} from './assessment-store.ts';
import { withFields, type Change } from './changes.ts';

type PartKey = [assessment: string, kind: string, key: string];

interface Schema extends DBSchema {
	heads: { key: string; value: AssessmentHead };
	parts: { key: PartKey; value: { kind: Part['kind']; key: string; value: unknown } };
}

const NAME = 'plumbline';
const VERSION = 1;
/** `strict`: the transaction completes only when the data is on the disk, not in a cache. */
const STRICT = { durability: 'strict' } as const;

function asStorageError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
	if (name === 'QuotaExceededError') return new StorageError('full', { cause });
	if (name === 'InvalidStateError' || name === 'SecurityError' || name === 'UnknownError')
		return new StorageError('blocked', { cause });
	return new StorageError('failed', { cause });
}

function allOf(id: string): IDBKeyRange {
	return IDBKeyRange.bound([id], [id, []]);
}

/** Keeps assessments in this browser's IndexedDB, one record a piece. */
export class IndexedDbStore implements AssessmentStore {
	readonly durable = true;
	#opening: Promise<IDBPDatabase<Schema>> | null = null;

	#open(): Promise<IDBPDatabase<Schema>> {
		this.#opening ??= openDB<Schema>(NAME, VERSION, {
			upgrade(db) {
				db.createObjectStore('heads', { keyPath: 'id' });
				db.createObjectStore('parts');
			},
			// The browser closed the connection (storage cleared, crash of its process): open again on next use.
			terminated: () => (this.#opening = null)
		}).then((db) => {
			// A newer version of the app in another tab wants to upgrade: let it, and reopen on next use.
			db.onversionchange = () => {
				db.close();
				this.#opening = null;
			};
			return db;
		});
		this.#opening.catch(() => (this.#opening = null));
		return this.#opening;
	}

	async #run<T>(
		mode: 'readonly' | 'readwrite',
		work: (tx: IDBPTransaction<Schema, ['heads', 'parts'], typeof mode>) => Promise<T>
	): Promise<T> {
		try {
			const db = await this.#open();
			const tx = db.transaction(['heads', 'parts'], mode, STRICT);
			// An aborted transaction rejects `done`; without this it would count as unhandled.
			tx.done.catch(() => undefined);
			try {
				const result = await work(tx);
				await tx.done;
				return result;
			} catch (cause) {
				try {
					tx.abort();
				} catch {
					// already aborted by the failed request
				}
				throw cause;
			}
		} catch (cause) {
			throw asStorageError(cause);
		}
	}

	list() {
		return this.#run('readonly', (tx) => tx.objectStore('heads').getAll());
	}

	read(id: string): Promise<Assessment | null> {
		return this.#run('readonly', async (tx) => {
			const [head, parts] = await Promise.all([
				tx.objectStore('heads').get(id),
				tx.objectStore('parts').getAll(allOf(id))
			]);
			if (!head) return null;
			return withParts({ ...head, answers: {}, scope: {}, actions: {} }, parts as Part[]);
		});
	}

	replace(assessment: Assessment) {
		return this.#run('readwrite', async (tx) => {
			const parts = tx.objectStore('parts');
			await parts.delete?.(allOf(assessment.id));
			await Promise.all([
				tx.objectStore('heads').put?.(headOf(assessment)),
				...partsOf(assessment).map((part) => parts.put?.({ ...part }, [assessment.id, part.kind, part.key]))
			]);
		});
	}

	write(id: string, changes: readonly Change[], { create = false } = {}) {
		return this.#run('readwrite', async (tx) => {
			const heads = tx.objectStore('heads');
			const parts = tx.objectStore('parts');
			const [head, ...stored] = await Promise.all([
				heads.get(id),
				...changes.map(({ kind, key }) => (kind === 'head' ? undefined : parts.get([id, kind, key])))
			]);
			if (!head && !create) throw new StorageError('not_found');
			await Promise.all(
				changes.map((change, index) => {
					if (change.kind === 'head')
						return heads.put?.(mergeHead({ ...head }, change.value) as AssessmentHead);
					const { kind, key } = change;
					const value =
						kind === 'scope' ? change.value : withFields(stored[index]?.value as Answer | Action, change);
					const at: PartKey = [id, kind, key];
					return value === null ? parts.delete?.(at) : parts.put?.({ kind, key, value }, at);
				})
			);
		});
	}

	remove(id: string) {
		return this.#run('readwrite', async (tx) => {
			await Promise.all([tx.objectStore('heads').delete?.(id), tx.objectStore('parts').delete?.(allOf(id))]);
		});
	}
}
