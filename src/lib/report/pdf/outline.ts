import type { HeadingEntry } from '../layout/flow.ts';
import type { JsPdfInternals } from './jspdf-internals.ts';
import { destination, type Places } from './links.ts';
import { hexText } from './syntax.ts';

interface Node {
	readonly entry: HeadingEntry | null;
	readonly children: Node[];
	readonly id: number;
}

/**
 * Writes the viewer's bookmarks. Not with jsPDF's own plug-in: its strings lose characters such
 * as 不 (U+4E0D), whose second byte is a line end.
 *
 * @returns object number of the root
 */
export function writeOutline(pdf: JsPdfInternals, entries: readonly HeadingEntry[], places: Places): number {
	const root = buildTree(entries, () => pdf.newObjectDeferred());
	const write = (node: Node, parent: Node | null, index: number): void => {
		pdf.newObjectDeferredBegin(node.id, true);
		pdf.write(`<<${nodeEntries(node, parent, index)}${node.entry ? titleEntries(node.entry, places) : ''}>>`);
		pdf.write('endobj');
		node.children.forEach((child, at) => write(child, node, at));
	};
	write(root, null, 0);
	return root.id;
}

function titleEntries(entry: HeadingEntry, places: Places): string {
	const anchor = places.anchors.get(entry.anchor);
	return `/Title${hexText(entry.title)}${anchor ? `/Dest${destination(anchor, places)}` : ''}`;
}

/** A level that is skipped hangs below the last heading above it. */
function buildTree(entries: readonly HeadingEntry[], newId: () => number): Node {
	const root: Node = { entry: null, children: [], id: newId() };
	const path: Node[] = [root];
	for (const entry of entries) {
		while (path.length > 1 && path.at(-1)!.entry!.level >= entry.level) path.pop();
		const node: Node = { entry, children: [], id: newId() };
		path.at(-1)!.children.push(node);
		path.push(node);
	}
	return root;
}

/** Chapters are shown, what is below them is folded away (a negative count). */
function nodeEntries(node: Node, parent: Node | null, index: number): string {
	const { children } = node;
	let text = parent ? `/Parent ${parent.id} 0 R` : '/Type/Outlines';
	if (parent && index > 0) text += `/Prev ${parent.children[index - 1]!.id} 0 R`;
	if (parent && index + 1 < parent.children.length) text += `/Next ${parent.children[index + 1]!.id} 0 R`;
	if (children.length === 0) return text;
	return `${text}/First ${children[0]!.id} 0 R/Last ${children.at(-1)!.id} 0 R/Count ${parent ? -children.length : children.length}`;
}
