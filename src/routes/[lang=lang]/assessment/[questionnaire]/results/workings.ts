import {
	band,
	BAND_FLOORS,
	compare,
	floor,
	fraction,
	lowest,
	toDecimal,
	toText,
	type AssessmentScore,
	type Cap,
	type Fraction,
	type Grade,
	type GroupScore,
	type Level,
	type Points,
	type Question,
	type ValueScore
} from '$lib/core/index.ts';

/** One line of arithmetic with the numbers put in; symbols only, so that it reads alike in every language. */
export interface Working {
	/** As in docs/scoring.md, section 3. */
	readonly symbol: 'W' | 'A' | 'D' | 'N' | 'P' | 'S' | 'Δ';
	readonly formula: string;
}

/** Decimals of an exact value, cut off and never rounded up: a score of 84.999 must not read 85.00. */
export function cutDecimal(value: Fraction, decimals = 2): string {
	const scale = 10n ** BigInt(decimals);
	const cut = fraction((value.n * scale) / value.d, scale);
	if (compare(cut, value) === 0)
		return value.d === 1n ? value.n.toString() : toDecimal(value, decimals).replace(/0+$/, '');
	return `${toDecimal(cut, decimals)}…`;
}

/** `1300/23 = 56.52… → 56`: the exact value, its decimals, and what is shown. */
function exactly(value: Fraction): string {
	const exact = value.d === 1n ? '' : `${toText(value)} = `;
	return `${exact}${cutDecimal(value)} → ${floor(value)}`;
}

/** How the score of a group, theme, practice area or part of the law came about. */
export function pointsWorkings({ weight, notApplicableWeight, points, max, score }: Points): Working[] {
	if (!score) return [{ symbol: 'W', formula: String(weight) }];
	const counted = max / 3;
	return [
		{ symbol: 'W', formula: String(weight) },
		...(notApplicableWeight > 0 ? [{ symbol: 'A' as const, formula: String(notApplicableWeight) }] : []),
		{ symbol: 'D', formula: `${weight} − min(${notApplicableWeight}, ⌊${weight} ÷ 5⌋) = ${counted}` },
		{ symbol: 'N', formula: String(points) },
		{ symbol: 'P', formula: `100 × ${points} ÷ (3 × ${counted}) = ${exactly(score)}` }
	];
}

/** How the overall score came about, or `null` when there is none. */
export function overallWorking({ overall, groups }: AssessmentScore): Working | null {
	if (!overall) return null;
	return meanWorking(
		groups.filter(({ counted }) => counted),
		overall.score
	);
}

/** How the score of a value came about: the mean of its counted groups. */
export function valueWorking(value: ValueScore, groups: readonly GroupScore[]): Working | null {
	const own = groups.filter(({ id, counted }) => counted && value.groups.includes(id));
	return value.score && meanWorking(own, value.score);
}

function meanWorking(groups: readonly GroupScore[], result: Fraction): Working {
	const parts = groups.flatMap(({ score }) => (score ? [cutDecimal(score)] : []));
	return { symbol: 'S', formula: `(${parts.join(' + ')}) ÷ ${parts.length} = ${exactly(result)}` };
}

/** What raising a question to a grade adds to the overall score, or `null` when it adds nothing. */
export function gainWorking(
	score: AssessmentScore,
	question: Question,
	from: Grade,
	to: Grade,
	gain: Fraction
): Working | null {
	const group = score.groups.find(({ id }) => id === question.group);
	const counted = score.groups.filter((g) => g.counted).length;
	if (!score.overall || !group?.counted) return null;
	return {
		symbol: 'Δ',
		formula: `100 × ${question.weight} × (${to} − ${from}) ÷ (${group.max} × ${counted}) = ${toText(gain)} ≈ ${toDecimal(gain, 2)}`
	};
}

/** The three limits of the overall level; the level is the lowest of them. */
export interface LevelWorking {
	readonly band: Level;
	/** Lowest level among the counted groups, and the groups that have it. */
	readonly weakest: Level;
	readonly weakestGroups: readonly string[];
	/** One above the weakest. */
	readonly byWeakest: Level;
	readonly caps: readonly Cap[];
	readonly level: Level;
}

/** How the overall level came about, or `null` when there is none. @see docs/scoring.md#5-levels-and-caps */
export function levelWorking({ overall, groups, caps }: AssessmentScore): LevelWorking | null {
	if (!overall) return null;
	const counted = groups.filter((group) => group.counted && group.level !== null);
	const weakest = lowest(counted.flatMap(({ level }) => (level === null ? [] : [level])));
	return {
		band: band(overall.score),
		weakest,
		weakestGroups: counted.filter(({ level }) => level === weakest).map(({ id }) => id),
		byWeakest: Math.min(3, weakest + 1) as Level,
		caps,
		level: overall.level
	};
}

/** What keeps the level from being higher: empty when only the number does. */
export interface LevelLimits {
	/** Groups that are too weak for more, when they bind. */
	readonly groups: readonly string[];
	/** Questions that cap the overall level, when they bind. */
	readonly caps: readonly Cap[];
}

/** Which of the limits hold the level below the band that the number lies in. */
export function bindingLimits(working: LevelWorking): LevelLimits {
	if (working.level === working.band) return { groups: [], caps: [] };
	return {
		groups: working.byWeakest === working.level ? working.weakestGroups : [],
		caps: working.caps.filter(({ level }) => level === working.level)
	};
}

/** Lowest score of the band of a target level; where the target's line runs in charts. */
export function targetScore(target: Level | undefined): number | null {
	return target === undefined ? null : BAND_FLOORS[target];
}

/** A score and its high end as shown: `65–68`, or `65` when both show the same number. */
export function rangeOf(low: Fraction, high: Fraction): string {
	return floor(low) === floor(high) ? String(floor(low)) : `${floor(low)}–${floor(high)}`;
}
