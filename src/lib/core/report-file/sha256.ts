/**
 * SHA-256 of bytes. Source: FIPS 180-4, section 6.2.
 *
 * Written out, since the browser's own is missing from pages that are served without encryption on a local network.
 *
 * @returns 64 hexadecimal digits
 */
export function sha256(bytes: Uint8Array): string {
	const state = [...START];
	const padded = pad(bytes);
	const view = new DataView(padded.buffer);
	const words = new Uint32Array(64);
	for (let block = 0; block < padded.length; block += 64) {
		for (let index = 0; index < 16; index++) words[index] = view.getUint32(block + 4 * index);
		for (let index = 16; index < 64; index++) {
			const early = words[index - 15]!;
			const late = words[index - 2]!;
			const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
			const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
			words[index] = words[index - 16]! + small0 + words[index - 7]! + small1;
		}
		mix(state, words);
	}
	return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
	view.setUint32(padded.length - 4, bytes.length * 8);
	return padded;
}

function mix(state: number[], words: Uint32Array): void {
	let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
	for (let index = 0; index < 64; index++) {
		const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
		const first = (h + big1 + ((e & f) ^ (~e & g)) + ROUNDS[index]! + words[index]!) | 0;
		const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
		const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = (state[index]! + word) | 0));
}

/** The first primes: the constants are bits of their roots. */
const PRIMES = /* @__PURE__ */ primes(64);

function primes(count: number): number[] {
	const found: number[] = [];
	for (let number = 2; found.length < count; number++)
		if (found.every((prime) => number % prime !== 0)) found.push(number);
	return found;
}

/** The first 32 bits behind the point of the n-th root, in whole numbers so that every engine agrees. */
function rootBits(value: number, degree: 2n | 3n): number {
	const scaled = BigInt(value) << (32n * degree);
	let low = 0n;
	let high = 1n << 40n;
	while (high - low > 1n) {
		const middle = (low + high) / 2n;
		if (middle ** degree <= scaled) low = middle;
		else high = middle;
	}
	return Number(low & 0xffff_ffffn);
}

const START = /* @__PURE__ */ PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2n));
const ROUNDS = /* @__PURE__ */ PRIMES.map((prime) => rootBits(prime, 3n));
