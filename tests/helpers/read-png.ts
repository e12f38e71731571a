import { inflateSync } from 'node:zlib';

/** Colour types of PNG without a palette, and their bytes for a pixel. Source: PNG specification, table 8. */
const BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Reads a screenshot: 8 bits a channel, not interlaced, with or without alpha. */
export function readPng(file: Buffer): { width: number; height: number; data: Uint8Array } {
	const [width, height, colour] = [file.readUInt32BE(16), file.readUInt32BE(20), file[25]!];
	const size = BYTES[colour];
	if (file[24] !== 8 || !size || file[28] !== 0) throw new Error('Not a PNG as browsers write them.');
	const parts: Buffer[] = [];
	for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
		if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
	const raw = inflateSync(Buffer.concat(parts));
	const row = width * size;
	const lines = new Uint8Array(row * height);
	for (let y = 0; y < height; y++) {
		const filter = raw[y * (row + 1)]!;
		for (let x = 0; x < row; x++) {
			const a = x >= size ? lines[y * row + x - size]! : 0;
			const b = y > 0 ? lines[(y - 1) * row + x]! : 0;
			const c = x >= size && y > 0 ? lines[(y - 1) * row + x - size]! : 0;
			const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter]!;
			lines[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess;
		}
	}
	return { width, height, data: size === 4 ? lines : withAlpha(lines) };
}

function paeth(a: number, b: number, c: number): number {
	const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
	return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function withAlpha(rgb: Uint8Array): Uint8Array {
	const data = new Uint8Array((rgb.length / 3) * 4).fill(255);
	for (let pixel = 0; pixel < rgb.length / 3; pixel++)
		data.set(rgb.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
	return data;
}
