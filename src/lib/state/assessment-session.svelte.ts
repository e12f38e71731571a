import {
	createAssessment,
	progressOf,
	scopeOf,
	scoreAssessment,
	type Action,
	type Answer,
	type Assessment,
	type AssessmentScore,
	type Details,
	type DossierField,
	type Grade,
	type Level,
	type Progress,
	type Questionnaire,
	type ScopeAnswers
} from '../core/index.ts';
import {
	StorageError,
	withParts,
	type AssessmentHead,
	type AssessmentStore,
	type Part
} from '../storage/assessment-store.ts';
import { afterPaint } from './after-paint.ts';
import { partOfChoice, type Choice } from './choices.ts';
import { currentAssessment, forgetCurrent, rememberCurrent } from './current-assessment.ts';
import { forgetEarlyOf } from './early.ts';
import { readUnstored } from './journal.ts';
import { OpenAssessment } from './open-assessment.svelte.ts';
import { PendingChoices } from './pending-choices.ts';
import { randomId } from './random-id.ts';
import type { SaveStatus } from './save-queue.svelte.ts';
import { systemTime } from './system-time.ts';
import { blankView, questionsInScope, readView, ViewKeeper } from './view.ts';

interface SessionOptions {
	readonly store: AssessmentStore;
	readonly now?: () => Date;
	readonly newId?: () => string;
	/** Choices made on this page before the app had started; shown at once, stored once it is known what is open. */
	readonly early?: readonly Choice[];
	/** Other tabs with the same assessment. */
	readonly channel?: BroadcastChannel | null;
	/** Selection that a new assessment starts with. */
	readonly selection?: string;
}

/** What a scoping change did: ids of the questions that came and went, in the assessment's selection. */
export interface ScopeChange {
	readonly fact: string;
	readonly came: readonly string[];
	readonly went: readonly string[];
}

/** Stands in addresses for the sample, which is stored nowhere. */
export const SAMPLE_ADDRESS = 'sample';

/**
 * The assessment that a tab works on: what the pages read, and the only way in which they change it.
 *
 * Until storage has been asked, the session shows the remembered view of the last visit and collects choices.
 * With nothing open after that, the first change starts an assessment.
 */
export class AssessmentSession {
	#open = $state.raw<OpenAssessment | null>(null);
	#sample = $state.raw<Assessment | null>(null);
	/** Stands in while no assessment is open. */
	#view = $state.raw<Assessment>() as Assessment;
	#loaded = $state(false);
	#notFound = $state(false);
	#openProblem = $state.raw<StorageError | null>(null);
	#scopeChange = $state.raw<ScopeChange | null>(null);

