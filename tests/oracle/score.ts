import { add, compare, exactly, ratio, whole, type Ratio } from './fraction.ts';
import type { Reading } from './reading.ts';
import type { Note, ShownQuestionnaire } from './shapes.ts';

export interface Cap {
	readonly question: string;
	readonly level: number;
	readonly rule: string;
}

export interface PrincipleScore {
	readonly id: string;
	readonly readings: readonly Reading[];
	readonly weight: number;
	readonly notApplicableWeight: number;
	/** D: the weight that is left in the denominator. */
	readonly denominator: number;
	readonly points: number;
	readonly score: Ratio | null;
	readonly high: Ratio | null;
	readonly level: number | null;
	readonly levelHigh: number | null;
	readonly counted: boolean;
	readonly caps: readonly Cap[];
}

export interface Overall {
	readonly score: Ratio;
	readonly high: Ratio;
	readonly level: number;
	readonly levelHigh: number;
}

export interface Scored {
	readonly principles: readonly PrincipleScore[];
	readonly caps: readonly Cap[];
	readonly overall: Overall | null;
}

type End = 'low' | 'high';

/** Lower edges of the levels 1, 2 and 3. */
const EDGES = [15, 50, 85] as const;

export function bandOf(percent: Ratio): number {
	return EDGES.filter((edge) => compare(percent, ratio(edge)) >= 0).length;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function isCounted({ state }: Reading): boolean {
	return state !== 'notApplicable';
}

/** Questions that hold the level of their own principle down, each with its strictest rule. */
function principleCaps(readings: readonly Reading[], end: End): Cap[] {
	return readings.filter(isCounted).flatMap(({ question, must, [end]: grade }): Cap[] => {
		if (question.critical && grade === 0) return [{ question: question.id, level: 1, rule: 'critical_at_0' }];
		if ((question.critical || must) && grade <= 1)
			return [{ question: question.id, level: 2, rule: 'critical_or_must_at_1' }];
		return [];
	});
}

/** Questions of any principle that hold the overall level at 2. */
function overallCaps(readings: readonly Reading[], end: End): Cap[] {
	return readings.filter(isCounted).flatMap(({ question, must, [end]: grade }): Cap[] => {
		if (question.critical && grade === 0) return [{ question: question.id, level: 2, rule: 'critical_at_0' }];
		if (must && grade <= 1) return [{ question: question.id, level: 2, rule: 'critical_or_must_at_1' }];
		return [];
	});
}

function lowestOf(start: number, caps: readonly Cap[]): number {
	return Math.min(start, ...caps.map(({ level }) => level));
}

function scorePrinciple(
	id: string,
	readings: readonly Reading[],
	{ minGroupWeight }: ShownQuestionnaire,
	note: Note
): PrincipleScore {
	const weightOf = (some: readonly Reading[]) => sum(some.map(({ question }) => question.weight));
	const weight = weightOf(readings);
	const notApplicableWeight = weightOf(readings.filter((reading) => !isCounted(reading)));
	const mayLeave = Math.floor(weight / 5);
	const denominator = weight - Math.min(notApplicableWeight, mayLeave);
	const pointsAt = (end: End) =>
		sum(readings.filter(isCounted).map((reading) => reading.question.weight * reading[end]));
	const percentAt = (end: End) => (weight === 0 ? null : ratio(100 * pointsAt(end), 3 * denominator));
	const levelAt = (end: End) => {
		const percent = percentAt(end);
		return percent && lowestOf(bandOf(percent), principleCaps(readings, end));
	};
	const caps = principleCaps(readings, 'low');
	const counted = weight >= minGroupWeight;

	const band = weight > 0 ? bandOf(percentAt('low') as Ratio) : 0;
	if (notApplicableWeight > mayLeave) note('a fifth of the weight caps not applicable');
	else if (notApplicableWeight > 0) note('not applicable below a fifth of the weight');
	note(
		weight === 0
			? 'principle without questions'
			: counted
				? 'principle counts'
				: 'principle too light to count'
	);
	const critical = new Set(
		readings.filter(({ question }) => question.critical).map(({ question }) => question.id)
	);
	const atOne = caps.filter(({ level }) => level === 2);
	if (band > 1 && atOne.length < caps.length) note('principle held at 1 by a critical question at 0');
	if (band > 2 && atOne.length === caps.length && atOne.some(({ question }) => critical.has(question)))
		note('principle held at 2 by a critical question at 1');
	if (
		band > 2 &&
		atOne.length > 0 &&
		atOne.length === caps.length &&
		!atOne.some(({ question }) => critical.has(question))
	)
		note('principle held at 2 by a must question');

	return {
		id,
		readings,
		weight,
		notApplicableWeight,
		denominator,
		points: pointsAt('low'),
		score: percentAt('low'),
		high: percentAt('high'),
		level: levelAt('low'),
		levelHigh: levelAt('high'),
		counted,
		caps
	};
}

function meanOf(percents: readonly Ratio[]): Ratio {
	const total = percents.reduce(add, ratio(0));
	return ratio(total.n, total.d * BigInt(percents.length));
}

function noteLevel(
	scored: { counted: readonly PrincipleScore[]; score: Ratio; caps: readonly Cap[] },
	note: Note
): void {
	const band = bandOf(scored.score);
	const fromPrinciples = 1 + Math.min(...scored.counted.map(({ level }) => level as number));
	note(`band ${band as 0 | 1 | 2 | 3}`);
	if (EDGES.some((edge) => compare(scored.score, ratio(edge)) === 0))
		note('score exactly on the edge of a band');
	if (fromPrinciples < band) note('level held by the weakest principle');
	if (Math.min(band, fromPrinciples) < 3 || scored.caps.length === 0) return;
	const counted = new Set(
		scored.counted.flatMap(({ readings }) => readings.map(({ question }) => question.id))
	);
	if (scored.caps.every(({ rule }) => rule === 'critical_at_0'))
		note('level held by a critical question alone');
	if (scored.caps.every(({ rule }) => rule !== 'critical_at_0')) note('level held by a must question alone');
	if (scored.caps.every(({ question }) => !counted.has(question)))
		note('level held from a principle that does not count');
}

/** Sections 3 to 5 of docs/scoring.md for the in-scope questions of one selection. */
export function scoreReadings(shown: ShownQuestionnaire, readings: readonly Reading[], note: Note): Scored {
	const principles = shown.groups.map(({ id }) =>
		scorePrinciple(
			id,
			readings.filter(({ question }) => question.principle === id),
			shown,
			note
		)
	);
	const caps = overallCaps(readings, 'low');
	const counted = principles.filter((principle) => principle.counted && principle.weight > 0);
	if (counted.length < shown.minGroups) {
		note('too few principles for a score');
		return { principles, caps, overall: null };
	}
	const score = meanOf(counted.map((principle) => principle.score as Ratio));
	const high = meanOf(counted.map((principle) => principle.high as Ratio));
	const levelOf = (percent: Ratio, levels: readonly (number | null)[], end: End) =>
		lowestOf(Math.min(bandOf(percent), 1 + Math.min(...levels.map(Number))), overallCaps(readings, end));
	const level = levelOf(
		score,
		counted.map((principle) => principle.level),
		'low'
	);
	const levelHigh = levelOf(
		high,
		counted.map((principle) => principle.levelHigh),
		'high'
	);
	noteLevel({ counted, score, caps }, note);
	if (levelHigh > level) note('high level above low level');
	return { principles, caps, overall: { score, high, level, levelHigh } };
}

/** A number as it is shown, beside its exact value. */
export function shownRatio(value: Ratio | null) {
	return value && { value: whole(value), exact: exactly(value) };
}
