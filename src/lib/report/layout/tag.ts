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
	/** Of a cell that spans columns. */
	readonly colSpan?: number | undefined;
	/** Of a cell: the heads that apply to it, where their scopes alone do not say so. */
	readonly headers?: readonly Tag[] | undefined;
	/** Of an L: how its labels count. */
	readonly numbering?: 'Disc' | 'Decimal' | undefined;
	/** Elements below it, in the order in which they were made; without those inside running text. */
	readonly children: Tag[];
}

type TagAttributes = Omit<Tag, 'role' | 'parent' | 'children'>;

/** Decoration: nothing to read out. */
export const ARTIFACT = null;

/** What stands on every page, or stands again on the next one: nothing to read out either. */
export type Furniture = 'header' | 'footer' | 'repeated';

/** Either an element of the structure, or nothing to read out. */
export type TagOrArtifact = Tag | Furniture | typeof ARTIFACT;

export const isTag = (mark: TagOrArtifact): mark is Tag => typeof mark === 'object' && mark !== null;

/** Elements inside a line of text: their place among the words follows from the order of drawing. */
export const isInline = ({ role }: Tag): boolean => role === 'Link' || role === 'Span';

/**
 * Makes an element below another one. The order in which elements are made is the reading order, also where a figure
 * moves on a page; those inside running text are read where they are drawn.
 */
export function tag(role: Role, parent: Tag | null, attributes: TagAttributes = {}): Tag {
	const made: Tag = { role, parent, ...attributes, children: [] };
	if (parent && !isInline(made)) parent.children.push(made);
	return made;
}

/** @returns the language that applies to an element: its own, or that of the nearest element above */
export function languageOf(element: Tag): ReportLanguage | undefined {
	for (let at: Tag | null = element; at; at = at.parent) if (at.language) return at.language;
	return undefined;
}
