import type { Choice, Counts } from './types.ts';

export const NO_ANSWERS: Counts = [0, 0, 0, 0, 0];

/** Place of *don't know* in `Counts`, and its number in the store. */
export const UNKNOWN_INDEX = 4;

export function choiceIndex(choice: Choice): number {
	return choice === 'unknown' ? UNKNOWN_INDEX : choice;
}

export function choiceAt(index: number): Choice {
	return index === UNKNOWN_INDEX ? 'unknown' : (index as Choice);
}

export function sumOf(counts: Counts): number {
	return counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
}

/** Answers that are a grade. */
export function gradedOf(counts: Counts): number {
	return sumOf(counts) - counts[UNKNOWN_INDEX];
}

export function addCounts(a: Counts, b: Counts): Counts {
	return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];
}
