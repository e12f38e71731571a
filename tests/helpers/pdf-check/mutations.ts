/**
 * For each rule at least one change to a sound file that breaks this rule and no other: proof that the check can fail,
 * and that its rules do not lean on each other.
 */
import { readForCheck, RULES, type CheckedPdf } from './check.ts';
import {
	latin1,
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFRawStream,
	PDFRef,
	PDFString,
	at,
	dictAt,
	listAt,
	streamBytes
} from './objects.ts';
import type { Element } from './structure.ts';

interface Mutation {
	readonly breaks: keyof typeof RULES;
	readonly change: string;
	readonly apply: (pdf: CheckedPdf) => void;
}

/** Changes a file and saves it again, by a library that knows nothing of how it was written. */
export async function mutate(bytes: Uint8Array, apply: (pdf: CheckedPdf) => void): Promise<Uint8Array> {
	const pdf = await readForCheck(bytes);
	apply(pdf);
	return pdf.doc.save({ updateFieldAppearances: false, addDefaultPage: false });
}

const key = (name: string): PDFName => PDFName.of(name);
const element = (
	{ elements }: CheckedPdf,
	role: string,
	fits: (found: Element) => boolean = () => true
): Element => {
	const found = elements.find((candidate) => candidate.role === role && fits(candidate));
	if (!found) throw new Error(`The sample has no such ${role}.`);
	return found;
};
const attributes = (found: Element): PDFDict => dictAt(found.dict, 'A')!;
const kidsArray = (found: Element): PDFArray => at(found.dict, 'K') as PDFArray;

/** Rewrites the text of a stream, uncompressed. */
function rewrite(pdf: CheckedPdf, ref: unknown, change: (text: string) => string): void {
	if (!(ref instanceof PDFRef)) throw new Error('not a reference');
	const stream = pdf.doc.context.lookup(ref) as PDFRawStream;
	const text = change(latin1(streamBytes(stream)!));
	const dict = stream.dict.clone(pdf.doc.context);
	dict.delete(key('Filter'));
	dict.delete(key('DecodeParms'));
	pdf.doc.context.assign(ref, PDFRawStream.of(dict, new Uint8Array(Buffer.from(text, 'latin1'))));
}
function rewritePage(pdf: CheckedPdf, page: number, change: (text: string) => string): void {
	rewrite(pdf, pdf.pages[page]!.page.node.get(key('Contents')), (text) => {
		const changed = change(text);
		if (changed === text) throw new Error('The page has nothing to change.');
		return changed;
	});
}
/** Changes the first page that has what is to be changed. */
function rewriteSome(pdf: CheckedPdf, change: (text: string) => string): void {
	const page = pdf.pages.findIndex(({ page: { node } }) => {
		const text = latin1(streamBytes(node.Contents())!);
		return change(text) !== text;
	});
	rewritePage(pdf, page, change);
}
function rewriteMetadata(pdf: CheckedPdf, from: string | RegExp, to: string): void {
	rewrite(pdf, pdf.catalog.get(key('Metadata')), (text) => text.replace(from, to));
}
const info = ({ doc }: CheckedPdf): PDFDict => doc.context.lookup(doc.context.trailerInfo.Info, PDFDict);
const firstLink = ({ pages, doc }: CheckedPdf): PDFDict => {
	const list = pages.map(({ page }) => page.node.Annots()).find((found) => found !== undefined)!;
	return doc.context.lookup(list.asArray()[0], PDFDict);
};
const font = ({ pages }: CheckedPdf): PDFDict => dictAt(pages[1]!.page.node.Resources(), 'Font', 'F1')!;
const cidFont = (pdf: CheckedPdf): PDFDict => listAt(font(pdf), 'DescendantFonts')[0] as PDFDict;
const isTag = (token: string): RegExp => new RegExp(`/${token} <</MCID (\\d+)>> BDC`);
/** A character of the private use area in place of a letter. */
const toPrivate = (text: string): string => text.replace(/<0001><[0-9A-F]+>/, '<0001><E000>');

