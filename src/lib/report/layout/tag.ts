import type { ReportLanguage } from '../blocks.ts';

/** Structure types of ISO 32000-1, 14.8.4, as far as the report uses them. */
export type Role =
	| 'Document'
	| 'Sect'
	| 'H1'
	| 'H2'
	| 'H3'
	| 'P'
	| 'L'
	| 'LI'
	| 'Lbl'
	| 'LBody'
	| 'Div'
	| 'Span'
	| 'Link'
	| 'Table'
	| 'Caption'
	| 'THead'
	| 'TBody'
	| 'TR'
	| 'TH'
	| 'TD'
	| 'Figure'
	| 'TOC'
	| 'TOCI';

/**
 * What a mark on the page means: one element of the document's structure. Everything drawn
 * carries its tag, also when it continues on the next page, so the writer can group by it.
 */
export interface Tag {
	readonly role: Role;
	readonly parent: Tag | null;
	/** When it differs from the parent's. */
	readonly language?: ReportLanguage | undefined;
	/** What a figure shows, in words. */
	readonly alt?: string | undefined;
	/** Of a TH. */
	readonly scope?: 'Row' | 'Column' | undefined;
}

/** Decoration, page numbers, repeated table heads: nothing to read out. */
export const ARTIFACT = null;

/** Either an element of the structure, or nothing to read out. */
export type TagOrArtifact = Tag | typeof ARTIFACT;

/** Makes an element below another one; the order of first use on the pages is the reading order. */
export function tag(role: Role, parent: Tag | null, attributes: Omit<Tag, 'role' | 'parent'> = {}): Tag {
	return { role, parent, ...attributes };
}
