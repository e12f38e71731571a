import type { Tag } from '../layout/tag.ts';
import type { JsPdfInternals } from './jspdf-internals.ts';
import type { Box, PageMarks } from './page-marks.ts';
import { collectKids, type Kid, type WrittenLink } from './structure-kids.ts';
import { hexText, num } from './syntax.ts';

/**
 * Writes the tree of elements that says what each piece of the pages means (ISO 32000-1, 14.7), with the tree that leads
 * back from pages and links to elements. Keys of the latter: the pages by index, then the links in order.
 *
 * @returns object number of the tree's root
 */
export function writeStructure(
	pdf: JsPdfInternals,
	root: Tag,
	pages: readonly PageMarks[],
	links: readonly WrittenLink[],
	pageHeight: number
): number {
	const writer = new StructureWriter(pdf, root, pages, links, pageHeight);
	return writer.write();
}

class StructureWriter {
	readonly #pdf: JsPdfInternals;
	readonly #root: Tag;
	readonly #pages: readonly PageMarks[];
	readonly #links: readonly WrittenLink[];
	readonly #kids: Map<Tag, Kid[]>;
	readonly #pageHeight: number;
	readonly #ids = new Map<Tag, number>();
	/** Names of table heads that cells refer to. */
	readonly #names = new Map<Tag, string>();

	constructor(
		pdf: JsPdfInternals,
		root: Tag,
		pages: readonly PageMarks[],
		links: readonly WrittenLink[],
		pageHeight: number
	) {
		this.#pageHeight = pageHeight;
		this.#pdf = pdf;
		this.#root = root;
		this.#pages = pages;
		this.#links = links;
		this.#kids = collectKids(root, pages, links);
	}

	write(): number {
		const treeRoot = this.#pdf.newObjectDeferred();
		this.#number(this.#root);
		for (const element of this.#ids.keys()) this.#writeElement(element, treeRoot);
		const parentTree = this.#object(`<</Nums[${this.#parentEntries().join(' ')}]>>`);
		const names = [...this.#names].map(([element, name]) => `(${name}) ${this.#ids.get(element)} 0 R`);
		const idTree = names.length > 0 ? `/IDTree ${this.#object(`<</Names[${names.join(' ')}]>>`)} 0 R` : '';
		this.#pdf.newObjectDeferredBegin(treeRoot, true);
		this.#pdf.write(
			`<</Type/StructTreeRoot/K[${this.#ids.get(this.#root)} 0 R]/ParentTree ${parentTree} 0 R` +
				`/ParentTreeNextKey ${this.#pages.length + this.#links.length}${idTree}>>`
		);
		this.#pdf.write('endobj');
		return treeRoot;
	}

	/** Numbers an element and those below it, and names the heads that cells refer to. */
	#number(element: Tag): void {
		this.#ids.set(element, this.#pdf.newObjectDeferred());
		for (const head of element.headers ?? []) {
			// As many digits as keep the names in the order of the tree that finds them.
			if (!this.#names.has(head)) this.#names.set(head, `h${String(this.#names.size).padStart(6, '0')}`);
		}
		for (const kid of this.#kids.get(element) ?? []) if ('role' in kid) this.#number(kid);
	}

	#writeElement(element: Tag, treeRoot: number): void {
		const kids = this.#kids.get(element) ?? [];
		const first = kids.find((kid) => !('role' in kid)) as Exclude<Kid, Tag> | undefined;
		const parent = element.parent ? this.#ids.get(element.parent) : treeRoot;
		let text = `<</S/${element.role}/P ${parent} 0 R`;
		if (first) text += `/Pg ${this.#pageObject(first.page)} 0 R`;
		if (element.language) text += `/Lang(${element.language})`;
		if (element.alt !== undefined) text += `/Alt${hexText(element.alt)}`;
		if (this.#names.has(element)) text += `/ID(${this.#names.get(element)})`;
		text += this.#attributes(element);
		if (kids.length > 0) {
			const written = kids.map((kid) => this.#kid(kid, first?.page));
			text += written.length === 1 ? `/K ${written[0]}` : `/K[${written.join(' ')}]`;
		}
		this.#pdf.newObjectDeferredBegin(this.#ids.get(element)!, true);
		this.#pdf.write(`${text}>>`);
		this.#pdf.write('endobj');
	}

	#kid(kid: Kid, page: number | undefined): string {
		if ('role' in kid) return `${this.#ids.get(kid)} 0 R`;
		const where = kid.page === page ? '' : `/Pg ${this.#pageObject(kid.page)} 0 R`;
		if ('annotation' in kid) return `<</Type/OBJR/Obj ${kid.annotation} 0 R${where}>>`;
		return where ? `<</Type/MCR${where}/MCID ${kid.mcid}>>` : String(kid.mcid);
	}

	#attributes(element: Tag): string {
		const { role, scope, colSpan, headers, numbering } = element;
		if (role === 'Figure') return this.#figureAttributes(element);
		if (numbering) return `/A<</O/List/ListNumbering/${numbering}>>`;
		let table = '';
		if (scope) table += `/Scope/${scope}`;
		if (colSpan) table += `/ColSpan ${colSpan}`;
		if (headers) table += `/Headers[${headers.map((head) => `(${this.#names.get(head)})`).join(' ')}]`;
		return table && `/A<</O/Table${table}>>`;
	}

	/** Of a figure that goes over pages, the box on its first one. */
	#figureAttributes(element: Tag): string {
		const box = this.#pages.map(({ boxes }) => boxes.get(element)).find((found) => found !== undefined);
		return box ? `/A<</O/Layout/Placement/Block/BBox[${corners(box, this.#pageHeight)}]>>` : '';
	}

	#parentEntries(): string[] {
		const pages = this.#pages.map(({ elements }, index) => {
			const refs = elements.map((element) => `${this.#ids.get(element)} 0 R`);
			return `${index} ${this.#object(`[${refs.join(' ')}]`)} 0 R`;
		});
		const links = this.#links.map(
			({ tag }, index) => `${this.#pages.length + index} ${this.#ids.get(tag)} 0 R`
		);
		return [...pages, ...links];
	}

	#object(content: string): number {
		const id = this.#pdf.newObject();
		this.#pdf.write(content);
		this.#pdf.write('endobj');
		return id;
	}

	#pageObject(index: number): number {
		return this.#pdf.getPageInfo(index + 1).objId;
	}
}

const corners = ([left, top, right, bottom]: Box, height: number): string =>
	[left, height - bottom, right, height - top].map(num).join(' ');
