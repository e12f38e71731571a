import type { Assessment } from '../core/assessment/types.ts';
import { isSame, ONE_CHOICE, withChanges, type Change } from '../storage/changes.ts';

/**
 * Changes written down synchronously in a page's last moment, since a database transaction started then might
 * never end. One entry a tab, so that tabs do not overwrite each other's.
 */
interface Journal {
	/** ISO time at which it was written. */
	readonly at: string;
	readonly changes: readonly Change[];
	/** The database had nothing of the assessment: `changes` are all of it. */
	readonly whole?: boolean;
}

/** What earlier pages wrote down and the database does not have. */
export interface Unsaved {
	readonly changes: readonly Change[];
	/** Removes the entries, once the changes are stored; an entry that was written again since then stays. */
	forget(): void;
}

const PREFIX = 'plumbline.journal.';
type Entry = Journal & { readonly name: string; readonly text: string };

export function writeJournal(assessment: string, tab: string, journal: Journal): void {
	try {
		localStorage.setItem(`${PREFIX}${assessment}.${tab}`, JSON.stringify(journal));
	} catch {
		// the database may still get it
	}
}

export function forgetJournal(assessment: string, tab: string): void {
	forgetEntry(`${PREFIX}${assessment}.${tab}`);
}

/** Removes what was written down for an assessment, by any tab. */
export function forgetJournals(assessment: string): void {
	namesOf(assessment).forEach(forgetEntry);
}

/**
 * Reads the journals of an assessment.
 *
 * @returns what is newer than what is stored: a journal may be left over from a page whose last write did arrive,
 *   and must not undo what was saved since
 */
export function readJournal(stored: Assessment): Unsaved {
	const entries = entriesOf(stored.id);
	return {
		changes: entries.flatMap(({ at, changes }) => changes.flatMap((change) => newer(change, at, stored))),
		forget: () =>
			entries.forEach(({ name, text }) => {
				if (textOf(name) === text) forgetEntry(name);
			})
	};
}

/** An assessment that was never stored, as its page wrote it down; `null` when none did. */
export function readUnstored(id: string): Assessment | null {
	const entries = entriesOf(id);
	if (!entries.some(({ whole }) => whole)) return null;
	const nothing = { answers: {}, scope: {}, actions: {} } as unknown as Assessment;
	return withChanges(
		nothing,
		entries.filter(({ whole }) => whole).flatMap(({ changes }) => changes)
	);
}

function newer(change: Change, at: string, stored: Assessment): Change[] {
	if (change.kind !== 'answer' && change.kind !== 'action') return at >= stored.updated ? [change] : [];
	const here = (change.kind === 'answer' ? stored.answers : stored.actions)[change.key];
	if (!here?.updated) return change.fields || at >= stored.updated ? [change] : [];
	if ((change.fields?.updated ?? at) > here.updated) return [change];
	return untouched(change, here);
}

/** Of a change older than the stored piece: the fields that nobody has changed since. */
function untouched(change: Extract<Change, { kind: 'answer' | 'action' }>, stored: object): Change[] {
	const now = stored as Record<string, unknown>;
	const was = change.was as Record<string, unknown> | undefined;
	const stays = (name: string) => was !== undefined && isSame(now[name] ?? null, was[name] ?? null);
	const isChoiceTouched = ONE_CHOICE.some((name) => was && name in was && !stays(name));
	const names = Object.keys(change.fields ?? {}).filter(
		(name) => name !== 'updated' && stays(name) && !(isChoiceTouched && ONE_CHOICE.includes(name))
	);
	if (names.length === 0) return [];
	const fields = Object.fromEntries(names.map((name) => [name, change.fields?.[name as never] ?? null]));
	return [{ kind: change.kind, key: change.key, fields } as Change];
}

/** Earliest first. */
function entriesOf(assessment: string): Entry[] {
	return namesOf(assessment)
		.flatMap((name): Entry[] => {
			const text = textOf(name) ?? 'null';
			try {
				const journal = JSON.parse(text) as Journal | null;
				return journal && Array.isArray(journal.changes) ? [{ ...journal, name, text }] : [];
			} catch {
				return [];
			}
		})
		.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function namesOf(assessment: string): string[] {
	try {
		return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${assessment}.`));
	} catch {
		// unreadable storage holds nothing to recover
		return [];
	}
}

function textOf(name: string): string | null {
	try {
		return localStorage.getItem(name);
	} catch {
		return null;
	}
}

function forgetEntry(name: string): void {
	try {
		localStorage.removeItem(name);
	} catch {
		// nothing was written where nothing can be removed
	}
}
