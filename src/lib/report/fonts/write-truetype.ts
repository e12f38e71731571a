import { boundsOf, type Glyph } from './outline.ts';
import type { FaceMetrics } from './types.ts';

const REPEAT = 8;

/**
 * A TrueType file with exactly these glyphs: `glyf head hhea hmtx loca maxp`, which is what a PDF needs of an embedded CIDFontType2
 * with Identity-H. There is no character map: a PDF names glyphs by id.
 *
 * @param glyphs in order of their new ids, the first being .notdef
 * @returns the bytes, the same for the same glyphs
 */
export function writeTrueType(glyphs: readonly Glyph[], metrics: FaceMetrics): Uint8Array {
	const parts = glyphs.map(writeGlyph);
	const count = glyphs.length;
	const glyf = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	const loca = table(4 * (count + 1));
	const hmtx = table(4 * count);
	let at = 0;
	let [maxPoints, maxContours, maxAdvance, minLeft, minRight, maxExtent] = [0, 0, 0, 0, 0, 0];
	const box: [number, number, number, number] = [0, 0, 0, 0];
	glyphs.forEach((glyph, id) => {
		glyf.set(parts[id]!, at);
		at += parts[id]!.length;
		loca.setUint32(4 * (id + 1), at);
		const [xMin, yMin, xMax, yMax] = boundsOf(glyph);
		hmtx.setUint16(4 * id, glyph.advance);
		hmtx.setInt16(4 * id + 2, xMin);
		maxPoints = Math.max(maxPoints, glyph.xs.length);
		maxContours = Math.max(maxContours, glyph.ends.length);
		maxAdvance = Math.max(maxAdvance, glyph.advance);
		minLeft = Math.min(minLeft, xMin);
		minRight = Math.min(minRight, glyph.advance - xMax);
		maxExtent = Math.max(maxExtent, xMax);
		[box[0], box[1], box[2], box[3]] = [
			Math.min(box[0], xMin),
			Math.min(box[1], yMin),
			Math.max(box[2], xMax),
			Math.max(box[3], yMax)
		];
	});

	const head = table(54);
	head.setUint32(0, 0x00010000);
	head.setUint32(4, 0x00010000);
	head.setUint32(12, 0x5f0f3cf5);
	head.setUint16(16, 3); // baseline at 0, left side bearing at 0
	head.setUint16(18, metrics.unitsPerEm);
	box.forEach((value, i) => head.setInt16(36 + 2 * i, value));
	head.setUint16(44, metrics.postscriptName.endsWith('Bold') ? 1 : 0);
	head.setUint16(46, 8);
	head.setInt16(48, 2);
	head.setInt16(50, 1); // loca with 32 bits

	const hhea = table(36);
	hhea.setUint32(0, 0x00010000);
	[metrics.ascent, metrics.descent, 0, maxAdvance, minLeft, minRight, maxExtent, 1].forEach((value, i) =>
		hhea.setInt16(4 + 2 * i, value)
	);
	hhea.setUint16(34, count);

	const maxp = table(32);
	maxp.setUint32(0, 0x00010000);
	[count, maxPoints, maxContours, 0, 0, 2].forEach((value, i) => maxp.setUint16(4 + 2 * i, value));

	return assemble({
		glyf,
		head: bytesOf(head),
		hhea: bytesOf(hhea),
		hmtx: bytesOf(hmtx),
		loca: bytesOf(loca),
		maxp: bytesOf(maxp)
	});
}

/** A simple glyph description, padded to four bytes; nothing at all for a space. */
function writeGlyph(glyph: Glyph): Uint8Array {
	const { ends, xs, ys, on } = glyph;
	if (xs.length === 0) return new Uint8Array(0);
	const bytes = new Uint8Array(12 + 2 * ends.length + 5 * xs.length + 3);
	const view = new DataView(bytes.buffer);
	view.setInt16(0, ends.length);
	boundsOf(glyph).forEach((value, i) => view.setInt16(2 + 2 * i, value));
	ends.forEach((end, i) => view.setUint16(10 + 2 * i, end));
	let at = 12 + 2 * ends.length; // the length of instructions stays 0

	// Flag bits: 1 on curve, 2 short x, 4 short y, 16 and 32 the sign of a short distance, or else "no move".
	let last = -1;
	for (let i = 0; i < xs.length; i++) {
		const flag = on[i]! | axisFlag(xs, i, 2, 16) | axisFlag(ys, i, 4, 32);
		if (last >= 0 && (bytes[last]! & ~REPEAT) === flag && (at === last + 1 || bytes[last + 1]! < 255)) {
			if (at === last + 1) bytes[at++] = 0;
			bytes[last]! |= REPEAT;
			bytes[last + 1]!++;
		} else {
			last = at;
			bytes[at++] = flag;
		}
	}
	for (const values of [xs, ys]) {
		for (let i = 0; i < values.length; i++) {
			const step = values[i]! - (i === 0 ? 0 : values[i - 1]!);
			if (step === 0) continue;
			if (step > -256 && step < 256) bytes[at++] = Math.abs(step);
			else {
				view.setInt16(at, step);
				at += 2;
			}
		}
	}
	return bytes.subarray(0, (at + 3) & ~3);
}

function axisFlag(values: readonly number[], i: number, short: number, same: number): number {
	const step = values[i]! - (i === 0 ? 0 : values[i - 1]!);
	if (step === 0) return same;
	if (step <= -256 || step >= 256) return 0;
	return step > 0 ? short | same : short;
}

/** Table directory, tables in order of their tags, checksums. */
function assemble(tables: Record<string, Uint8Array>): Uint8Array {
	const tags = Object.keys(tables).sort();
	let at = 12 + 16 * tags.length;
	const file = new Uint8Array(tags.reduce((sum, tag) => sum + ((tables[tag]!.length + 3) & ~3), at));
	const view = new DataView(file.buffer);
	const power = 2 ** Math.floor(Math.log2(tags.length));
	view.setUint32(0, 0x00010000);
	[tags.length, 16 * power, Math.log2(power), 16 * (tags.length - power)].forEach((value, i) =>
		view.setUint16(4 + 2 * i, value)
	);
	tags.forEach((tag, i) => {
		const data = tables[tag]!;
		file.set(data, at);
		const entry = 12 + 16 * i;
		for (let c = 0; c < 4; c++) file[entry + c] = tag.charCodeAt(c);
		view.setUint32(entry + 4, checksum(view, at, data.length));
		view.setUint32(entry + 8, at);
		view.setUint32(entry + 12, data.length);
		at += (data.length + 3) & ~3;
	});
	const head = view.getUint32(12 + 16 * tags.indexOf('head') + 8);
	view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
	return file;
}

function checksum(view: DataView, start: number, length: number): number {
	let sum = 0;
	for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
	return sum;
}

const table = (size: number) => new DataView(new ArrayBuffer(size));
const bytesOf = (view: DataView) => new Uint8Array(view.buffer);
