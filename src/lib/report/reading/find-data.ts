import { Unzlib } from 'fflate';
import { CREATOR_TOOL } from '../pdf/metadata.ts';
import { binaryString } from '../pdf/syntax.ts';

/** What is found inside a PDF. */
export type FoundData =
	/** JSON of the data, not yet checked. */
	| { readonly kind: 'found'; readonly json: string }
	/** Protected by a password: it cannot be read. */
	| { readonly kind: 'encrypted' }
	/** A report of ours that was made without data. */
	| { readonly kind: 'without_data' }
	/** A picture of the pages, from a printing program. */
	| { readonly kind: 'printed' }
	/** Another PDF, or a report that lost its data on the way. */
	| { readonly kind: 'nothing' }
	| { readonly kind: 'too_big' };

/** Largest PDF that is looked into. */
export const MAX_PDF_BYTES = 60_000_000;
/** Largest data after inflating: the largest assessment that is read, and what stands around it. */
export const MAX_DATA_BYTES = 21_000_000;

const START = '{"format":"plumbline-report"';
/** What programs that print into a file call themselves. */
const PRINTERS =
	/\/Producer\s*\((?:[^)]*)(?:Skia\/PDF|Print To PDF|Quartz PDFContext|cairo|cups-pdf|Distiller)/i;
/** A dictionary is not longer than this, in bytes. */
const DICTIONARY_REACH = 4000;
const PUSH = 65_536;

/** Whether a file is a PDF: its mark stands within the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
	return binaryString(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Looks for the data that a report carries, without reading the PDF as a whole: a stream and its dictionary always stand
 * plainly in the file, so the data is found however other programs have saved the file again.
 */
export function findReportData(bytes: Uint8Array): FoundData {
	if (bytes.length > MAX_PDF_BYTES) return { kind: 'too_big' };
	const file = binaryString(bytes);
	const streams = streamsOf(file);
	if (isEncrypted(file, streams)) return { kind: 'encrypted' };
	// A file that was changed by appending has the newest version last. Some programs leave the type out.
	const isDeclared = ({ dictionary }: Stream): boolean => /\/EmbeddedFile\b/.test(dictionary);
	const newestFirst = streams.toReversed();
	for (const stream of [
		...newestFirst.filter(isDeclared),
		...newestFirst.filter((one) => !isDeclared(one))
	]) {
		const data = read(bytes, stream);
		if (data === 'too_big') return { kind: 'too_big' };
		if (data) return { kind: 'found', json: data };
	}
	if (file.includes(`<xmp:CreatorTool>${CREATOR_TOOL}<`)) return { kind: 'without_data' };
	return { kind: PRINTERS.test(file) ? 'printed' : 'nothing' };
}

interface Stream {
	readonly dictionary: string;
	readonly start: number;
	readonly end: number;
}

function streamsOf(file: string): Stream[] {
	const streams: Stream[] = [];
	const pattern = />>\s*stream(\r\n|\n|\r)/g;
	for (let match = pattern.exec(file); match; match = pattern.exec(file)) {
		const start = match.index + match[0].length;
		const before = file.slice(Math.max(0, match.index - DICTIONARY_REACH), match.index + 2);
		const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
		const stated = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
		const isStated = /^\s*endstream/.test(file.slice(start + stated, start + stated + 20));
		const end = isStated ? start + stated : file.indexOf('endstream', start);
		if (end < 0) break;
		streams.push({ dictionary, start, end });
		pattern.lastIndex = end;
	}
	return streams;
}

function isEncrypted(file: string, streams: readonly Stream[]): boolean {
	const isTrailer = ({ dictionary }: Stream): boolean => /\/Type\s*\/XRef\b/.test(dictionary);
	if (streams.some((stream) => isTrailer(stream) && /\/Encrypt\b/.test(stream.dictionary))) return true;
	for (let at = file.indexOf('trailer'); at >= 0; at = file.indexOf('trailer', at + 7)) {
		const end = file.indexOf('startxref', at);
		if (/\/Encrypt\b/.test(file.slice(at, end < 0 ? undefined : end))) return true;
	}
	return false;
}

/** @returns the text of a stream that holds a report's data, `null` for any other */
function read(bytes: Uint8Array, { dictionary, start, end }: Stream): string | 'too_big' | null {
	const raw = bytes.subarray(start, end);
	if (!/\/Filter\b/.test(dictionary)) {
		if (raw.length > MAX_DATA_BYTES) return null;
		return startsRight(raw) ? new TextDecoder().decode(raw).trimEnd() : null;
	}
	return /\/FlateDecode\b/.test(dictionary) && !/\/Predictor\b/.test(dictionary) ? inflate(raw) : null;
}

const startsRight = (data: Uint8Array): boolean => binaryString(data.subarray(0, START.length)) === START;

/** Stops at the first bytes that are not ours, and before it fills the memory. */
function inflate(raw: Uint8Array): string | 'too_big' | null {
	const parts: Uint8Array[] = [];
	let length = 0;
	const unzip = new Unzlib((part) => {
		parts.push(part.slice());
		length += part.length;
	});
	try {
		for (let at = 0; at < raw.length; at += PUSH) {
			const before = length;
			unzip.push(raw.subarray(at, at + PUSH), false);
			if (before === 0 && length >= START.length && !startsRight(joined(parts))) return null;
			if (length > MAX_DATA_BYTES) return 'too_big';
		}
	} catch {
		// Damaged behind what was read so far: the checks of the data say so.
	}
	const data = joined(parts);
	return startsRight(data) ? new TextDecoder().decode(data) : null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
