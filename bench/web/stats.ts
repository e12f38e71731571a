/** Quantile by linear interpolation. @returns `NaN` for an empty list */
export function quantile(values: readonly number[], q: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * q;
	const [low = NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return low + (high - low) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
