import { jsPDF } from 'jspdf';
import type { Attachment, ReportDocument } from '../blocks.ts';
import { ReportError } from '../errors.ts';
import type { FaceId, FontSubset } from '../fonts/types.ts';
import type { LaidOutDocument } from '../layout/lay-out-document.ts';
import type { LinkArea } from '../layout/canvas.ts';
import type { Tag } from '../layout/tag.ts';
import type { PageShape } from '../layout/theme.ts';
import { SRGB_PROFILE_BASE64 } from './colour-profile.ts';
import { InfoStrings } from './document-info.ts';
import { writeFont } from './font-objects.ts';
import type {
	JsPdfFont,
	JsPdfInternals,
	PutFontPayload,
	PutPagePayload,
	StreamOptions
} from './jspdf-internals.ts';
import { leadsSomewhere, linkAnnotation, type Places } from './links.ts';
import { xmpPacket } from './metadata.ts';
import { writeOutline } from './outline.ts';
import { PageContent } from './page-content.ts';
import type { PageMarks } from './page-marks.ts';
import { writeStructure } from './structure.ts';
import { packPdf } from './pack.ts';
import { binaryString, hexText, literal } from './syntax.ts';

/** Where the fonts of a document are kept between the moment it is made and its output. */
const FONTS_KEY = 'plumblineFonts';

// jsPDF shows its table of fonts only to plug-ins, while a document is being made.
(
	jsPDF.API as unknown as { events: [string, (this: { internal: JsPdfInternals }, payload: never) => void][] }
).events.push([
	'addFonts',
	function ({ fonts }: { fonts: Record<string, JsPdfFont> }) {
		this.internal.collections[FONTS_KEY] = fonts;
	}
]);

/**
 * Writes a laid-out document as a PDF file.
 *
 * @param subsets - the glyphs that the layout shaped
 * @throws {ReportError} `invalid_file_id`, `invalid_date`, `pdf_writer_failed`
 */
export function renderPdf(
	document: ReportDocument,
	laidOut: LaidOutDocument,
	subsets: readonly FontSubset[]
): Uint8Array {
	const info = new InfoStrings(document.info);
	const doc = startDocument(document, info, laidOut.shape);
	const pdf = doc.internal as unknown as JsPdfInternals;
	const faces = new Map<string, FontSubset>(subsets.map((subset, index) => [`F${index + 1}`, subset]));
	replaceFonts(pdf, [...faces.keys()]);
	const failures: unknown[] = [];
	const marks = writePages(doc, pdf, laidOut, faces);
	subscribeAll(pdf, document, laidOut, faces, marks, failures);
	const file = doc.output();
	if (failures.length > 0) {
		throw new ReportError('pdf_writer_failed', `The PDF could not be written: ${String(failures[0])}`, {
			cause: failures[0]
		});
	}
	return packPdf(info.fill(file));
}

function startDocument({ info }: ReportDocument, strings: InfoStrings, { width, height }: PageShape): jsPDF {
	// jsPDF takes a random id instead of a wrong one.
	if (!/^[0-9a-f]{32}$/i.test(info.fileId)) {
		throw new ReportError('invalid_file_id', `The file id "${info.fileId}" is not 32 hexadecimal digits.`);
	}
	const doc = new jsPDF({
		unit: 'pt',
		format: [width, height],
		// Otherwise jsPDF turns the page upright.
		orientation: width > height ? 'landscape' : 'portrait',
		compress: true
	});
	doc.setFileId(info.fileId);
	try {
		// A string, not a Date: jsPDF writes dates in the machine's time zone.
		doc.setCreationDate(info.created as unknown as Date);
	} catch (cause) {
		throw new ReportError('invalid_date', `"${info.created}" is not a PDF date.`, { cause });
	}
	doc.setDocumentProperties(strings.placeholders);
	(doc as unknown as { __private__: { setPdfVersion(version: string): void } }).__private__.setPdfVersion(
		'1.7'
	);
	return doc;
}

/** Takes the base 14 fonts out, which would be declared on every page, and puts ours in. */
function replaceFonts(pdf: JsPdfInternals, names: readonly string[]): void {
	const fonts = pdf.collections[FONTS_KEY] as Record<string, JsPdfFont> | undefined;
	if (!fonts) throw new ReportError('pdf_writer_failed', 'jsPDF no longer shows its fonts to plug-ins.');
	for (const id of Object.keys(fonts)) delete fonts[id];
	for (const id of names) fonts[id] = { id };
}

