import type { Assessment } from '../core/assessment/types.ts';
import type { Part } from '../storage/assessment-store.ts';

/**
 * Pieces written down synchronously in a page's last moment, since a database transaction started then might
 * never end. One entry a tab, so that tabs do not overwrite each other's.
 */
interface Journal {
	/** ISO time at which it was written. */
	readonly at: string;
	readonly parts: readonly Part[];
}

const PREFIX = 'plumbline.journal.';

export function writeJournal(assessment: string, tab: string, parts: readonly Part[], at: string): void {
	try {
		localStorage.setItem(`${PREFIX}${assessment}.${tab}`, JSON.stringify({ at, parts } satisfies Journal));
	} catch {
		// the database may still get it
	}
}

export function forgetJournal(assessment: string, tab: string): void {
	try {
		localStorage.removeItem(`${PREFIX}${assessment}.${tab}`);
	} catch {
		// nothing was written where nothing can be removed
	}
}

/**
 * Takes the journals of an assessment out of storage.
 *
 * @returns the pieces that are newer than what is stored: a journal may be left over from a page whose last
 *   write did arrive, and must not undo what was saved since
 */
export function takeJournal(stored: Assessment): Part[] {
	const entries = journalsOf(stored.id).sort((a, b) => (a.at < b.at ? -1 : 1));
	return entries.flatMap(({ at, parts }) => parts.filter((part) => isNewer(part, at, stored)));
}

function isNewer(part: Part, at: string, stored: Assessment): boolean {
	if (part.kind === 'answer' || part.kind === 'action') {
		const here = (part.kind === 'answer' ? stored.answers : stored.actions)[part.key]?.updated;
		if (here) return (part.value?.updated ?? at) > here;
		if (part.value) return true;
	}
	return at >= stored.updated;
}

function journalsOf(assessment: string): Journal[] {
	const found: Journal[] = [];
	eachKey(assessment, (key) => {
		const journal = JSON.parse(localStorage.getItem(key) ?? 'null') as Journal | null;
		localStorage.removeItem(key);
		if (journal && Array.isArray(journal.parts)) found.push(journal);
	});
	return found;
}

/** Removes what was written down for an assessment, by any tab. */
export function forgetJournals(assessment: string): void {
	eachKey(assessment, (key) => localStorage.removeItem(key));
}

function eachKey(assessment: string, visit: (key: string) => void): void {
	try {
		Object.keys(localStorage)
			.filter((key) => key.startsWith(`${PREFIX}${assessment}.`))
			.forEach(visit);
	} catch {
		// unreadable storage holds nothing to recover
	}
}
