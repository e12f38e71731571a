import { zlibSync } from 'fflate';
import { ReportError } from '../errors.ts';
import { binaryBytes } from './syntax.ts';

/** Fixed, so that the same document gives the same bytes. */
const DEFLATE_LEVEL = 6;
/** Objects in one object stream: a reader unfolds a whole stream to see one of them. */
const OBJECTS_A_STREAM = 500;
/** Bytes of a row of the cross-reference stream: kind, offset or stream, index. */
const WIDTHS = [1, 4, 2] as const;
const ROW = 7;

interface PdfObject {
	readonly id: number;
	/** What stands between `obj` and `endobj`. */
	readonly content: string;
	readonly isStream: boolean;
}

/**
 * Writes a finished file anew with all objects that are no streams in compressed object streams, and a cross-reference
 * stream in place of the table (ISO 32000-1, 7.5.7 and 7.5.8). The structure of a report is some thousand small objects;
 * this makes them a tenth of their size.
 *
 * @param file - as jsPDF writes it, one UTF-16 unit a byte
 * @throws {ReportError} `pdf_writer_failed` when the file is not as jsPDF writes it
 */
export function packPdf(file: string): Uint8Array {
	const { objects, trailer } = readObjects(file);
	const output = new ByteWriter();
	output.text(file.slice(0, file.indexOf('\n', file.indexOf('\n') + 1) + 1));
	const rows = new Map<number, readonly [kind: number, place: number, index: number]>();
	const write = (id: number, content: Uint8Array | string, dictionary = ''): void => {
		rows.set(id, [1, output.length, 0]);
		output.text(`${id} 0 obj\n`);
		if (typeof content === 'string') output.text(content);
		else {
			output.text(`${dictionary}/Length ${content.length}>>\nstream\n`);
			output.bytes(content);
			output.text('\nendstream\n');
		}
		output.text('endobj\n');
	};
	for (const { id, content, isStream } of objects) if (isStream) write(id, content);
	const plain = objects.filter(({ isStream }) => !isStream);
	let next = Math.max(...objects.map(({ id }) => id)) + 1;
	for (let start = 0; start < plain.length; start += OBJECTS_A_STREAM) {
		const id = next++;
		const { dictionary, bytes } = objectStream(plain.slice(start, start + OBJECTS_A_STREAM), (of, index) =>
			rows.set(of, [2, id, index])
		);
		write(id, bytes, dictionary);
	}
	const startXref = output.length;
	rows.set(next, [1, startXref, 0]);
	const bytes = zlibSync(crossReferences(rows, next), { level: DEFLATE_LEVEL });
	write(
		next,
		bytes,
		`<</Type/XRef/Size ${next + 1}/W[${WIDTHS.join(' ')}]${trailer}` +
			`/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW}>>`
	);
	output.text(`startxref\n${startXref}\n%%EOF\n`);
	return output.finish();
}

/** jsPDF's own table says where each object starts; objects follow each other without anything between them. */
function readObjects(file: string): { objects: PdfObject[]; trailer: string } {
	const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-64))?.[1] ?? Number.NaN);
	const [, count] = /^xref\n0 (\d+)\n/.exec(file.slice(xref, xref + 32)) ?? [];
	const trailer = /trailer\n<<\n\/Size \d+\n([^]*?)>>\nstartxref/.exec(file.slice(xref))?.[1];
	if (!count || trailer === undefined) throw unexpected('no cross-reference table');
	const table = file.slice(file.indexOf('\n', xref + 5) + 1, file.indexOf('trailer', xref)).split('\n');
	const starts = Array.from({ length: Number(count) - 1 }, (_, index) => ({
		id: index + 1,
		start: parseInt(table[index + 1] ?? '', 10)
	})).sort((a, b) => a.start - b.start);
	const objects = starts.map(({ id, start }, index): PdfObject => {
		const head = `${id} 0 obj\n`;
		const end = file.lastIndexOf('endobj', starts[index + 1]?.start ?? xref);
		if (!file.startsWith(head, start) || end < start)
			throw unexpected(`object ${id} is not where it should be`);
		const content = file.slice(start + head.length, end);
		return { id, content, isStream: content.endsWith('endstream\n') };
	});
	return { objects: objects.sort((a, b) => a.id - b.id), trailer: trailer.replaceAll('\n', '') };
}

const unexpected = (what: string): ReportError =>
	new ReportError('pdf_writer_failed', `The PDF could not be packed: ${what}.`);

function objectStream(
	objects: readonly PdfObject[],
	place: (id: number, index: number) => void
): { dictionary: string; bytes: Uint8Array } {
	const head: string[] = [];
	let body = '';
	objects.forEach(({ id, content }, index) => {
		head.push(`${id} ${body.length}`);
		body += `${content.trim()}\n`;
		place(id, index);
	});
	const start = `${head.join(' ')}\n`;
	return {
		dictionary: `<</Type/ObjStm/N ${objects.length}/First ${start.length}/Filter/FlateDecode`,
		bytes: zlibSync(binaryBytes(start + body), { level: DEFLATE_LEVEL })
	};
}

/** Rows as differences to the row above (PNG's "up"): they deflate to almost nothing. */
function crossReferences(
	rows: ReadonlyMap<number, readonly [kind: number, place: number, index: number]>,
	last: number
): Uint8Array {
	const bytes = new Uint8Array((last + 1) * (ROW + 1));
	const above = new Uint8Array(ROW);
	for (let id = 0; id <= last; id++) {
		const fields = rows.get(id) ?? [0, 0, id === 0 ? 0xffff : 0];
		let at = id * (ROW + 1);
		bytes[at++] = 2;
		let column = 0;
		WIDTHS.forEach((width, field) => {
			for (let byte = width - 1; byte >= 0; byte--) {
				const value = (fields[field]! >>> (8 * byte)) & 0xff;
				bytes[at++] = (value - above[column]!) & 0xff;
				above[column++] = value;
			}
		});
	}
	return bytes;
}

class ByteWriter {
	readonly #parts: Uint8Array[] = [];
	length = 0;

	text(text: string): void {
		this.bytes(binaryBytes(text));
	}

	bytes(bytes: Uint8Array): void {
		this.#parts.push(bytes);
		this.length += bytes.length;
	}

	finish(): Uint8Array {
		const whole = new Uint8Array(this.length);
		let at = 0;
		for (const part of this.#parts) {
			whole.set(part, at);
			at += part.length;
		}
		return whole;
	}
}
