/** Letters of scripts that are written from right to left, with the marks on them. */
const RIGHT_TO_LEFT =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u0591-\u08ff]/u;
/** The first of them, so that most texts need no other look. */
const FIRST = 0x590;

export const isRightToLeft = (codePoint: number): boolean =>
	codePoint >= FIRST && RIGHT_TO_LEFT.test(String.fromCodePoint(codePoint));

/** Neighbours of one line, in the order in which they stand from left to right. */
export interface VisualRun {
	readonly rightToLeft: boolean;
	/** As typed, turned round where `rightToLeft`. */
	readonly indices: readonly number[];
}

/**
 * The order in which characters of one line stand from left to right. Runs of right-to-left letters, with what stands
 * between them, are turned round; numbers inside stay as they are. Readers take for granted that such letters stand as
 * they are seen, and put them back in order.
 *
 * Source: Unicode Standard Annex 9, rule L2, for a paragraph that runs from left to right.
 *
 * @param codePoints - of one line, as typed
 * @returns runs of indices into `codePoints`
 */
export function visualRuns(codePoints: readonly number[]): VisualRun[] {
	const runs: VisualRun[] = [];
	for (let start = 0; start < codePoints.length;) {
		if (isRightToLeft(codePoints[start]!)) {
			const end = endOfRun(codePoints, start);
			runs.push({ rightToLeft: true, indices: turnedRound(codePoints, start, end) });
			start = end;
			continue;
		}
		const next = codePoints.findIndex((codePoint, at) => at > start && isRightToLeft(codePoint));
		const end = next < 0 ? codePoints.length : next;
		runs.push({ rightToLeft: false, indices: Array.from({ length: end - start }, (_, at) => start + at) });
		start = end;
	}
	return runs;
}

/** Behind the last right-to-left letter that no letter of another script parts from the first. */
function endOfRun(codePoints: readonly number[], start: number): number {
	let end = start + 1;
	for (let at = end; at < codePoints.length; at++) {
		const codePoint = codePoints[at]!;
		if (isRightToLeft(codePoint)) end = at + 1;
		else if (/\p{L}/u.test(String.fromCodePoint(codePoint))) break;
	}
	return end;
}

function turnedRound(codePoints: readonly number[], start: number, end: number): number[] {
	const turned: number[] = [];
	for (let at = end - 1; at >= start; at--) {
		const stop = at;
		if (isDigit(codePoints[at]!)) at = startOfNumber(codePoints, at, start);
		for (let inner = at; inner <= stop; inner++) turned.push(inner);
	}
	return turned;
}

/** A separator belongs to a number between two digits only. */
function startOfNumber(codePoints: readonly number[], last: number, start: number): number {
	let at = last;
	for (;;) {
		if (at > start && isDigit(codePoints[at - 1]!)) at--;
		else if (at - 1 > start && isSeparator(codePoints[at - 1]!) && isDigit(codePoints[at - 2]!)) at -= 2;
		else return at;
	}
}

const isDigit = (codePoint: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(codePoint));
const isSeparator = (codePoint: number): boolean => /[.,:/]/.test(String.fromCodePoint(codePoint));