/** jsPDF swallows what handlers throw and goes on with a broken file: kept in `failures` instead. */
function subscribeAll(
	pdf: JsPdfInternals,
	document: ReportDocument,
	{ pages, anchors, outline, root, shape }: LaidOutDocument,
	faces: ReadonlyMap<string, FontSubset>,
	marks: readonly PageMarks[],
	failures: unknown[]
): void {
	const on = <T>(topic: string, handler: (payload: T) => void): void => {
		pdf.events.subscribe(topic, (payload: never) => {
			try {
				handler(payload);
			} catch (error) {
				failures.push(error);
			}
		});
	};
	const places: Places = {
		anchors,
		pageObject: (page) => pdf.getPageInfo(page).objId,
		pageHeight: shape.height
	};
	const links: { page: number; id: number; tag: Tag; area: LinkArea }[] = [];
	on<PutPagePayload>('putPage', ({ pageNumber }) => {
		pdf.write(`/StructParents ${pageNumber - 1}/Tabs/S`);
		const areas = pages[pageNumber - 1]!.links.filter(({ target }) => leadsSomewhere(target, anchors));
		const own = areas.map((area) => ({
			page: pageNumber - 1,
			id: pdf.newObjectDeferred(),
			tag: area.tag,
			area
		}));
		if (own.length > 0) pdf.write(`/Annots[${own.map(({ id }) => `${id} 0 R`).join(' ')}]`);
		links.push(...own);
	});
	on<PutFontPayload>('putFont', ({ font }) => {
		font.isAlreadyPutted = true;
		font.objectNumber = writeFont(pdf, faces.get(font.id)!);
	});
	const catalog: string[] = [];
	on('postPutResources', () => {
		links.forEach(({ id, area }, index) => {
			pdf.newObjectDeferredBegin(id, true);
			pdf.write(linkAnnotation(area, places, pages.length + index)!);
			pdf.write('endobj');
		});
		if (outline.length > 0)
			catalog.push(`/Outlines ${writeOutline(pdf, outline, places)} 0 R/PageMode/UseOutlines`);
		catalog.push(
			`/StructTreeRoot ${writeStructure(pdf, root, marks, links, shape.height)} 0 R/MarkInfo<</Marked true>>`
		);
		catalog.push(writeMetadata(pdf, document), writeOutputIntent(pdf));
		if (document.attachment) catalog.push(writeAttachment(pdf, document.attachment, document.info.created));
	});
	on('putCatalog', () => {
		pdf.write(`/Lang(${document.language})/ViewerPreferences<</DisplayDocTitle true>>`);
		for (const entries of catalog) pdf.write(entries);
	});
}

/** @returns the catalog's entry */
function writeMetadata(pdf: JsPdfInternals, { info, language, secondLanguage }: ReportDocument): string {
	const languages = secondLanguage ? [language, secondLanguage] : [language];
	const data = binaryString(new TextEncoder().encode(xmpPacket(info, languages)));
	// Not compressed: other programs look for it without reading PDF.
	const id = writeStream(pdf, {
		data,
		filters: [],
		additionalKeyValues: entries({ Type: '/Metadata', Subtype: '/XML' })
	});
	return `/Metadata ${id} 0 R`;
}

/** Says which colours the numbers in the pages mean. @returns the catalog's entry */
function writeOutputIntent(pdf: JsPdfInternals): string {
	const id = writeStream(pdf, { data: atob(SRGB_PROFILE_BASE64), additionalKeyValues: entries({ N: 3 }) });
	const name = '(sRGB IEC61966-2.1)';
	return (
		`/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${name}` +
		`/Info${name}/DestOutputProfile ${id} 0 R>>]`
	);
}

/** @param date - PDF date. @returns the catalog's entries */
function writeAttachment(pdf: JsPdfInternals, { name, description, json }: Attachment, date: string): string {
	const data = new TextEncoder().encode(json);
	const file = writeStream(pdf, {
		data: binaryString(data),
		additionalKeyValues: entries({
			Type: '/EmbeddedFile',
			Subtype: '/application#2Fjson',
			Params: `<</Size ${data.length}/ModDate${literal(date)}>>`
		})
	});
	const spec = pdf.newObject();
	pdf.write(
		`<</Type/Filespec/F${literal(name)}/UF${hexText(name)}/Desc${hexText(description)}` +
			`/AFRelationship/Source/EF<</F ${file} 0 R/UF ${file} 0 R>>>>`
	);
	pdf.write('endobj');
	return `/AF[${spec} 0 R]/Names<</EmbeddedFiles<</Names[${literal(name)} ${spec} 0 R]>>>>`;
}

const entries = (values: Record<string, string | number>): { key: string; value: string | number }[] =>
	Object.entries(values).map(([key, value]) => ({ key, value }));

function writeStream(pdf: JsPdfInternals, options: StreamOptions): number {
	const id = pdf.newObject();
	pdf.putStream(options);
	pdf.write('endobj');
	return id;
}

function writePages(
	doc: jsPDF,
	pdf: JsPdfInternals,
	{ pages, shape }: LaidOutDocument,
	faces: ReadonlyMap<string, FontSubset>
): PageMarks[] {
	const names = new Map<FaceId, string>([...faces].map(([name, subset]) => [subset.face, name]));
	return pages.map((page, index) => {
		if (index > 0) doc.addPage();
		const content = new PageContent(names, shape.height);
		for (const primitive of page.primitives) content.add(primitive);
		pdf.write(content.finish());
		return content.marks;
	});
}