	readonly #assessment = $derived(this.#sample ?? this.#open?.current ?? null);
	readonly #shown = $derived(this.#assessment ?? this.#view);
	readonly #address = $derived(this.#sample ? SAMPLE_ADDRESS : (this.#assessment?.id ?? null));
	// Derived step by step, so that an answer does not make the scope, or what is shown by it, be computed again.
	readonly #scope: ScopeAnswers = $derived(this.#shown.scope);
	readonly #details: Details = $derived(this.#shown.details);
	readonly #inScope = $derived.by(() => questionsInScope(this.questionnaire, this.#scope));
	readonly #score = $derived.by(
		() => this.#assessment && scoreAssessment(this.questionnaire, this.#assessment)
	);

	readonly questionnaire: Questionnaire;
	/** Selection that a new assessment starts with. */
	startSelection: string;
	readonly #store: AssessmentStore;
	readonly #now: () => Date;
	readonly #newId: () => string;
	readonly #channel: BroadcastChannel | null;
	readonly #tab: string;
	readonly #pending: PendingChoices;
	readonly #viewKeeper: ViewKeeper;
	/** Counts requests to open something: only the latest one counts. */
	#turn = 0;
	/** Choices that the page shows already and that are taken over after the next frame. */
	#arriving: Choice[] = [];
	#onarriving: ((arriving: boolean) => void) | null = null;
	/** Counts how often waiting choices were taken over. */
	#arrivals = $state(0);
	#counted: { of: Assessment; selection: string; progress: Progress } | null = null;

	constructor(
		questionnaire: Questionnaire,
		{ store, now, newId, early = [], channel = null, selection = 'full' }: SessionOptions
	) {
		this.questionnaire = questionnaire;
		this.startSelection = selection;
		this.#store = store;
		this.#now = now ?? systemTime;
		this.#newId = newId ?? randomId;
		this.#tab = this.#newId();
		this.#channel = channel;
		this.#pending = new PendingChoices(early);
		this.#viewKeeper = new ViewKeeper(questionnaire, () => this.#open?.current ?? null);
		this.#view = this.#withChoices(readView(questionnaire, selection), early);
	}

	/** The open assessment; `null` before storage has answered, and while there is none. */
	get assessment(): Assessment | null {
		return this.#assessment;
	}
	/** The open assessment, or what stands in for it: the remembered view or a blank one, with what was chosen since. */
	get shown(): Assessment {
		return this.#shown;
	}
	/** What `#a=` in an address says of it. */
	get address(): string | null {
		return this.#address;
	}
	/** `true` once storage has been asked, whether or not there is an assessment. */
	get loaded(): boolean {
		return this.#loaded;
	}
	/** The address names an assessment that is not on this device. */
	get notFound(): boolean {
		return this.#notFound;
	}
	get readOnly(): boolean {
		return this.#sample !== null;
	}
	/** Exact score of the assessment's selection; `null` before one is open. */
	get score(): AssessmentScore | null {
		return this.#score;
	}
	/** Questions of the whole questionnaire that the scoping facts leave in. */
	get inScope(): ReadonlySet<string> {
		return this.#inScope;
	}
	get details(): Details {
		return this.#details;
	}
	/** The scoping facts' answers. */
	get scope(): ScopeAnswers {
		return this.#scope;
	}
	/** Follows `onArriving` where a choice is still on its way to the next frame. */
	get saveStatus(): SaveStatus {
		// Both are read whatever the outcome: whoever asks while a choice is on its way must hear of what comes after.
		void this.#arrivals;
		const status = this.#open?.status ?? 'idle';
		return this.#arriving.length > 0 ? 'saving' : status;
	}
	/** The current assessment could not be read; what is answered now is kept as another one beside it. */
	get isUnread(): boolean {
		return this.#openProblem !== null;
	}
	get problem(): StorageError | null {
		return this.#openProblem ?? this.#open?.problem ?? null;
	}
	/** `false`: kept in this tab only, and lost with it. */
	get durable(): boolean {
		return this.#store.durable;
	}
	get scopeChange(): ScopeChange | null {
		return this.#scopeChange;
	}

	answer(question: string): Answer | undefined {
		return this.#shown.answers[question];
	}

	/** How far a selection is answered: the assessment's own unless another one is named. */
	progress(selection = this.#shown.selection): Progress {
		const shown = this.#shown;
		// Several parts of a page ask for the same one after each answer.
		if (this.#counted?.of !== shown || this.#counted.selection !== selection)
			this.#counted = {
				of: shown,
				selection,
				progress: progressOf(this.questionnaire, { ...shown, selection })
			};
		return this.#counted.progress;
	}

	/**
	 * Opens an assessment of this questionnaire: the one named, or this browser's current one. Sets `notFound` when
	 * the one named is not here.
	 *
	 * @param id - from the address's fragment; `null` opens the current one, if there is one
	 */
	async open(id: string | null): Promise<void> {
		if (this.#loaded && (id === null || id === this.#open?.current.id) && !(id && this.readOnly)) return;
		const wanted = id ?? currentAssessment(this.questionnaire.id);
		const turn = ++this.#turn;
		await this.flush();
		const { found, problem } = await this.#read(wanted);
		// Another one was asked for, or started, in the meantime.
		if (turn !== this.#turn) return;
		const unstored = wanted && !found ? this.#own(readUnstored(wanted)) : null;
		if (found && this.#own(found)) this.#take(found);
		else if (unstored) this.#take(unstored, { isNew: true });
		else this.#takeNothing(id, found ? null : wanted, problem);
		this.#loaded = true;
		for (const choice of this.#pending.take()) this.record(choice);
		if (this.#open?.isSaved) this.#pending.stored();
	}

	async #read(id: string | null): Promise<{ found: Assessment | null; problem: StorageError | null }> {
		try {
			return { found: id ? await this.#store.read(id) : null, problem: null };
		} catch (cause) {
			return {
				found: null,
				problem: cause instanceof StorageError ? cause : new StorageError('failed', { cause })
			};
		}
	}

	#own(assessment: Assessment | null): Assessment | null {
		return assessment?.questionnaire.id === this.questionnaire.id ? assessment : null;
	}

	/**
	 * @param id - the one that was named
	 * @param gone - the one that was looked for and is not stored
	 */
	#takeNothing(id: string | null, gone: string | null, problem: StorageError | null): void {
		this.#putAway();
		this.#openProblem = problem;
		this.#notFound = id !== null && problem === null;
		if (this.#notFound && gone) forgetEarlyOf(this.questionnaire.id, gone);
		if (gone && !problem) forgetCurrent(this.questionnaire.id, gone);
		// What was chosen for an assessment that is not here belongs to no other one.
		if (this.#notFound) this.#pending.take();
		this.#view = this.#withChoices(blankView(this.questionnaire, this.startSelection), this.#pending.list);
	}

	#putAway(): void {
		// What was clicked last belongs to what was open then.
		if (this.#open) this.#arrive();
		this.#open?.close();
		this.#open = null;
		this.#sample = null;
		this.#notFound = false;
		this.#openProblem = null;
	}

	/** @param unread - why this browser's current assessment could not be read: it stays the current one */
	#take(assessment: Assessment, { isNew = false, unread = null as StorageError | null } = {}): void {
		this.#putAway();
		this.#openProblem = unread;
		this.#open = new OpenAssessment(assessment, {
			store: this.#store,
			now: this.#now,
			tab: this.#tab,
			channel: this.#channel,
			isNew,
			onsaved: (left) => left === 0 && this.#pending.stored()
		});
		if (unread) return;
		rememberCurrent(this.questionnaire.id, assessment.id);
		this.#viewKeeper.later();
	}

	/** Shows an assessment without storing anything: the sample. */
	show(assessment: Assessment): void {
		this.#turn++;
		this.#pending.take();
		this.#putAway();
		this.#sample = assessment;
		this.#loaded = true;
	}

	/** Starts a new assessment and makes it the current one. @throws {StorageError} when it cannot be stored */
	async start(selection: string, details: Details = {}): Promise<Assessment> {
		const assessment = this.#blank(selection, details);
		await this.import(assessment);
		return assessment;
	}

	/** Stores an imported assessment and opens it. @throws {StorageError} when it cannot be stored */
	async import(assessment: Assessment): Promise<void> {
		await this.#store.replace(assessment);
		this.#turn++;
		this.#pending.take();
		this.#take(assessment);
		this.#loaded = true;
	}

	/** Starts an assessment if none is open: the first answer on a page reached by its own address does. */
	ensureStarted(selection = this.startSelection): void {
		if (this.#assessment || !this.#loaded || this.#notFound) return;
		this.#turn++;
		this.#take(this.#blank(selection, {}), { isNew: true, unread: this.#openProblem });
	}

	#blank(selection: string, details: Details): Assessment {
		return createAssessment(this.questionnaire, { id: this.#newId(), now: this.#time(), selection, details });
	}

	/** Other assessments of this questionnaire on this device, without their answers. */
	async others(): Promise<AssessmentHead[]> {
		const heads = await this.#store.list();
		return heads.filter(
			(head) => head.id !== this.#assessment?.id && head.questionnaire.id === this.questionnaire.id
		);
	}

	/** Another stored assessment, to take answers over from. */
	readOther(id: string): Promise<Assessment | null> {
		return this.#store.read(id);
	}

	#time(): string {
		return this.#now().toISOString();
	}

	#withChoices(assessment: Assessment, choices: readonly Choice[]): Assessment {
		return choices.reduce((shown, choice) => {
			const part = partOfChoice(this.questionnaire, shown, choice);
			return part ? withParts(shown, [part]) : shown;
		}, assessment);
	}

	/** Takes one choice over: at once on screen, and stored as soon as it is known which assessment is open. */
	record(choice: Choice, { later = false } = {}): void {
		this.#arrive();
		if (this.readOnly) return;
		if (!this.#loaded) {
			this.#pending.add(choice);
			this.#view = this.#withChoices(this.#view, [choice]);
			return;
		}
		const part = partOfChoice(this.questionnaire, this.#shown, choice);
		if (part?.kind === 'scope') this.setScope(part.key, part.value);
		else if (part?.kind === 'answer') this.setAnswer(part.key, part.value, { later });
		else if (part) this.#change(part, later);
	}

	/**
	 * Takes a choice over that its control shows by itself: after the next frame, so that the click is answered at
	 * once whatever follows from it.
	 */
	recordSoon(choice: Choice): void {
		if (this.readOnly) return;
		this.#arriving.push(choice);
		if (this.#arriving.length > 1) return;
		this.#onarriving?.(true);
		afterPaint(() => this.#arrive());
	}

	/**
	 * Tells one listener the moment a choice is on its way, and when it has arrived: by a call and not by a state,
	 * because whatever is rendered in that moment delays the frame that shows the choice.
	 *
	 * @returns a function that ends it
	 */
	onArriving(listener: (arriving: boolean) => void): () => void {
		this.#onarriving = listener;
		return () => {
			if (this.#onarriving === listener) this.#onarriving = null;
		};
	}

	/** Comes before whatever reads an answer to change it: a click that waits must not be undone. */
	#arrive(): void {
		if (this.#arriving.length === 0) return;
		const choices = this.#arriving;
		this.#arriving = [];
		this.#arrivals++;
		for (const choice of choices) this.record(choice);
		this.#onarriving?.(false);
	}

	#change(part: Part, later = false): void {
		this.#arrive();
		if (this.readOnly) return;
		this.ensureStarted();
		this.#open?.change(part, later);
		this.#viewKeeper.later();
	}

	/** Replaces an answer. @param later - typed text, which waits a moment for the next key */
	setAnswer(question: string, answer: Answer | null, { later = false } = {}): void {
		const value = answer && { ...answer, updated: this.#time() };
		this.#change({ kind: 'answer', key: question, value }, later);
	}

	/** Changes some fields of an answer; `undefined` removes a field. */
	patchAnswer(
		question: string,
		patch: { readonly [K in keyof Answer]?: Answer[K] | undefined },
		{ later = false } = {}
	): void {
		this.#arrive();
		const { updated: _, ...merged }: Record<string, unknown> = { ...this.answer(question), ...patch };
		for (const key of Object.keys(merged)) if (merged[key] === undefined) delete merged[key];
		// A changed answer is the person's own, no longer the inherited one.
		if (!('inherited' in patch)) delete merged['inherited'];
		this.setAnswer(question, Object.keys(merged).length === 0 ? null : (merged as Answer), { later });
	}

	/** Chooses a grade or *don't know*; the other kinds of answer give way, everything else stays. */
	choose(question: string, choice: Grade | 'unknown'): void {
		this.record({ key: question, value: String(choice), checked: true });
	}

	/** Takes the answer back but keeps note, basis and evidence. */
	clear(question: string): void {
		this.patchAnswer(question, {
			grade: undefined,
			unknown: undefined,
			notApplicable: undefined,
			elements: undefined,
			done: undefined
		});
	}

	/** A mark of the person's own; it leaves the answer, inherited or not, as it is. */
	setFlag(question: string, flagged: boolean): void {
		this.#arrive();
		const { inherited } = this.answer(question) ?? {};
		this.patchAnswer(question, { flagged: flagged || undefined, inherited });
	}

	setScope(fact: string, value: readonly string[] | 'unsure' | null): void {
		this.#arrive();
		const { selection } = this.#shown;
		const asked = () => scopeOf(this.questionnaire, selection, this.#shown.scope).in.map(({ id }) => id);
		const before = asked();
		this.#change({ kind: 'scope', key: fact, value });
		const after = asked();
		this.#scopeChange = {
			fact,
			came: after.filter((id) => !before.includes(id)),
			went: before.filter((id) => !after.includes(id))
		};
	}

	/** For an answer to a scoping fact that needs one: who answered, and why. */
	setScopeReason(fact: string, reason: { by: string; reason: string }): void {
		this.#change({ kind: 'head', key: '', value: { scopeReasons: { [fact]: reason } } }, true);
	}

	/** One fact of the dossier. */
	setDossier(theme: string, field: DossierField, text: string): void {
		this.#change({ kind: 'head', key: '', value: { dossier: { [theme]: { [field]: text } } } }, true);
	}

	setDetails(details: Details, { later = false } = {}): void {
		this.#change({ kind: 'head', key: '', value: { details } }, later);
	}

	/** Answers stay as they are; another selection of the same questions is asked and scored. */
	setSelection(selection: string): void {
		if (selection !== this.#assessment?.selection)
			this.#change({ kind: 'head', key: '', value: { selection } });
	}

	setTarget(group: string, level: Level): void {
		this.#change({ kind: 'head', key: '', value: { targets: { [group]: level } } });
	}

	setAction(question: string, patch: Action, { later = false } = {}): void {
		const value = { ...this.#assessment?.actions[question], ...patch, updated: this.#time() };
		this.#change({ kind: 'action', key: question, value }, later);
	}

	removeAction(question: string): void {
		this.#change({ kind: 'action', key: question, value: null });
	}

	/** Reads the stored assessment again: the page was out of the browser's sight and may have missed changes. */
	refresh(): Promise<void> {
		return this.#open?.refresh() ?? Promise.resolve();
	}
	/** Stores the open assessment again after it was deleted in another tab. */
	storeAgain(): Promise<void> {
		return this.#open?.storeAgain() ?? Promise.resolve();
	}
	/** Writes what waits, and tries again what could not be stored. */
	flush(): Promise<void> {
		this.#arrive();
		return this.#open?.flush() ?? Promise.resolve();
	}
	/** The page is being hidden or left. */
	leave(): void {
		this.#arrive();
		this.#open?.leave();
		this.#viewKeeper.now();
	}
	close(): void {
		this.leave();
		this.#open?.close();
		// Other tabs still hear of what is being stored.
		void this.flush().finally(() => this.#channel?.close());
	}
}
