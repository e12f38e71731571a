import { rememberStructures } from '../client/questionnaire-structure.ts';
import type { Assessment } from '../core/assessment/types.ts';
import { portfolioEntry, type PortfolioEntry } from '../core/portfolio/entry.ts';
import type { Questionnaire } from '../core/questionnaire/types.ts';
import { StorageError, type AssessmentStore, type StorageErrorCode } from '../storage/assessment-store.ts';
import type { DeletedAssessment, DeletedStore } from '../storage/deleted-store.ts';
import { deleteAssessment, openDeletedStore, restoreAssessment } from './deleted.ts';
import { openStore } from './open-store.ts';
import { randomId } from './random-id.ts';
import { systemTime } from './system-time.ts';

interface PortfolioOptions {
	readonly store?: AssessmentStore;
	readonly bin?: DeletedStore;
	readonly structureOf?: (id: string) => Promise<Questionnaire | null>;
	readonly now?: () => Date;
	readonly newId?: () => string;
}

/** All assessments of this browser, scored, and what can be done with them. Whatever is done can be taken back. */
export class Portfolio {
	/** `null` until the store was read. */
	entries = $state.raw<readonly PortfolioEntry[] | null>(null);
	/** What can still be brought back, the newest deletion first. */
	deleted = $state.raw<readonly DeletedAssessment[]>([]);
	/** Why nothing is listed. */
	failed = $state<StorageErrorCode | null>(null);
	/** The rules of some questionnaire could not be fetched: its assessments are listed without a score. */
	unscored = $state(false);
	/** Takes the last thing back; `null` when there is nothing to take back. */
	undo = $state.raw<(() => Promise<void>) | null>(null);

	readonly #store: AssessmentStore;
	readonly #bin: DeletedStore;
	readonly #structure: (id: string) => Promise<Questionnaire | null>;
	readonly #now: () => Date;
	readonly #newId: () => string;

	constructor({ store, bin, structureOf, now, newId }: PortfolioOptions = {}) {
		this.#store = store ?? openStore();
		this.#bin = bin ?? openDeletedStore();
		this.#structure = rememberStructures(structureOf);
		this.#now = now ?? systemTime;
		this.#newId = newId ?? randomId;
	}

	/** `false`: kept in this tab only, and lost with it. */
	get durable(): boolean {
		return this.#store.durable;
	}

	/** Reads everything again. Sets `failed` when the store cannot be read; what was listed stays listed. */
	async load(): Promise<void> {
		try {
			const heads = await this.#store.list();
			const read = await Promise.all(heads.map(({ id }) => this.#store.read(id)));
			const stored = read.filter((assessment) => assessment !== null);
			this.unscored = false;
			const structures = await this.#structuresFor(stored);
			this.entries = stored.map((assessment) =>
				portfolioEntry(structures[assessment.questionnaire.id] ?? null, assessment)
			);
			this.failed = null;
		} catch (cause) {
			this.failed = cause instanceof StorageError ? cause.code : 'failed';
			this.entries ??= [];
		}
		this.deleted = await this.#bin.list(this.#now().toISOString()).catch(() => []);
	}

	/** By id; without those that could not be fetched. */
	async #structuresFor(
		stored: readonly Assessment[]
	): Promise<Readonly<Record<string, Questionnaire | null>>> {
		const ids = stored
			.map(({ questionnaire }) => questionnaire.id)
			.filter((id, index, all) => all.indexOf(id) === index);
		const found = await Promise.all(
			ids.map(async (id) => {
				try {
					return [id, await this.#structure(id)] as const;
				} catch {
					this.unscored = true;
					return [id, null] as const;
				}
			})
		);
		return Object.fromEntries(found);
	}

	/** Puts an assessment away, or takes it out again. @throws {StorageError} when it cannot be stored */
	async archive(id: string, archived: boolean): Promise<void> {
		const set = async (value: boolean) => {
			await this.#store.write(id, [{ kind: 'head', key: '', value: { archived: value } }]);
			await this.load();
		};
		await set(archived);
		this.undo = () => set(!archived);
	}

	/** Stores a copy under an id of its own. @param title - of the copy @throws {StorageError} when it cannot be stored */
	async duplicate(id: string, title: string): Promise<Assessment | null> {
		const source = await this.#store.read(id);
		if (!source) return null;
		const now = this.#now().toISOString();
		const copy: Assessment = {
			...source,
			id: this.#newId(),
			created: now,
			updated: now,
			details: { ...source.details, title }
		};
		await this.add({ ...copy, archived: false });
		return copy;
	}

	/** Stores another assessment; taking it back deletes it again. @throws {StorageError} when it cannot be stored */
	async add(assessment: Assessment): Promise<void> {
		await this.#store.replace(assessment);
		await this.load();
		this.undo = async () => {
			await deleteAssessment(this.#store, assessment.id, this.#bin);
			await this.load();
		};
	}

	/** Deletes an assessment, to be brought back for a while. @throws {StorageError} when it cannot be deleted */
	async remove(id: string): Promise<void> {
		const deleted = await deleteAssessment(this.#store, id, this.#bin);
		await this.load();
		this.undo = deleted && (() => this.restore(deleted));
	}

	/** Brings a deleted assessment back. @throws {StorageError} when it cannot be stored; it stays deleted then */
	async restore(deleted: DeletedAssessment): Promise<void> {
		await restoreAssessment(this.#store, deleted, this.#bin);
		this.undo = null;
		await this.load();
	}

	/** Removes a deleted assessment for good: this cannot be taken back. */
	async erase(id: string): Promise<void> {
		await this.#bin.remove(id);
		this.undo = null;
		await this.load();
	}
}
