import { FACE_NAMES, facesFor, FONT_LANGUAGES, isWithoutShape } from '../../src/lib/report/fonts/chain.ts';
import { PLAN_BASE } from '../../src/lib/report/fonts/coverage.ts';
import type { FaceName, FontCoverage, FontLanguage } from '../../src/lib/report/fonts/types.ts';

/** Cut a slice when its outlines reach this many points: about 30 KB after gzip. */
const POINTS_PER_SLICE = 17_000;

/** Devanagari: Noto Sans has its letters, but without substitution tables they make wrong words; an honest □ is better. */
const UNSETTABLE = [
	[0x900, 0x97f],
	[0x1cd0, 0x1cff],
	[0x20f0, 0x20f0],
	[0xa830, 0xa83f],
	[0xa8e0, 0xa8ff],
	[0x11b00, 0x11b0f]
];

/** What European names and Hanyu Pinyin need goes with the core of the Latin face. */
const isCommonLatin = (codePoint: number) =>
	codePoint < 0x250 ||
	(codePoint >= 0x2000 && codePoint < 0x2070) ||
	(codePoint >= 0x20a0 && codePoint < 0x2150);

/** Everything that is not punctuation, a symbol, kana or a full-width form. */
const isHan = (codePoint: number) => codePoint >= 0x3400 && !(codePoint >= 0xfe00 && codePoint < 0x10000);

/** Which characters a language takes from a face, by face. */
export interface FacePlan {
	/** What some language can take from this face: a digit of the emoji face, for instance, is never reached. */
	reachable: Set<number>;
	/** The part of it that the product prints of its own accord. */
	core: Set<number>;
}

/**
 * @param fonts characters of each face
 * @param product characters that the product prints, by language
 */
export function planFaces(
	fonts: Record<FaceName, ReadonlyMap<number, unknown>>,
	product: Record<FontLanguage, ReadonlySet<number>>
): Record<FaceName, FacePlan> {
	const plans = Object.fromEntries(
		FACE_NAMES.map((name) => [name, { reachable: new Set(), core: new Set() }])
	) as unknown as Record<FaceName, FacePlan>;
	const all = new Set(FACE_NAMES.flatMap((name) => [...fonts[name].keys()]));
	for (const codePoint of [...all].sort((a, b) => a - b)) {
		if (!isSettable(codePoint)) continue;
		for (const language of FONT_LANGUAGES) {
			const face = facesFor(codePoint, language).find((name) => fonts[name].has(codePoint))!;
			plans[face].reachable.add(codePoint);
			if (product[language].has(codePoint) || (face === 'latin' && isCommonLatin(codePoint)))
				plans[face].core.add(codePoint);
		}
	}
	return plans;
}

/**
 * @param frequencies code points from frequent to rare; what is missing there follows by code point
 * @param pointsOf size of a glyph in outline points
 * @returns code points of each slice. The first holds the signs of the core, so that an English report with one arrow does not
 *   fetch all Chinese characters; the second the rest of the core; then the others, at most alike in size
 */
export function planSlices(
	plan: FacePlan,
	frequencies: readonly number[],
	pointsOf: (codePoint: number) => number
): number[][] {
	const core = [...plan.core];
	const cuts: number[][] = [];
	let points = Infinity;
	for (const codePoint of new Set([...frequencies, ...plan.reachable])) {
		if (!plan.reachable.has(codePoint)) continue;
		if (points >= POINTS_PER_SLICE) {
			cuts.push([]);
			points = 0;
		}
		// Core characters count for the cut although they stand elsewhere: a text with one more character then changes the core and
		// one slice, and not every file that browsers have kept.
		if (!plan.core.has(codePoint)) cuts.at(-1)!.push(codePoint);
		points += pointsOf(codePoint);
	}
	return [core.filter((codePoint) => !isHan(codePoint)), core.filter(isHan), ...cuts].filter(
		(slice) => slice.length > 0
	);
}

/** @returns the compact form of the slices' code points for the manifest */
export function describeCoverage(slices: readonly (readonly number[])[]): FontCoverage {
	const entries = slices
		.flatMap((slice, index) => slice.map((codePoint) => [codePoint, index] as const))
		.sort((a, b) => a[0] - b[0]);
	const ranges: string[] = [];
	let end = 0;
	for (let i = 0; i < entries.length;) {
		const start = entries[i]![0];
		let length = 1;
		while (entries[i + length]?.[0] === start + length) length++;
		ranges.push((start - end).toString(16) + (length > 1 ? `+${length.toString(16)}` : ''));
		end = start + length;
		i += length;
	}
	return {
		ranges: ranges.join(','),
		plan: entries.map(([, index]) => String.fromCharCode(PLAN_BASE + index)).join('')
	};
}

const isSettable = (codePoint: number): boolean =>
	codePoint >= 0x20 &&
	!(codePoint >= 0x7f && codePoint < 0xa0) &&
	!isWithoutShape(codePoint) &&
	!UNSETTABLE.some(([first, last]) => codePoint >= first! && codePoint <= last!);
