import { heapAfterCollection, openProfile, openTab, type Tab, type Throttle } from './browser.ts';
import { answerQuestions, click, isChecked, labelOf, type Answered } from './click.ts';
import { loadUntilQuiet, pause, readLoad, waitFor, type Load } from './load.ts';
import type { Sent, Site } from './serve.ts';
import { FIRST_CHOICE, FIRST_CONTROL, type Side } from './sides.ts';
import { quantile, sum } from './stats.ts';

/** Everything that is measured of one side in one run. */
export interface Measured {
	/** A visit on which nothing is touched. */
	readonly load: Load;
	/** Until the page came to rest. */
	readonly sent: readonly Sent[];
	readonly early: EarlyChoice;
	/** Ms from an answer's click to the next paint, over the questions of the first section, each answered three times. */
	readonly answerP95: number;
	readonly answerMedian: number;
	readonly answers: number;
	readonly wrong: number;
	/** Ms of each turn to the next section. */
	readonly turns: readonly number[];
	/** Ms from the last click that is needed to the results being there and painted. */
	readonly results: number;
	/** Layout shift from opening the page until the results are there. */
	readonly cls: number;
	readonly shifts: Load['shifts'];
	/** Bytes, after the answers and a collection. */
	readonly heap: number;
	/** Bytes of the bodies that a second visit fetched. */
	readonly secondVisit: number;
	readonly errors: readonly string[];
}

/** What became of a choice made the moment its control was there. */
export interface EarlyChoice {
	/** Ms until the control was painted, plus what the first click took to paint: from here on it can be used. */
	readonly usable: number;
	/** Still chosen, and stored, once the app had started. */
	readonly kept: boolean;
	readonly hydrated: number | null;
}

const MIN_ANSWERS = 100;
/** Longest wait for a stored choice, in ms. */
const STORE_LIMIT_MS = 10_000;

/** Measures one side once, in two new profiles: a choice made at once, and a whole visit. */
export async function measure(side: Side, site: Site, spki: string, throttle: Throttle): Promise<Measured> {
	const address = site.origin + side.path;
	const early = await inTab(spki, throttle, (tab) => chooseEarly(side, tab, address));
	const profile = await openProfile(spki);
	try {
		const tab = await openTab(profile, FIRST_CONTROL, throttle);
		site.take();
		const load = await loadUntilQuiet(tab, address);
		const sent = site.take();
		const visit = await answerEverything(side, tab);
		const { cls, shifts } = await readLoad(tab);
		await tab.page.close();
		site.take();
		const again = await openTab(profile, FIRST_CONTROL, throttle);
		await loadUntilQuiet(again, address, 2_000);
		const secondVisit = sum(site.take().map(({ bytes }) => bytes));
		return {
			load,
			sent,
			early,
			...visit,
			cls,
			shifts,
			secondVisit,
			errors: [...tab.errors, ...again.errors]
		};
	} finally {
		await profile.close();
	}
}

/** Runs something in a tab of a new profile. @param control - selector of the control whose appearance is noted */
export async function inTab<T>(
	spki: string,
	throttle: Throttle,
	work: (tab: Tab) => Promise<T>,
	control = FIRST_CONTROL
): Promise<T> {
	const profile = await openProfile(spki);
	try {
		return await work(await openTab(profile, control, throttle));
	} finally {
		await profile.close();
	}
}

async function chooseEarly(side: Side, tab: Tab, address: string): Promise<EarlyChoice> {
	await tab.page.goto(address, { waitUntil: 'commit' });
	await waitFor(tab, 'usable');
	const toPaint = await click(tab, labelOf(FIRST_CHOICE));
	const chosen = await isChecked(tab, FIRST_CHOICE);
	if (side.hydrates) await waitFor(tab, 'hydrated');
	const giveUp = Date.now() + STORE_LIMIT_MS;
	let stored = await side.stored(tab);
	while (!stored && Date.now() < giveUp) {
		await pause(100);
		stored = await side.stored(tab);
	}
	const kept = chosen && stored && (await isChecked(tab, FIRST_CHOICE));
	const { usable, hydrated } = await readLoad(tab);
	// A choice that was lost could be made at the earliest when the app had started.
	return { usable: kept ? usable + toPaint : (hydrated ?? NaN), kept, hydrated };
}

async function answerEverything(side: Side, tab: Tab) {
	const given: Answered = { ms: [], wrong: 0 };
	const [own] = side.sections;
	for (const turn of [0, 1, 2]) await answerQuestions(tab, own?.questions ?? [], turn, given);
	const timed = [...given.ms];
	const turns: number[] = [];
	let last = own;
	for (const section of side.sections.slice(1)) {
		if (last?.next) turns.push(await click(tab, last.next.click, last.next.until));
		await answerQuestions(tab, section.questions, 0, given);
		last = section;
	}
	for (let turn = 3; given.ms.length < MIN_ANSWERS; turn++)
		await answerQuestions(tab, last?.questions ?? [], turn, given);
	const heap = await heapAfterCollection(tab);
	const results = await click(tab, side.results.click, side.results.until);
	return {
		answerP95: quantile(timed, 0.95),
		answerMedian: quantile(timed, 0.5),
		answers: given.ms.length,
		wrong: given.wrong,
		turns,
		heap,
		results
	};
}
