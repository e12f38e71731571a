import { jsPDF } from 'jspdf';
import type { ReportDocument } from '../blocks.ts';
import { ReportError } from '../errors.ts';
import type { FaceId, FontSubset } from '../fonts/types.ts';
import type { LaidOutDocument } from '../layout/lay-out-document.ts';
import { PAGE } from '../layout/theme.ts';
import { InfoStrings } from './document-info.ts';
import { writeFont } from './font-objects.ts';
import type { JsPdfFont, JsPdfInternals, PutFontPayload, PutPagePayload } from './jspdf-internals.ts';
import { linkAnnotation } from './links.ts';
import { writeOutline } from './outline.ts';
import { PageContent } from './page-content.ts';
import { binaryBytes } from './syntax.ts';

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
	const doc = startDocument(document, info);
	const pdf = doc.internal as unknown as JsPdfInternals;
	const faces = new Map<string, FontSubset>(subsets.map((subset, index) => [`F${index + 1}`, subset]));
	replaceFonts(pdf, [...faces.keys()]);
	const failures: unknown[] = [];
	subscribeAll(pdf, document, laidOut, faces, failures);
	writePages(doc, pdf, laidOut, faces);
	const file = doc.output();
	if (failures.length > 0) {
		throw new ReportError('pdf_writer_failed', `The PDF could not be written: ${String(failures[0])}`, {
			cause: failures[0]
		});
	}
	return binaryBytes(info.fill(file));
}

function startDocument({ info }: ReportDocument, strings: InfoStrings): jsPDF {
	// jsPDF takes a random id instead of a wrong one.
	if (!/^[0-9a-f]{32}$/i.test(info.fileId)) {
		throw new ReportError('invalid_file_id', `The file id "${info.fileId}" is not 32 hexadecimal digits.`);
	}
	const doc = new jsPDF({ unit: 'pt', format: [PAGE.width, PAGE.height], compress: true });
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
	{ pages, anchors, outline }: LaidOutDocument,
	faces: ReadonlyMap<string, FontSubset>,
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
	let outlineId = 0;
	const pageObject = (page: number): number => pdf.getPageInfo(page).objId;
	on<PutPagePayload>('putPage', ({ pageNumber }) => {
		const links = pages[pageNumber - 1]!.links.map((area) => linkAnnotation(area, anchors, pageObject));
		const written = links.filter((link) => link !== null);
		if (written.length > 0) pdf.write(`/Annots[${written.join('\n')}]`);
	});
	on<PutFontPayload>('putFont', ({ font }) => {
		font.isAlreadyPutted = true;
		font.objectNumber = writeFont(pdf, faces.get(font.id)!);
	});
	on('postPutResources', () => {
		if (outline.length > 0) outlineId = writeOutline(pdf, outline, anchors);
	});
	on('putCatalog', () => {
		pdf.write(`/Lang(${document.language})/ViewerPreferences<</DisplayDocTitle true>>`);
		if (outlineId > 0) pdf.write(`/Outlines ${outlineId} 0 R/PageMode/UseOutlines`);
	});
}

function writePages(
	doc: jsPDF,
	pdf: JsPdfInternals,
	{ pages }: LaidOutDocument,
	faces: ReadonlyMap<string, FontSubset>
): void {
	const names = new Map<FaceId, string>([...faces].map(([name, subset]) => [subset.face, name]));
	pages.forEach((page, index) => {
		if (index > 0) doc.addPage();
		const content = new PageContent(names);
		for (const primitive of page.primitives) content.add(primitive);
		pdf.write(content.toString());
	});
}
