import type { Glyph } from '../../src/lib/report/fonts/outline.ts';
import { SLICE_MAGIC } from '../../src/lib/report/fonts/slice-format.ts';

/**
 * @param glyphs by code point
 * @returns one file in the format of `slice-format.ts`, not yet compressed
 */
export function writeSlice(glyphs: ReadonlyMap<number, Glyph>): Uint8Array {
	const codePoints = [...glyphs.keys()].sort((a, b) => a - b);
	const columns: number[][] = [[], [], [], [], [], []];
	const [distances, advances, contours, sizes, flags, triplets] = columns as [
		number[],
		number[],
		number[],
		number[],
		number[],
		number[]
	];
	let previous = -1;
	let previousAdvance = 0;
	for (const codePoint of codePoints) {
		const glyph = glyphs.get(codePoint)!;
		pushVarint(distances, codePoint - previous - 1);
		const step = glyph.advance - previousAdvance;
		pushVarint(advances, step < 0 ? -2 * step - 1 : 2 * step);
		pushVarint(contours, glyph.ends.length);
		glyph.ends.forEach((end, index) => pushVarint(sizes, end - (index === 0 ? -1 : glyph.ends[index - 1]!)));
		glyph.xs.forEach((x, i) => {
			const dx = x - (glyph.xs[i - 1] ?? 0);
			const dy = glyph.ys[i]! - (glyph.ys[i - 1] ?? 0);
			pushTriplet(flags, triplets, dx, dy, glyph.on[i] === 1);
		});
		previous = codePoint;
		previousAdvance = glyph.advance;
	}
	const head = [...SLICE_MAGIC];
	for (const number of [codePoints.length, ...columns.map((column) => column.length)])
		pushVarint(head, number);
	return Uint8Array.from([head, ...columns].flat());
}

function pushVarint(to: number[], value: number): void {
	for (; value > 0x7f; value >>>= 7) to.push((value & 0x7f) | 0x80);
	to.push(value);
}

/** The shortest of the forms that WOFF 2.0 offers. */
function pushTriplet(flags: number[], bytes: number[], dx: number, dy: number, on: boolean): void {
	const high = on ? 0 : 0x80;
	const ax = Math.abs(dx);
	const ay = Math.abs(dy);
	const xSign = dx < 0 ? 0 : 1;
	const signs = xSign + (dy < 0 ? 0 : 2);
	const push = (flag: number, ...rest: number[]) => {
		flags.push(high | flag);
		bytes.push(...rest);
	};
	if (dx === 0 && ay < 1280) push(((ay & 0xf00) >> 7) + (dy < 0 ? 0 : 1), ay & 0xff);
	else if (dy === 0 && ax < 1280) push(10 + ((ax & 0xf00) >> 7) + xSign, ax & 0xff);
	else if (ax > 0 && ay > 0 && ax < 65 && ay < 65)
		push(
			20 + ((ax - 1) & 0x30) + (((ay - 1) & 0x30) >> 2) + signs,
			(((ax - 1) & 0xf) << 4) | ((ay - 1) & 0xf)
		);
	else if (ax > 0 && ay > 0 && ax < 769 && ay < 769)
		push(
			84 + 12 * (((ax - 1) & 0x300) >> 8) + (((ay - 1) & 0x300) >> 6) + signs,
			(ax - 1) & 0xff,
			(ay - 1) & 0xff
		);
	else if (ax < 4096 && ay < 4096) push(120 + signs, ax >> 4, ((ax & 0xf) << 4) | (ay >> 8), ay & 0xff);
	else push(124 + signs, ax >> 8, ax & 0xff, ay >> 8, ay & 0xff);
}
