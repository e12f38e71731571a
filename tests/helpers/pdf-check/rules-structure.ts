import type { CheckedPdf, Rule } from './check.ts';
import {
	dictAt,
	listAt,
	nameAt,
	numberAt,
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFRef,
	textAt
} from './objects.ts';
import { nearest, type Element } from './structure.ts';

/** What may stand in what; a role that is not named here may stand anywhere. Source: ISO 32000-1, 14.8.4. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
	LI: ['L'],
	Lbl: ['LI'],
	LBody: ['LI'],
	TOCI: ['TOC'],
	TR: ['Table', 'THead', 'TBody'],
	TH: ['TR'],
	TD: ['TR'],
	THead: ['Table'],
	TBody: ['Table'],
	Caption: ['Table', 'L', 'Figure']
};
/** What may stand in these, and nothing else. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
	L: ['LI', 'Caption'],
	LI: ['Lbl', 'LBody'],
	TOC: ['TOCI', 'TOC', 'Caption'],
	Table: ['Caption', 'THead', 'TBody', 'TR'],
	THead: ['TR'],
	TBody: ['TR'],
	TR: ['TH', 'TD']
};
const ROLES =
	/^(?:Document|Sect|Div|H[1-6]|P|L|LI|Lbl|LBody|TOC|TOCI|Table|THead|TBody|TR|TH|TD|Caption|Figure|Span|Link)$/;
const INLINE = ['Span', 'Link', 'Lbl'];

const pieceKey = (page: number, mcid: number): string => `${page}:${mcid}`;

function parentTree({ treeRoot }: CheckedPdf): Map<number, unknown> {
	const numbers = dictAt(treeRoot, 'ParentTree')?.lookup(PDFName.of('Nums'));
	const entries = numbers instanceof PDFArray ? numbers.asArray() : [];
	const found = new Map<number, unknown>();
	for (let index = 0; index + 1 < entries.length; index += 2)
		if (entries[index] instanceof PDFNumber)
			found.set((entries[index] as PDFNumber).asNumber(), entries[index + 1]);
	return found;
}

const annotationsOf = ({ pages }: CheckedPdf): { dict: PDFDict; id: number }[] =>
	pages.flatMap(({ page }) => {
		const list = page.node.Annots();
		return (list?.asArray() ?? []).map((entry) => ({
			dict: page.doc.context.lookup(entry, PDFDict),
			id: entry instanceof PDFRef ? entry.objectNumber : -1
		}));
	});

export const STRUCTURE_RULES = {
	'everything drawn is marked': ({ pages }) =>
		pages.flatMap(({ content }, index) => [
			...content.painted
				.filter(({ mark }) => mark === null)
				.map(({ operator }) => `page ${index + 1}: ${operator} outside every element and artifact`),
			...(content.unbalanced ? [`page ${index + 1}: pieces are not closed`] : [])
		]),
	'artifacts say their kind': ({ pages }) =>
		pages.flatMap(({ content }, index) => [
			...content.artifacts
				.filter((list) => !/\/Type\s*\/(?:Pagination|Layout|Page|Background)/.test(list))
				.map(() => `page ${index + 1}: an artifact without a type`)
		]),
	'pieces are numbered once': ({ pages }) =>
		pages.flatMap(({ content }, index) =>
			content.mcids
				.filter((mcid, at) => content.mcids.indexOf(mcid) !== at)
				.map((mcid) => `page ${index + 1}: MCID ${mcid} twice`)
		),
	'pieces stand in the structure': ({ pages, elements }) => {
		const owners = new Map<string, number>();
		for (const { pieces } of elements)
			for (const { page, mcid } of pieces)
				owners.set(pieceKey(page, mcid), (owners.get(pieceKey(page, mcid)) ?? 0) + 1);
		const drawn = new Set(
			pages.flatMap(({ id, content }) => content.mcids.map((mcid) => pieceKey(id, mcid)))
		);
		return [
			...[...drawn]
				.filter((key) => owners.get(key) !== 1)
				.map((key) => `${key} stands in ${owners.get(key) ?? 0} elements`),
			...[...owners.keys()].filter((key) => !drawn.has(key)).map((key) => `${key} is drawn nowhere`)
		];
	},
	'pieces have their element’s role': ({ pages, elements }) => {
		const contents = new Map(pages.map(({ id, content }) => [id, content]));
		return elements.flatMap(({ role, pieces }) =>
			pieces.flatMap(({ page, mcid }) => {
				const drawn = contents.get(page)?.roles.get(mcid);
				return drawn === undefined || drawn === role
					? []
					: [`MCID ${mcid} is drawn as ${drawn}, but is a ${role}`];
			})
		);
	},
	'pages lead back to elements': (pdf) => {
		const tree = parentTree(pdf);
		const owner = new Map(
			pdf.elements.flatMap(({ id, pieces }) =>
				pieces.map(({ page, mcid }) => [pieceKey(page, mcid), id] as const)
			)
		);
		return pdf.pages.flatMap(({ page, id, content }, index) => {
			if (content.mcids.length === 0) return [];
			const key = numberAt(page.node, 'StructParents');
			const entry = key === undefined ? undefined : tree.get(key);
			const list = entry instanceof PDFRef ? pdf.doc.context.lookup(entry) : entry;
			const refs = list instanceof PDFArray ? list.asArray() : [];
			return content.mcids
				.filter((mcid) => {
					const ref = refs[mcid];
					const expected = owner.get(pieceKey(id, mcid));
					return expected !== undefined && !(ref instanceof PDFRef && ref.objectNumber === expected);
				})
				.map((mcid) => `page ${index + 1}: MCID ${mcid} leads to another element`);
		});
	},
	'elements lead back to their parents': ({ elements }) =>
		elements
			.filter(({ dict, parent }) => {
				const up = dict.get(PDFName.of('P'));
				return !(up instanceof PDFRef) || (parent !== null && up.objectNumber !== parent.id);
			})
			.map(({ role }) => `a ${role} names another parent`),
	'roles are standard': ({ elements }) =>
		elements.filter(({ role }) => !ROLES.test(role)).map(({ role }) => `role ${role}`),
	'elements stand where they may': ({ elements }) =>
		elements.flatMap(({ role, parent, kids }) => [
			...(parent && PARENTS[role] && !PARENTS[role].includes(parent.role)
				? [`${role} in ${parent.role}`]
				: []),
			...kids
				.filter((kid) => CHILDREN[role] && !CHILDREN[role].includes(kid.role) && ROLES.test(kid.role))
				.filter((kid) => !PARENTS[kid.role])
				.map((kid) => `${kid.role} in ${role}`),
			...(role === 'Document' && parent ? ['Document inside another element'] : []),
			...(!parent && role !== 'Document' ? [`${role} outside the Document`] : [])
		]),
	'no element is empty': ({ elements }) =>
		elements
			.filter(
				({ role, kids, pieces, annotations }) =>
					kids.length + pieces.length + annotations.length === 0 && role !== 'TD' && role !== 'TH'
			)
			.map(({ role }) => `an empty ${role}`),
	'languages are ours': ({ elements }) =>
		elements
			.map(({ dict }) => textAt(dict, 'Lang'))
			.filter((language) => language !== undefined && !/^(?:en|zh-Hant|zh-Hans)$/.test(language))
			.map((language) => `language ${language}`),
	'headings do not skip': ({ elements }) => {
		const levels = elements.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]));
		return levels
			.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
			.map((level) => `H${level} without the level above it`);
	},
	'a document has headings': ({ elements }) =>
		elements.some(({ role }) => /^H\d$/.test(role)) ? [] : ['no heading at all'],
	'figures are told in words': ({ elements }) =>
		elements
			.filter(({ role, dict }) => role === 'Figure' && !textAt(dict, 'Alt')?.trim())
			.map(() => 'a figure without /Alt'),
	'figures say where they are': ({ elements, pages }) =>
		elements
			.filter(({ role }) => role === 'Figure')
			.filter(({ dict }) => {
				const box = listAt(dict, 'A', 'BBox').map((value) =>
					value instanceof PDFNumber ? value.asNumber() : NaN
				);
				const { width, height } = pages[0]!.page.getSize();
				const [left = NaN, bottom = NaN, right = NaN, top = NaN] = box;
				return !(left >= 0 && bottom >= 0 && right > left && top > bottom && right <= width && top <= height);
			})
			.map(() => 'a figure without a box on its page'),
	'lists say how they count': ({ elements }) =>
		elements
			.filter(
				({ role, kids }) => role === 'L' && kids.some((item) => item.kids.some((kid) => kid.role === 'Lbl'))
			)
			.filter(({ dict }) => !/^(?:Disc|Decimal)$/.test(nameAt(dict, 'A', 'ListNumbering') ?? ''))
			.map(() => 'a list with labels, but no /ListNumbering'),
	'links stand in the structure': (pdf) => {
		const tree = parentTree(pdf);
		const owners = new Map<number, Element>();
		for (const element of pdf.elements) for (const id of element.annotations) owners.set(id, element);
		return annotationsOf(pdf).flatMap(({ dict, id }) => {
			const owner = owners.get(id);
			if (owner?.role !== 'Link') return [`link ${id} stands in no Link element`];
			const back = tree.get(numberAt(dict, 'StructParent') ?? -1);
			return back instanceof PDFRef && back.objectNumber === owner.id
				? []
				: [`link ${id} leads to another element`];
		});
	},
	'links say where they lead': (pdf) =>
		annotationsOf(pdf)
			.filter(({ dict }) => !textAt(dict, 'Contents')?.trim())
			.map(({ id }) => `link ${id} without /Contents`),
	'links are links': (pdf) =>
		annotationsOf(pdf)
			.filter(({ dict }) => nameAt(dict, 'Subtype') !== 'Link' || numberAt(dict, 'F') !== 4)
			.map(({ id }) => `annotation ${id} is no printed link`),
	'every Link has words and an area': ({ elements }) =>
		elements
			.filter(
				({ role, pieces, kids, annotations }) =>
					role === 'Link' && (pieces.length + kids.length === 0 || annotations.length === 0)
			)
			.map(() => 'a Link without words or without an area'),
	'keys follow the structure': ({ pages }) =>
		pages
			.filter(({ page }) => nameAt(page.node, 'Tabs') !== 'S')
			.map((_, index) => `page ${index + 1} without /Tabs /S`),
	'contents are linked': ({ elements }) =>
		elements
			.filter(({ role, kids }) => role === 'TOCI' && !kids.some((kid) => kid.role === 'Link'))
			.map(() => 'an entry of the table of contents is no link'),
	'words stand in blocks': ({ elements }) =>
		elements
			.filter((element) => INLINE.includes(element.role) && element.role !== 'Lbl')
			.filter(
				(element) =>
					!['P', 'H1', 'H2', 'H3', 'TD', 'TH', 'LBody', 'TOCI', 'Caption', 'Figure', 'Lbl'].some((role) =>
						nearest(element, role)
					)
			)
			.map(({ role }) => `a ${role} outside every block`)
} satisfies Record<string, Rule>;
