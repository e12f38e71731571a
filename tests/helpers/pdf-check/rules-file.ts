import type { CheckedPdf, Rule } from './check.ts';
import {
	at,
	dictAt,
	latin1,
	listAt,
	nameAt,
	numberAt,
	PDFArray,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFRawStream,
	streamBytes,
	textAt,
	textOf
} from './objects.ts';

const LANGUAGE = /^(?:en|zh-Hant|zh-Hans)$/;
/** Actions and keys that neither standard allows, or that a report has no business with. */
const FORBIDDEN_KEYS = ['JS', 'AA', 'OPI', 'Encrypt', 'SMask', 'XFA', 'Ref', 'Alternates', 'NeedAppearances'];
const FORBIDDEN_ACTIONS = [
	'JavaScript',
	'Launch',
	'Sound',
	'Movie',
	'ResetForm',
	'ImportData',
	'Hide',
	'SetOCGState',
	'Rendition',
	'Trans',
	'GoTo3DView',
	'SubmitForm'
];
const FORBIDDEN_FILTERS = ['LZWDecode', 'Crypt'];

const metadataOf = ({ catalog }: CheckedPdf): string => {
	const bytes = streamBytes(at(catalog, 'Metadata'));
	return bytes ? new TextDecoder().decode(bytes) : '';
};
const infoOf = ({ doc }: CheckedPdf): PDFDict | undefined => {
	const info = doc.context.lookup(doc.context.trailerInfo.Info);
	return info instanceof PDFDict ? info : undefined;
};
const fact = (kept: boolean, problem: string): string[] => (kept ? [] : [problem]);
const unescaped = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function eachDict({ doc }: CheckedPdf): PDFDict[] {
	const found: PDFDict[] = [];
	const visit = (object: unknown): void => {
		if (object instanceof PDFRawStream) visit(object.dict);
		else if (object instanceof PDFArray) object.asArray().forEach(visit);
		else if (object instanceof PDFDict) {
			found.push(object);
			object.values().forEach(visit);
		}
	};
	for (const [, object] of doc.context.enumerateIndirectObjects()) visit(object);
	return found;
}

