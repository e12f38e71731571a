import {
	at,
	dictAt,
	nameAt,
	numberAt,
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFRef,
	type PDFDocument
} from './objects.ts';

/** An element of the structure tree as a file has it. */
export interface Element {
	readonly role: string;
	readonly dict: PDFDict;
	/** Object number. */
	readonly id: number;
	readonly parent: Element | null;
	readonly kids: Element[];
	/** Marked pieces directly in it: object number of the page, and MCID. */
	readonly pieces: { readonly page: number; readonly mcid: number }[];
	/** Object numbers of annotations directly in it. */
	readonly annotations: number[];
}

export function readStructure(doc: PDFDocument): { elements: Element[]; treeRoot: PDFDict | undefined } {
	const treeRoot = dictAt(doc.catalog, 'StructTreeRoot');
	const elements: Element[] = [];
	const seen = new Set<number>();
	const visit = (kid: unknown, parent: Element | null): void => {
		const id = kid instanceof PDFRef ? kid.objectNumber : -1;
		const found = kid instanceof PDFRef ? doc.context.lookup(kid) : kid;
		if (found instanceof PDFNumber) {
			const page = parent?.dict.get(PDFName.of('Pg'));
			parent?.pieces.push({ page: page instanceof PDFRef ? page.objectNumber : -1, mcid: found.asNumber() });
			return;
		}
		if (!(found instanceof PDFDict)) return;
		const type = nameAt(found, 'Type');
		const page = (found.get(PDFName.of('Pg')) ?? parent?.dict.get(PDFName.of('Pg'))) as PDFRef | undefined;
		if (type === 'MCR') {
			parent?.pieces.push({ page: page?.objectNumber ?? -1, mcid: numberAt(found, 'MCID') ?? -1 });
			return;
		}
		if (type === 'OBJR') {
			const annotation = found.get(PDFName.of('Obj'));
			if (annotation instanceof PDFRef) parent?.annotations.push(annotation.objectNumber);
			return;
		}
		if (seen.has(id)) return;
		seen.add(id);
		const element: Element = {
			role: nameAt(found, 'S') ?? '',
			dict: found,
			id,
			parent,
			kids: [],
			pieces: [],
			annotations: []
		};
		elements.push(element);
		parent?.kids.push(element);
		for (const next of kidsOf(found)) visit(next, element);
	};
	if (treeRoot) for (const kid of kidsOf(treeRoot)) visit(kid, null);
	return { elements, treeRoot };
}

/** Entries of /K as they stand, not followed. */
function kidsOf(dict: PDFDict): unknown[] {
	const kids = at(dict, 'K');
	if (kids instanceof PDFArray) return kids.asArray();
	const single = dict.get(PDFName.of('K'));
	return single === undefined ? [] : [single];
}

/** The element and all below it. */
export function within(element: Element): Element[] {
	return [element, ...element.kids.flatMap(within)];
}

/** The nearest element of a role, the element itself included. */
export function nearest(element: Element, role: string): Element | null {
	for (let found: Element | null = element; found; found = found.parent)
		if (found.role === role) return found;
	return null;
}
