import { compare, exactly, ratio, twoDecimals, type Ratio } from './fraction.ts';
import type { Reading } from './reading.ts';
import type { Scored } from './score.ts';
import type { Note } from './shapes.ts';

type Priority = 'critical' | 'law' | 'high' | 'medium' | 'low';

interface Ranked {
	readonly reading: Reading;
	readonly gain: Ratio;
	/** Gain ÷ effort, or weight ÷ effort where there is no score. */
	readonly worth: Ratio;
}

function rank(reading: Reading, { principles, overall }: Scored, note: Note): Ranked {
	const { question, low } = reading;
	const principle = principles.find(({ id }) => id === question.principle);
	if (!principle) throw new RangeError(`No principle "${question.principle}".`);
	const counted = principles.filter((other) => other.counted && other.weight > 0).length;
	const worthSomething = overall !== null && principle.counted;
	if (overall && !principle.counted) note('gap worth nothing because its principle does not count');
	const gain = worthSomething
		? ratio(100 * question.weight * (3 - low), 3 * principle.denominator * counted)
		: ratio(0);
	const worth = overall
		? ratio(gain.n, gain.d * BigInt(question.effort))
		: ratio(question.weight, question.effort);
	return { reading, gain, worth };
}

/** Ids are plain ASCII, so that comparing UTF-16 units is comparing code points. */
function byWorthThenId(note: Note) {
	return (a: Ranked, b: Ranked): number => {
		const difference = compare(b.worth, a.worth);
		if (difference !== 0) return difference;
		note('gaps tied and put in order of id');
		return a.reading.question.id < b.reading.question.id ? -1 : 1;
	};
}

/** The class that a gap has whatever it is worth, or `null` for the rest. */
function fixedPriority({ question, must, low }: Reading): 'critical' | 'law' | null {
	if (question.critical && low <= 1) return 'critical';
	return must ? 'law' : null;
}

/** Section 7 of docs/scoring.md. */
export function orderGaps(scored: Scored, note: Note) {
	if (!scored.overall) note('gaps put in order without a score');
	const ranked = scored.principles
		.flatMap(({ readings }) => readings)
		.filter(({ state, low }) => state !== 'notApplicable' && low < 3)
		.map((reading) => rank(reading, scored, note))
		.sort(byWorthThenId(note));
	const rest = ranked.filter(({ reading }) => fixedPriority(reading) === null);
	const high = Math.ceil(rest.length / 3);
	const medium = Math.ceil((rest.length - high) / 2);
	const entry = (priority: Priority) => {
		return ({ reading: { question, state, low }, gain }: Ranked) => {
			note(`gap ${priority}`);
			if (question.critical && low === 2) note('gap of a critical question at 2');
			return {
				question: question.id,
				priority,
				state,
				grade: low,
				gain: twoDecimals(gain),
				exactGain: exactly(gain)
			};
		};
	};
	return [
		...ranked.filter(({ reading }) => fixedPriority(reading) === 'critical').map(entry('critical')),
		...ranked.filter(({ reading }) => fixedPriority(reading) === 'law').map(entry('law')),
		...rest.slice(0, high).map(entry('high')),
		...rest.slice(high, high + medium).map(entry('medium')),
		...rest.slice(high + medium).map(entry('low'))
	];
}
