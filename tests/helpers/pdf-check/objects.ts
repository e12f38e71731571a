/** Reading a PDF's objects, for the checks: thin helpers over pdf-lib, which knows nothing of how our files are written. */
import {
	decodePDFRawStream,
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	PDFNumber,
	PDFRawStream,
	PDFRef,
	PDFString,
	type PDFObject
} from 'pdf-lib';

export type Dict = PDFDict;

export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
	return PDFDocument.load(bytes, { updateMetadata: false });
}

/** A dictionary's entry, followed to where it leads. */
export function at(dict: PDFDict | undefined, ...path: string[]): PDFObject | undefined {
	let found: PDFObject | undefined = dict;
	for (const key of path) {
		if (!(found instanceof PDFDict)) return undefined;
		found = found.lookup(PDFName.of(key));
	}
	return found;
}

export function dictAt(dict: PDFDict | undefined, ...path: string[]): PDFDict | undefined {
	const found = at(dict, ...path);
	return found instanceof PDFDict ? found : found instanceof PDFRawStream ? found.dict : undefined;
}

/** The entries of an array, each followed to where it leads; one value alone counts as one. */
export function listAt(dict: PDFDict | undefined, ...path: string[]): PDFObject[] {
	const found = at(dict, ...path);
	if (found instanceof PDFArray) return found.asArray().map((entry) => dict!.context.lookup(entry)!);
	return found === undefined ? [] : [found];
}

export function nameAt(dict: PDFDict | undefined, ...path: string[]): string | undefined {
	const found = at(dict, ...path);
	return found instanceof PDFName ? found.decodeText() : undefined;
}

export function numberAt(dict: PDFDict | undefined, ...path: string[]): number | undefined {
	const found = at(dict, ...path);
	return found instanceof PDFNumber ? found.asNumber() : undefined;
}

export function textAt(dict: PDFDict | undefined, ...path: string[]): string | undefined {
	return textOf(at(dict, ...path));
}

export function textOf(object: PDFObject | undefined): string | undefined {
	return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** Object number of what an entry refers to. */
export function refAt(dict: PDFDict, key: string): number | undefined {
	const found = dict.get(PDFName.of(key));
	return found instanceof PDFRef ? found.objectNumber : undefined;
}

export function streamBytes(object: PDFObject | undefined): Uint8Array | undefined {
	return object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : undefined;
}

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString };
