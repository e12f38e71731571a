/** An exact fraction in lowest terms; `d` is above 0. */
export interface Ratio {
	readonly n: bigint;
	readonly d: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** @throws {RangeError} when the denominator is not above 0 */
export function ratio(n: number | bigint, d: number | bigint = 1): Ratio {
	const [top, bottom] = [BigInt(n), BigInt(d)];
	if (bottom <= 0n) throw new RangeError(`${n}/${d} is not a fraction with a denominator above 0.`);
	const common = greatestCommonDivisor(top < 0n ? -top : top, bottom) || 1n;
	return { n: top / common, d: bottom / common };
}

/** Reads `n/d`. */
export function readRatio(text: string): Ratio {
	const [n = '', d = '1'] = text.split('/');
	return ratio(BigInt(n), BigInt(d));
}

export function add(a: Ratio, b: Ratio): Ratio {
	return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** @returns below 0, 0 or above 0, like a comparison for sorting */
export function compare(a: Ratio, b: Ratio): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Largest whole number that is not above a fraction of 0 or more. */
export function whole({ n, d }: Ratio): number {
	return Number(n / d);
}

export function exactly({ n, d }: Ratio): string {
	return `${n}/${d}`;
}

/** Two decimals of a fraction of 0 or more, a half rounded up: 30/7 is `4.29`. */
export function twoDecimals({ n, d }: Ratio): string {
	const hundredths = (n * 200n + d) / (2n * d);
	return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
