import { FontError } from './errors.ts';
import type { Glyph } from './outline.ts';

/**
 * A file of glyphs: `PLG1`, then as variable-length integers the number of glyphs and the byte lengths of six columns, then the
 * columns. Like goes with like, so that gzip finds more to save than in a TrueType file:
 *
 * 1. code point: distance from the one before, less one
 * 2. advance: zigzag difference from the one before, in 1/1000 em
 * 3. number of contours
 * 4. number of points of each contour
 * 5. one flag a point and 6. one to four bytes a point, as in WOFF 2.0
 *
 * @see https://www.w3.org/TR/WOFF2/#triplet_decoding for the flags
 */
export const SLICE_MAGIC = [0x50, 0x4c, 0x47, 0x31];

/** Bytes in column 6 for a flag, without its highest bit. */
export const tripletSize = (flag: number): number => (flag < 84 ? 1 : flag < 120 ? 2 : flag < 124 ? 3 : 4);

/** The glyphs of one file. Outlines are unpacked one by one, as most of them are never drawn. */
export interface Slice {
	/** @returns position in the file, or -1 when the character is not here */
	find(codePoint: number): number;
	/** @returns advance width in 1/1000 em */
	advance(index: number): number;
	glyph(index: number): Glyph;
}

/**
 * @param bytes one inflated file
 * @throws {FontError} `font_file_damaged` when the bytes are something else or stop too early
 */
export function readSlice(bytes: Uint8Array, file: string): Slice {
	if (SLICE_MAGIC.some((byte, index) => bytes[index] !== byte))
		throw damaged(file, 'it does not start with PLG1');
	let at = SLICE_MAGIC.length;
	const varint = (): number => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = bytes[at++];
			if (byte === undefined || shift > 28) throw damaged(file, 'it ends inside a number');
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value;
		}
	};
	const count = varint();
	const lengths = Array.from({ length: 6 }, varint);
	const starts = lengths.map((_, column) =>
		lengths.slice(0, column).reduce((sum, length) => sum + length, at)
	);
	if (starts[5]! + lengths[5]! !== bytes.length) throw damaged(file, 'its length is not the one it states');

	const column = (number: number, size: number, next: (previous: number) => number): Int32Array => {
		at = starts[number]!;
		const values = new Int32Array(size);
		let previous = number === 0 ? -1 : 0;
		for (let i = 0; i < size; i++) values[i] = previous = next(previous);
		return values;
	};
	const codePoints = column(0, count, (previous) => previous + 1 + varint());
	const advances = column(1, count, (previous) => {
		const value = varint();
		return previous + ((value >>> 1) ^ -(value & 1));
	});
	// Where a glyph's contours, points and coordinates start: one pass over the flags, without a look at the coordinates.
	const contourStarts = new Int32Array(count + 1);
	at = starts[2]!;
	for (let i = 0; i < count; i++) contourStarts[i + 1] = contourStarts[i]! + varint();
	const contourSizes = column(3, contourStarts[count]!, varint);
	const pointStarts = new Int32Array(count + 1);
	const tripletStarts = new Int32Array(count + 1);
	let point = 0;
	let triplet = starts[5]!;
	for (let i = 0; i < count; i++) {
		let points = 0;
		for (let c = contourStarts[i]!; c < contourStarts[i + 1]!; c++) points += contourSizes[c]!;
		for (const end = point + points; point < end; point++)
			triplet += tripletSize(bytes[starts[4]! + point]! & 0x7f);
		pointStarts[i + 1] = point;
		tripletStarts[i + 1] = triplet;
	}
	if (point !== lengths[4] || triplet !== bytes.length) throw damaged(file, 'its points do not add up');
	tripletStarts[0] = starts[5]!;

	return {
		find: (codePoint) => binarySearch(codePoints, codePoint),
		advance: (index) => advances[index]!,
		glyph(index) {
			const sizes = contourSizes.subarray(contourStarts[index], contourStarts[index + 1]);
			let points = 0;
			const ends = Array.from(sizes, (size) => (points += size) - 1);
			const flags = bytes.subarray(starts[4]! + pointStarts[index]!, starts[4]! + pointStarts[index + 1]!);
			return { advance: advances[index]!, ends, ...readPoints(flags, bytes, tripletStarts[index]!) };
		}
	};
}

function readPoints(flags: Uint8Array, bytes: Uint8Array, start: number): Pick<Glyph, 'xs' | 'ys' | 'on'> {
	const count = flags.length;
	const xs = new Array<number>(count);
	const ys = new Array<number>(count);
	const on = new Array<number>(count);
	let at = start;
	let x = 0;
	let y = 0;
	for (let i = 0; i < count; i++) {
		const flag = flags[i]! & 0x7f;
		on[i] = flags[i]! >> 7 ? 0 : 1;
		const first = bytes[at]!;
		let dx = 0;
		let dy = 0;
		if (flag < 10) dy = ((flag & 14) << 7) + first;
		else if (flag < 20) dx = (((flag - 10) & 14) << 7) + first;
		else if (flag < 84) {
			dx = 1 + ((flag - 20) & 0x30) + (first >> 4);
			dy = 1 + (((flag - 20) & 0x0c) << 2) + (first & 0x0f);
		} else if (flag < 120) {
			dx = 1 + (Math.floor((flag - 84) / 12) << 8) + first;
			dy = 1 + ((((flag - 84) % 12) >> 2) << 8) + bytes[at + 1]!;
		} else if (flag < 124) {
			dx = (first << 4) + (bytes[at + 1]! >> 4);
			dy = ((bytes[at + 1]! & 0x0f) << 8) + bytes[at + 2]!;
		} else {
			dx = (first << 8) + bytes[at + 1]!;
			dy = (bytes[at + 2]! << 8) + bytes[at + 3]!;
		}
		at += tripletSize(flag);
		// The lowest bit is the sign of the only distance below 20; above that it is the sign of x, and the next that of y.
		x += flag & 1 ? dx : -dx;
		y += (flag < 10 ? flag & 1 : flag & 2) ? dy : -dy;
		xs[i] = x;
		ys[i] = y;
	}
	return { xs, ys, on };
}

function binarySearch(sorted: Int32Array, value: number): number {
	let low = 0;
	let high = sorted.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! === value) return middle;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

const damaged = (file: string, reason: string) =>
	new FontError('font_file_damaged', `Font file "${file}" cannot be used: ${reason}.`);
