import type { ReportDocument, ReportLanguage } from './blocks.ts';
import { cleanText } from './text/clean.ts';

/** What the layout itself writes: bullets, dashes, page numbers. */
const OWN_TEXTS = ['•–0123456789.'];

/** Every text of a document, and every language it is written in. */
export interface DocumentTexts {
	readonly texts: readonly string[];
	readonly languages: readonly ReportLanguage[];
}

/**
 * Collects what fonts must be ready for.
 *
 * Walks the data without knowing the blocks, so that no new kind of block can be forgotten;
 * ids and addresses come along, which costs nothing since they are ASCII.
 */
export function collectTexts(document: ReportDocument): DocumentTexts {
	const texts = new Set<string>(OWN_TEXTS);
	const languages = new Set<ReportLanguage>();
	const visit = (value: unknown, key: string): void => {
		if (typeof value === 'string') {
			if (key === 'language' || key === 'secondLanguage') languages.add(value as ReportLanguage);
			// A line feed breaks the line and is never drawn.
			else texts.add(cleanText(value).replaceAll('\n', ' '));
		} else if (Array.isArray(value)) {
			for (const entry of value) visit(entry, key);
		} else if (value !== null && typeof value === 'object') {
			for (const [name, entry] of Object.entries(value)) visit(entry, name);
		}
	};
	// What is attached is not drawn.
	const { attachment: _, ...drawn } = document;
	visit(drawn, '');
	return { texts: [...texts], languages: [...languages] };
}