export const MUTATIONS: readonly Mutation[] = [
	{
		breaks: 'marked as tagged',
		change: 'MarkInfo says false',
		apply: ({ catalog }) => dictAt(catalog, 'MarkInfo')!.set(key('Marked'), catalog.context.obj(false))
	},
	{
		breaks: 'title shown',
		change: 'no viewer preferences',
		apply: ({ catalog }) => catalog.delete(key('ViewerPreferences'))
	},
	{
		breaks: 'document language',
		change: 'a language nobody speaks',
		apply: (pdf) => {
			pdf.catalog.set(key('Lang'), PDFString.of('xx'));
			rewriteMetadata(pdf, /<rdf:Bag><rdf:li>\w+/, '<rdf:Bag><rdf:li>xx');
		}
	},
	...(['pdfuaid:part', 'pdfaid:part', 'pdfaid:conformance'] as const).map((name): Mutation => ({
		breaks: 'names its standards',
		change: `without ${name}`,
		apply: (pdf) => rewriteMetadata(pdf, new RegExp(`<${name}>.</${name}>`), '')
	})),
	{
		breaks: 'metadata readable without PDF',
		change: 'metadata without a type',
		apply: ({ catalog }) => dictAt(catalog, 'Metadata')!.delete(key('Type'))
	},
	{
		breaks: 'title in the metadata',
		change: 'an empty title, here and in the properties',
		apply: (pdf) => {
			rewriteMetadata(pdf, /(<dc:title>.*x-default">)[^<]+/, '$1');
			info(pdf).set(key('Title'), PDFString.of(''));
		}
	},
	{
		breaks: 'language in the metadata',
		change: 'another language',
		apply: (pdf) => rewriteMetadata(pdf, /<rdf:Bag><rdf:li>en/, '<rdf:Bag><rdf:li>zh-Hant')
	},
	{
		breaks: 'metadata and properties agree',
		change: 'another title in the properties',
		apply: (pdf) => info(pdf).set(key('Title'), PDFString.of('Another'))
	},
	{
		breaks: 'metadata and properties agree',
		change: 'another date in the properties',
		apply: (pdf) => info(pdf).set(key('CreationDate'), PDFString.of("D:20200101000000+00'00'"))
	},
	{
		breaks: 'output intent',
		change: 'a profile of another size',
		apply: ({ catalog }) =>
			dictAt(listAt(catalog, 'OutputIntents')[0] as PDFDict, 'DestOutputProfile')!.set(
				key('N'),
				PDFNumber.of(4)
			)
	},
	{
		breaks: 'output intent',
		change: 'none',
		apply: ({ catalog }) => catalog.delete(key('OutputIntents'))
	},
	{
		breaks: 'file id',
		change: 'one id instead of two',
		apply: ({ doc }) => void (doc.context.trailerInfo.ID as PDFArray).remove(1)
	},
	{
		breaks: 'nothing forbidden',
		change: 'a script in a link',
		apply: (pdf) => firstLink(pdf).set(key('AA'), pdf.doc.context.obj({}))
	},
	{
		breaks: 'nothing forbidden',
		change: 'a link that starts a program',
		apply: (pdf) => firstLink(pdf).set(key('A'), pdf.doc.context.obj({ S: 'Launch' }))
	},
	{
		breaks: 'opens at a place',
		change: 'opens with an action',
		apply: ({ catalog }) => catalog.set(key('OpenAction'), catalog.context.obj({ S: 'GoTo' }))
	},
	{
		breaks: 'bookmarks lead to pages',
		change: 'a bookmark that leads nowhere',
		apply: ({ catalog }) => dictAt(catalog, 'Outlines', 'First')!.delete(key('Dest'))
	},
	{
		breaks: 'embedded files are declared',
		change: 'a file that is in no list',
		apply: ({ doc }) => void doc.context.register(doc.context.stream('{}', { Type: 'EmbeddedFile' }))
	},
	{
		breaks: 'embedded files are declared',
		change: 'a file that does not say what it is to the document',
		apply: ({ catalog }) => (listAt(catalog, 'AF')[0] as PDFDict).delete(key('AFRelationship'))
	},
	{
		breaks: 'everything drawn is marked',
		change: 'a line outside everything',
		apply: (pdf) => rewritePage(pdf, 1, (text) => `${text}\n0 0 m 9 9 l S`)
	},
	{
		breaks: 'everything drawn is marked',
		change: 'a piece that is never closed',
		apply: (pdf) => rewritePage(pdf, 1, (text) => text.replace(/EMC\s*$/, ''))
	},
	{
		breaks: 'artifacts say their kind',
		change: 'an artifact without a type',
		apply: (pdf) => rewritePage(pdf, 1, (text) => text.replace(/\/Artifact <<.*?>> BDC/, '/Artifact BMC'))
	},
	{
		breaks: 'pieces are numbered once',
		change: 'a piece twice on a page',
		apply: (pdf) =>
			rewriteSome(pdf, (text) => text.replace(isTag('P'), '/P <</MCID $1>> BDC EMC /P <</MCID $1>> BDC'))
	},
	{
		breaks: 'pieces stand in the structure',
		change: 'an element that claims a piece nobody drew',
		apply: (pdf) => {
			const found = element(pdf, 'TD', ({ pieces }) => pieces.length === 1);
			const own = found.dict.get(key('K'))!;
			found.dict.set(key('K'), pdf.doc.context.obj([own, 9999]));
		}
	},
	{
		breaks: 'pieces have their element’s role',
		change: 'a paragraph drawn as a cell',
		apply: (pdf) => rewriteSome(pdf, (text) => text.replace('/P <<', '/TD <<'))
	},
	{
		breaks: 'pages lead back to elements',
		change: 'a page with the key of another',
		apply: ({ pages }) => pages[1]!.page.node.set(key('StructParents'), PDFNumber.of(2))
	},
	{
		breaks: 'elements lead back to their parents',
		change: 'an element that names another parent',
		apply: (pdf) => element(pdf, 'TOC').dict.set(key('P'), PDFRef.of(element(pdf, 'P').id))
	},
	{
		breaks: 'roles are standard',
		change: 'a role of our own invention',
		apply: (pdf) => element(pdf, 'Div').dict.set(key('S'), key('Box'))
	},
	{
		breaks: 'elements stand where they may',
		change: 'a section in place of a table’s body',
		apply: (pdf) => element(pdf, 'TBody').dict.set(key('S'), key('Sect'))
	},
	{
		breaks: 'no element is empty',
		change: 'an element without anything',
		apply: (pdf) => {
			const parent = element(pdf, 'Div');
			const made = pdf.doc.context.register(pdf.doc.context.obj({ S: 'P', P: PDFRef.of(parent.id) }));
			kidsArray(parent).push(made);
		}
	},
	{
		breaks: 'languages are ours',
		change: 'a paragraph in a language nobody speaks',
		apply: (pdf) => element(pdf, 'P').dict.set(key('Lang'), PDFString.of('xx'))
	},
	{
		breaks: 'headings do not skip',
		change: 'a second level that becomes the third',
		apply: (pdf) => rerole(pdf, element(pdf, 'H2'), 'H3')
	},
	{
		breaks: 'a document has headings',
		change: 'every heading a paragraph',
		apply: (pdf) => {
			for (const found of pdf.elements) if (/^H\d$/.test(found.role)) rerole(pdf, found, 'P');
		}
	},
	{
		breaks: 'figures are told in words',
		change: 'a figure without a description',
		apply: (pdf) => element(pdf, 'Figure').dict.delete(key('Alt'))
	},
	{
		breaks: 'figures say where they are',
		change: 'a figure beside its page',
		apply: (pdf) => attributes(element(pdf, 'Figure')).set(key('BBox'), pdf.doc.context.obj([-10, 0, 20, 20]))
	},
	{
		breaks: 'lists say how they count',
		change: 'a list that does not',
		apply: (pdf) => element(pdf, 'L').dict.delete(key('A'))
	},
	{
		breaks: 'links stand in the structure',
		change: 'a link with the key of another',
		apply: (pdf) => firstLink(pdf).set(key('StructParent'), PDFNumber.of(0))
	},
	{
		breaks: 'links say where they lead',
		change: 'a link without words',
		apply: (pdf) => firstLink(pdf).delete(key('Contents'))
	},
	{
		breaks: 'links are links',
		change: 'a link that is not printed',
		apply: (pdf) => firstLink(pdf).set(key('F'), PDFNumber.of(2))
	},
	{
		breaks: 'every Link has words and an area',
		change: 'a link that has lost its area, with the area gone from the page',
		apply: (pdf) => {
			const { page } = pdf.pages.find(({ page: found }) => found.node.Annots() !== undefined)!;
			const [gone] = page.node.Annots()!.asArray();
			page.node.Annots()!.remove(0);
			const owner = pdf.elements.find(({ annotations }) =>
				annotations.includes((gone as PDFRef).objectNumber)
			)!;
			const kept = kidsArray(owner)
				.asArray()
				.filter((kid) => !(kid instanceof PDFDict && String(kid.get(key('Type'))) === '/OBJR'));
			owner.dict.set(key('K'), pdf.doc.context.obj(kept));
		}
	},
	{
		breaks: 'keys follow the structure',
		change: 'a page without an order',
		apply: ({ pages }) => pages[0]!.page.node.delete(key('Tabs'))
	},
	{
		breaks: 'contents are linked',
		change: 'an entry of the contents that is plain text',
		apply: (pdf) => {
			const entry = element(pdf, 'TOCI');
			const made = pdf.doc.context.register(
				pdf.doc.context.obj({ S: 'P', P: PDFRef.of(entry.id), K: PDFRef.of(entry.kids[0]!.id) })
			);
			entry.kids[0]!.dict.set(key('P'), made);
			entry.dict.set(key('K'), made);
		}
	},
	{
		breaks: 'words stand in blocks',
		change: 'a link directly in a section',
		apply: (pdf) => {
			const link = element(pdf, 'Link', ({ parent }) => parent?.role === 'P');
			const section = element(pdf, 'Sect', (found) => found.kids.length > 1);
			const outer = link.parent!;
			const refs = kidsArray(outer).asArray();
			outer.dict.set(
				key('K'),
				pdf.doc.context.obj(refs.filter((kid) => !(kid instanceof PDFRef && kid.objectNumber === link.id)))
			);
			link.dict.set(key('P'), PDFRef.of(section.id));
			kidsArray(section).push(PDFRef.of(link.id));
		}
	},
	{
		breaks: 'tables are regular',
		change: 'a sub-heading that no longer spans its table',
		apply: (pdf) => {
			const cell = element(pdf, 'TH', ({ dict }) => at(dict, 'A', 'ColSpan') !== undefined);
			attributes(cell).set(key('ColSpan'), PDFNumber.of(3));
		}
	},
	{
		breaks: 'tables have heads',
		change: 'a table of facts whose labels are data',
		apply: (pdf) => {
			const table = element(pdf, 'Table', ({ kids }) => kids.every(({ role }) => role === 'TBody'));
			for (const row of table.kids[0]!.kids) rerole(pdf, row.kids[0]!, 'TD');
		}
	},
	{
		breaks: 'heads say what they head',
		change: 'a head without a scope',
		apply: (pdf) => element(pdf, 'TH', ({ dict }) => !at(dict, 'ID')).dict.delete(key('A'))
	},
	{
		breaks: 'one head a table',
		change: 'a head read out twice',
		apply: (pdf) =>
			rerole(
				pdf,
				element(pdf, 'TBody', ({ parent }) => parent?.kids[0]?.role === 'THead'),
				'THead'
			)
	},
	{
		breaks: 'cells name heads that exist',
		change: 'a cell that names a head nobody has',
		apply: (pdf) => {
			const cell = element(pdf, 'TD', ({ dict }) => at(dict, 'A', 'Headers') !== undefined);
			(at(cell.dict, 'A', 'Headers') as PDFArray).set(0, PDFString.of('nobody'));
		}
	},
	{
		breaks: 'cells under a sub-heading name their heads',
		change: 'a cell that does not',
		apply: (pdf) =>
			attributes(element(pdf, 'TD', ({ dict }) => at(dict, 'A', 'Headers') !== undefined)).delete(
				key('Headers')
			)
	},
	{
		breaks: 'fonts are embedded',
		change: 'a font without its program',
		apply: (pdf) => dictAt(cidFont(pdf), 'FontDescriptor')!.delete(key('FontFile2'))
	},
	{
		breaks: 'every text names its font',
		change: 'a font that the page does not have',
		apply: (pdf) => rewritePage(pdf, 1, (text) => text.replace(/\/F\d+ ([\d.]+) Tf/, '/F99 $1 Tf'))
	},
	{
		breaks: 'every glyph has its text',
		change: 'a glyph that stands for nothing',
		apply: (pdf) =>
			rewrite(pdf, font(pdf).get(key('ToUnicode')), (text) => text.replace(/<0001><[0-9A-F]+>\n/, ''))
	},
	{
		breaks: 'no glyph is missing',
		change: 'a glyph for what the font lacks',
		apply: (pdf) => rewritePage(pdf, 1, (text) => text.replace(/<[0-9A-F]{4}([0-9A-F]*>)/, '<0000$1'))
	},
	{
		breaks: 'widths are the font’s own',
		change: 'a glyph that is twice as wide',
		apply: (pdf) => {
			const list = listAt(cidFont(pdf), 'W')[1] as PDFArray;
			list.set(1, PDFNumber.of(1999));
		}
	},
	{
		breaks: 'fonts have names of subsets',
		change: 'the name of the whole font',
		apply: (pdf) => font(pdf).set(key('BaseFont'), key('NotoSans-Regular'))
	},
	{
		breaks: 'private characters have a replacement text',
		change: 'a character that only its owner knows',
		apply: (pdf) => rewrite(pdf, font(pdf).get(key('ToUnicode')), toPrivate)
	}
];

/** Another role, for the element and for its pieces on the pages. */
function rerole(pdf: CheckedPdf, found: Element, role: string): void {
	found.dict.set(key('S'), key(role));
	for (const { page: id, mcid } of found.pieces) {
		const page = pdf.pages.findIndex((candidate) => candidate.id === id);
		rewritePage(pdf, page, (text) =>
			text.replace(`/${found.role} <</MCID ${mcid}>> BDC`, `/${role} <</MCID ${mcid}>> BDC`)
		);
	}
}
