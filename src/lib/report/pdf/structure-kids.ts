import { isInline, type Tag } from '../layout/tag.ts';
import type { PageMarks } from './page-marks.ts';

/** A marked piece of a page, a link's clickable area (by object number), or an element inside the text. */
export type Kid =
	| { readonly page: number; readonly mcid: number }
	| { readonly page: number; readonly annotation: number }
	| Tag;

/** A link area that was written, with the element it belongs to. */
export interface WrittenLink {
	/** Index of the page, from 0. */
	readonly page: number;
	/** Object number. */
	readonly id: number;
	readonly tag: Tag;
}

/** What stands directly in each element, in reading order. */
export function collectKids(
	root: Tag,
	pages: readonly PageMarks[],
	links: readonly WrittenLink[]
): Map<Tag, Kid[]> {
	const kids = new Map<Tag, Kid[]>();
	const kidsOf = (element: Tag): Kid[] => {
		const known = kids.get(element);
		if (known) return known;
		const made: Kid[] = [];
		kids.set(element, made);
		// Among the words around it, an element stands where its first word is drawn.
		if (isInline(element) && element.parent) kidsOf(element.parent).push(element);
		return made;
	};
	pages.forEach(({ elements }, page) =>
		elements.forEach((element, mcid) => kidsOf(element).push({ page, mcid }))
	);
	for (const { page, id, tag } of links) kidsOf(tag).push({ page, annotation: id });
	// Blocks follow what their parent says itself.
	addBlocks(root, kids);
	return kids;
}

/** @returns whether there is anything in the element; a cell stays when it is empty, or its row would be too short */
function addBlocks(element: Tag, kids: Map<Tag, Kid[]>): boolean {
	const filled = element.children.filter((child) => addBlocks(child, kids));
	if (filled.length > 0) kids.set(element, [...(kids.get(element) ?? []), ...filled]);
	return kids.has(element) || element.role === 'TH' || element.role === 'TD';
}
