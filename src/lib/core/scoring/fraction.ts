/**
 * An exact, reduced fraction with a positive denominator. Scores are compared as
 * fractions and never as floating-point numbers, so that a score of exactly 85 is in the 85 band everywhere.
 */
export interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
	let [x, y] = [a < 0n ? -a : a, b];
	while (y !== 0n) [x, y] = [y, x % y];
	return x;
}

/** @throws {RangeError} when the denominator is zero */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
	let [n, d] = [BigInt(numerator), BigInt(denominator)];
	if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0.');
	if (d < 0n) [n, d] = [-n, -d];
	const common = gcd(n, d) || 1n;
	return { n: n / common, d: d / common };
}

export const ZERO: Fraction = { n: 0n, d: 1n };

export function add(a: Fraction, b: Fraction): Fraction {
	return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
	return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function divide(a: Fraction, by: bigint | number): Fraction {
	return fraction(a.n, a.d * BigInt(by));
}

/** @returns a negative number, 0 or a positive number, as `Array.sort` wants it */
export function compare(a: Fraction, b: Fraction): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** @returns the mean, or `null` of nothing: "no score" is not the same as 0 */
export function mean(values: readonly Fraction[]): Fraction | null {
	if (values.length === 0) return null;
	return divide(values.reduce(add, ZERO), values.length);
}

/** Largest whole number that is not above the fraction (fractions here are never negative). */
export function floor(a: Fraction): number {
	return Number(a.n / a.d);
}

/** Nearest whole number, halves up; for headlines such as *about +4*. */
export function round(a: Fraction): number {
	return Number((2n * a.n + a.d) / (2n * a.d));
}

/** For instance `2767/42`; whole numbers keep their `/1`. */
export function toText(a: Fraction): string {
	return `${a.n}/${a.d}`;
}

/** Decimal text with fixed decimals, halves rounded up; for gains and exact figures. Scores are shown by `floor`. */
export function toDecimal(a: Fraction, decimals: number): string {
	const scale = 10n ** BigInt(decimals);
	const scaled = (2n * a.n * scale + a.d) / (2n * a.d);
	if (decimals === 0) return scaled.toString();
	const digits = scaled.toString().padStart(decimals + 1, '0');
	return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
