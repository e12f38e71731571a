/** A piece of a text: plain words, or a term of the glossary as the text writes it. */
export type MarkedPart = string | { readonly term: string; readonly text: string };

/** What a term means, in one language. */
export interface TermTexts {
	readonly term: string;
	readonly definition: string;
}
