/** One question as the search sees it; `more` is matched but not shown. */
export interface SearchEntry {
	readonly id: string;
	readonly short: string;
	readonly question: string;
	readonly more: string;
}

/** What a hit in a field is worth: a short title says best what a question is about. */
const FIELDS = [
	['short', 3],
	['question', 2],
	['more', 1]
] as const;

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * Finds questions that contain every word; words are parts of words, so that Chinese needs no spaces.
 *
 * @returns best match first, in the order given among equals; nothing for an empty query
 */
export function searchQuestions(entries: readonly SearchEntry[], query: string): SearchEntry[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	if (words.length === 0) return [];
	return entries
		.map((entry) => ({ entry, worth: worthOf(entry, words) }))
		.filter(({ worth }) => worth > 0)
		.sort((a, b) => b.worth - a.worth)
		.map(({ entry }) => entry);
}

/** @returns 0 unless every word is found somewhere */
function worthOf(entry: SearchEntry, words: readonly string[]): number {
	let sum = 0;
	for (const word of words) {
		const best = FIELDS.find(([field]) => fold(entry[field]).includes(word));
		if (!best) return 0;
		sum += best[1];
	}
	return sum;
}
