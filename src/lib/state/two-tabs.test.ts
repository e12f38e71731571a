import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assessment, question, questionnaire } from '../../../tests/fixtures/worked-example.ts';
import { printLine, runCount, seed } from '../../../tests/helpers/random-runs.ts';
import type { Assessment } from '../core/index.ts';
import { MemoryStore } from '../storage/memory-store.ts';
import { AssessmentSession } from './assessment-session.svelte.ts';
import { fakeChannels, fakeStorage } from './testing.ts';

const instrument = questionnaire([question('one', 'g'), question('two', 'g')]);
const QUESTIONS = ['one', 'two'] as const;
type Tab = 0 | 1;
/** What a person sees of an assessment: one entry a field. *How it is answered* is one field, whatever the kind. */
type Shown = Record<string, unknown>;

/** What somebody does to one field, and what that field is afterwards. */
interface Edit {
	readonly field: string;
	readonly value: unknown;
	readonly apply: (session: AssessmentSession) => void;
}

const oneOf = fc.constantFrom(...QUESTIONS);
const text = fc.constantFrom('', 'a', 'b', '字');
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.tuple(oneOf, fc.constantFrom(0, 1, 2, 3, 'unknown', 'na')).map(([id, value]) => ({
		field: `${id}.answer`,
		value,
		apply: (session: AssessmentSession) => session.record({ key: id, value: String(value), checked: true })
	})),
	fc.tuple(oneOf, text, fc.boolean()).map(([id, note, later]) => ({
		field: `${id}.note`,
		value: note || undefined,
		apply: (session: AssessmentSession) => session.patchAnswer(id, { note: note || undefined }, { later })
	})),
	fc.tuple(oneOf, fc.boolean()).map(([id, flagged]) => ({
		field: `${id}.flagged`,
		value: flagged || undefined,
		apply: (session: AssessmentSession) => session.setFlag(id, flagged)
	})),
	fc.tuple(oneOf, fc.constantFrom('owner', 'note', 'text'), text).map(([id, name, value]) => ({
		field: `${id}.action.${name}`,
		value,
		apply: (session: AssessmentSession) => session.setAction(id, { [name]: value }, { later: true })
	})),
	fc.tuple(fc.constantFrom('title', 'organisation'), text).map(([name, value]) => ({
		field: `details.${name}`,
		value,
		apply: (session: AssessmentSession) => session.setDetails({ [name]: value }, { later: true })
	}))
);
const tab = fc.constantFrom<Tab>(0, 1);
/** An edit by a tab, or the moment in which a tab's write arrives. */
interface Step {
	readonly tab: Tab;
	readonly edit: Edit | null;
}
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ tab, edit: fc.option(edit, { freq: 2 }) }), {
	maxLength: 40,
	size: 'max'
});

function shown({ answers, actions, details }: Assessment): Shown {
	const fields: Shown = { 'details.title': details.title, 'details.organisation': details.organisation };
	for (const id of QUESTIONS) {
		const { grade, unknown, notApplicable, note, flagged } = answers[id] ?? {};
		const kinds = [grade, unknown && 'unknown', notApplicable && 'na'].filter((kind) => kind !== undefined);
		// Two kinds of answer at once are none.
		fields[`${id}.answer`] = kinds.length > 1 ? kinds : kinds[0];
		fields[`${id}.note`] = note;
		fields[`${id}.flagged`] = flagged;
		for (const name of ['owner', 'note', 'text'] as const)
			fields[`${id}.action.${name}`] = actions[id]?.[name];
	}
	return fields;
}

/** A tab's way to the store that both share: a write begins when the tab wants and arrives when the test says so. */
class SlowStore extends MemoryStore {
	readonly edits: Edit[] = [];
	readonly #shared: MemoryStore;
	readonly #onstored: (edits: readonly Edit[]) => void;
	#arrive: (() => void) | null = null;

	constructor(shared: MemoryStore, onstored: (edits: readonly Edit[]) => void) {
		super();
		this.#shared = shared;
		this.#onstored = onstored;
	}
	override read(id: string) {
		return this.#shared.read(id);
	}
	override async write(...args: Parameters<MemoryStore['write']>) {
		const edits = this.edits.splice(0);
		await new Promise<void>((resolve) => (this.#arrive = resolve));
		await this.#shared.write(...args);
		this.#onstored(edits);
	}
	/** Lets the write that is on its way arrive. @returns whether there was one */
	async arrive(): Promise<boolean> {
		const arrive = this.#arrive;
		this.#arrive = null;
		arrive?.();
		// What follows from it, up to the next write of the same tab.
		for (let turn = 0; turn < 10; turn++) await Promise.resolve();
		return arrive !== null;
	}
}

async function stored(store: MemoryStore): Promise<Assessment> {
	const found = await store.read('a');
	if (!found) throw new Error('The assessment is gone.');
	return found;
}

/** Two tabs do what `made` says, one step after the other; then everything is stored. */
async function play(made: readonly Step[], hearing: boolean): Promise<number> {
	const shared = new MemoryStore();
	await shared.replace(assessment({ one: { grade: 1, note: 'first' }, two: { unknown: true } }));
	const expected = shown(await stored(shared));
	const tabStore = () =>
		new SlowStore(shared, (edits) => {
			for (const { field, value } of edits) expected[field] = value;
		});
	const channels = hearing ? fakeChannels() : [null, null];
	let clock = Date.parse('2026-11-24T00:00:00Z');
	const now = () => new Date((clock += 1_000));
	const tabs = [tabStore(), tabStore()].map((store, index) => ({
		store,
		session: new AssessmentSession(instrument, { store, channel: channels[index] ?? null, now })
	}));
	for (const { session } of tabs) await session.open('a');
	let edits = 0;
	for (const { tab: which, edit: change } of made) {
		const { session, store } = tabs[which] as (typeof tabs)[0];
		if (!change) void session.flush();
		if (!change) await store.arrive();
		// To choose what is chosen already is no edit: a control reports none.
		if (!change || shown(session.shown)[change.field] === change.value) continue;
		store.edits.push(change);
		change.apply(session);
		edits++;
	}
	for (const { session, store } of tabs) {
		void session.flush();
		while (await store.arrive());
		expect([session.saveStatus, store.edits]).toEqual(['saved', []]);
	}
	expect(shown(await stored(shared))).toEqual(expected);
	if (hearing) for (const { session } of tabs) expect(shown(session.shown)).toEqual(expected);
	for (const { session } of tabs) session.close();
	return edits;
}

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('sessionStorage', fakeStorage());
});
afterEach(() => {
	vi.unstubAllGlobals();
});

for (const hearing of [true, false])
	test(`two tabs that ${hearing ? 'hear' : 'do not hear'} each other: the last write of each field holds, and nothing else changes`, async () => {
		const runs = runCount(300, 5_000);
		let edits = 0;
		await fc.assert(
			fc.asyncProperty(steps, async (made) => {
				edits += await play(made, hearing);
			}),
			{ numRuns: runs, seed }
		);
		printLine(`two tabs, ${hearing ? 'hearing' : 'deaf'}: ${runs} runs, ${edits} edits, seed ${seed}`);
		expect(edits).toBeGreaterThan(runs);
	});