export const FILE_RULES = {
	'marked as tagged': ({ catalog }) =>
		fact(String(at(catalog, 'MarkInfo', 'Marked')) === 'true', 'MarkInfo/Marked is not true'),
	'title shown': ({ catalog }) =>
		fact(
			String(at(catalog, 'ViewerPreferences', 'DisplayDocTitle')) === 'true',
			'the viewer shows the file name instead of the title'
		),
	'document language': ({ catalog }) => fact(LANGUAGE.test(textAt(catalog, 'Lang') ?? ''), 'no /Lang'),
	'names its standards': (pdf) => {
		const xmp = metadataOf(pdf);
		return [
			['pdfuaid:part', '1'],
			['pdfaid:part', '3'],
			['pdfaid:conformance', 'A']
		].flatMap(([key, value]) =>
			fact(xmp.includes(`<${key}>${value}</${key}>`), `the metadata lack ${key} = ${value}`)
		);
	},
	'metadata readable without PDF': ({ catalog }) => {
		const stream = at(catalog, 'Metadata');
		return fact(
			stream instanceof PDFRawStream &&
				nameAt(stream.dict, 'Type') === 'Metadata' &&
				nameAt(stream.dict, 'Subtype') === 'XML' &&
				!stream.dict.has(PDFName.of('Filter')),
			'no plain stream of type Metadata'
		);
	},
	'title in the metadata': (pdf) =>
		fact(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(metadataOf(pdf)), 'no dc:title'),
	'language in the metadata': (pdf) =>
		fact(
			metadataOf(pdf).includes(`<dc:language><rdf:Bag><rdf:li>${textAt(pdf.catalog, 'Lang')}</rdf:li>`),
			'dc:language is not the document’s'
		),
	'metadata and properties agree': (pdf) => {
		const info = infoOf(pdf);
		const xmp = unescaped(metadataOf(pdf));
		const pairs = [
			['Title', /<dc:title>.*?<rdf:li xml:lang="x-default">([^]*?)<\/rdf:li>/s],
			['Author', /<dc:creator><rdf:Seq><rdf:li>([^]*?)<\/rdf:li>/],
			['Subject', /<dc:description>.*?<rdf:li xml:lang="x-default">([^]*?)<\/rdf:li>/s],
			['Producer', /<pdf:Producer>([^]*?)<\/pdf:Producer>/]
		] as const;
		const created = (textAt(info, 'CreationDate') ?? '').replace(
			/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'$/,
			'$1-$2-$3T$4:$5:$6$7:$8'
		);
		return [
			...pairs.flatMap(([key, pattern]) =>
				fact(
					pattern.exec(xmp)?.[1] === textAt(info, key),
					`${key} is "${textAt(info, key)}" here and "${pattern.exec(xmp)?.[1]}" there`
				)
			),
			...fact(xmp.includes(`<xmp:CreateDate>${created}</xmp:CreateDate>`), 'the dates differ')
		];
	},
	'output intent': ({ catalog }) => {
		const [intent] = listAt(catalog, 'OutputIntents');
		const profile = intent instanceof PDFDict ? at(intent, 'DestOutputProfile') : undefined;
		const data = latin1(streamBytes(profile) ?? new Uint8Array());
		return fact(
			intent instanceof PDFDict &&
				nameAt(intent, 'S') === 'GTS_PDFA1' &&
				!!textAt(intent, 'OutputConditionIdentifier') &&
				numberAt((profile as PDFRawStream | undefined)?.dict, 'N') === 3 &&
				data.slice(36, 40) === 'acsp' &&
				data.slice(16, 20) === 'RGB ',
			'no colour profile for RGB'
		);
	},
	'file id': ({ doc }) => {
		const ids = doc.context.trailerInfo.ID;
		const parts = ids instanceof PDFArray ? ids.asArray() : [];
		return fact(
			parts.length === 2 &&
				parts.every((part) => part instanceof PDFHexString && part.asBytes().length === 16),
			'the trailer has no two ids of 16 bytes'
		);
	},
	'nothing forbidden': (pdf) =>
		eachDict(pdf).flatMap((dict) => [
			...FORBIDDEN_KEYS.filter((key) => dict.has(PDFName.of(key))).map((key) => `has /${key}`),
			...[nameAt(dict, 'S')]
				.filter((action) => FORBIDDEN_ACTIONS.includes(action ?? ''))
				.map((action) => `has the action ${action}`),
			...listAt(dict, 'Filter')
				.map((filter) => (filter instanceof PDFName ? filter.decodeText() : ''))
				.filter((filter) => FORBIDDEN_FILTERS.includes(filter))
				.map((filter) => `has the filter ${filter}`)
		]),
	'opens at a place': ({ catalog }) =>
		fact(
			at(catalog, 'OpenAction') === undefined || at(catalog, 'OpenAction') instanceof PDFArray,
			'/OpenAction is no place in the document'
		),
	'bookmarks lead to pages': ({ catalog, pages }) => {
		const ids = new Set(pages.map(({ id }) => id));
		const problems: string[] = [];
		const visit = (entry: PDFDict | undefined): void => {
			for (let next = entry; next; next = dictAt(next, 'Next')) {
				const [place] = (at(next, 'Dest') as PDFArray | undefined)?.asArray() ?? [];
				const leads = place !== undefined && 'objectNumber' in place && ids.has(Number(place.objectNumber));
				if (!leads || !textAt(next, 'Title'))
					problems.push(`a bookmark "${textAt(next, 'Title')}" leads nowhere`);
				visit(dictAt(next, 'First'));
			}
		};
		visit(dictAt(catalog, 'Outlines', 'First'));
		return problems;
	},
	'embedded files are declared': (pdf) => {
		const associated = listAt(pdf.catalog, 'AF');
		const named = listAt(pdf.catalog, 'Names', 'EmbeddedFiles', 'Names').filter(
			(entry) => entry instanceof PDFDict
		);
		const embedded = pdf.doc.context
			.enumerateIndirectObjects()
			.filter(
				([, object]) => object instanceof PDFRawStream && nameAt(object.dict, 'Type') === 'EmbeddedFile'
			);
		return [
			...fact(
				named.length === embedded.length && associated.length === embedded.length,
				'a file is not in both /AF and the tree of names'
			),
			...associated.flatMap((spec) => {
				const dict = spec as PDFDict;
				const stream = dictAt(dict, 'EF', 'F');
				return fact(
					nameAt(dict, 'AFRelationship') === 'Source' &&
						!!textOf(at(dict, 'F')) &&
						!!textOf(at(dict, 'UF')) &&
						!!textOf(at(dict, 'Desc')) &&
						nameAt(stream, 'Subtype') === 'application/json' &&
						!!textAt(stream, 'Params', 'ModDate'),
					'a file lacks relationship, names, description, type or date'
				);
			})
		];
	}
} satisfies Record<string, Rule>;
