import type { Language } from '../languages.ts';
import { formsOf } from './compile-glossary.ts';
import type { GlossaryTerm } from './schema.ts';
import type { MarkedPart } from './types.ts';

interface Found {
	readonly at: number;
	readonly term: string;
	readonly form: string;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Latin words are found whole: *agent* is not in *agentic*. Chinese has no spaces to go by. */
function isWhole(text: string, at: number, length: number, language: Language): boolean {
	if (language !== 'en') return true;
	return !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + length] ?? ' ');
}

function firstPlace(text: string, form: string, language: Language): number {
	const [where, what] = [text.toLowerCase(), form.toLowerCase()];
	for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1))
		if (isWhole(text, at, form.length, language)) return at;
	return -1;
}

/**
 * Finds the terms that a text uses: the first place of each, the longer one where two begin together.
 *
 * @param used - terms that were marked before (elsewhere on the page) are left alone; what is found is added
 * @returns the text in pieces; joined, they are the text again
 */
export function markTerms(
	text: string,
	terms: readonly GlossaryTerm[],
	language: Language,
	used: Set<string>
): MarkedPart[] {
	const parts: MarkedPart[] = [];
	let rest = text;
	for (;;) {
		const next = terms
			.filter(({ id }) => !used.has(id))
			.flatMap((term): Found[] =>
				formsOf(term, language).map((form) => ({
					at: firstPlace(rest, form, language),
					term: term.id,
					form
				}))
			)
			.filter(({ at }) => at >= 0)
			.sort((a, b) => a.at - b.at || b.form.length - a.form.length)[0];
		if (!next) break;
		used.add(next.term);
		const end = next.at + next.form.length;
		if (next.at > 0) parts.push(rest.slice(0, next.at));
		parts.push({ term: next.term, text: rest.slice(next.at, end) });
		rest = rest.slice(end);
	}
	if (rest) parts.push(rest);
	return parts;
}
