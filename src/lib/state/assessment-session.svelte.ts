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
	type HeadPatch,
	type Part
} from '../storage/assessment-store.ts';
import { partOfChoice, type Choice } from './choices.ts';
import { currentAssessment, forgetCurrent, rememberCurrent } from './current-assessment.ts';
import { forgetEarlyChoices, keepEarlyChoices } from './early.ts';
import { takeJournal } from './journal.ts';
import { SaveQueue, type SaveStatus } from './save-queue.svelte.ts';
import { systemTime } from './system-time.ts';
import { blankView, questionsInScope, readView, rememberView } from './view.ts';
import { randomId } from './random-id.ts';

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

interface Message {
	readonly id: string;
	readonly parts: readonly Part[];
}

/** Stands in addresses for the sample, which is stored nowhere. */
export const SAMPLE_ADDRESS = 'sample';

/** How long the remembered view may lag behind: it is read on the next visit only. */
const VIEW_DELAY_MS = 250;

/**
 * One open assessment in one tab: what the pages read, and the only way in which they change it. Every change is
 * stored piece by piece; other tabs with the same assessment hear of it and take it over.
 *
 * Until storage has been asked, the session shows the remembered view of the last visit and collects choices.
 * With nothing open after that, the first change starts an assessment.
 */
export class AssessmentSession {
	#assessment = $state.raw<Assessment | null>(null);
	/** Stands in while no assessment is open. */
	#view = $state.raw<Assessment>() as Assessment;
	#loaded = $state(false);
	#notFound = $state(false);
	#openProblem = $state.raw<StorageError | null>(null);
	#readOnly = $state(false);
	#queue = $state.raw<SaveQueue | null>(null);
	#scopeChange = $state.raw<ScopeChange | null>(null);

	readonly #shown = $derived(this.#assessment ?? this.#view);
	// Derived step by step, so that an answer does not make the scope, or what is shown by it, be computed again.
	readonly #scope: ScopeAnswers = $derived(this.#shown.scope);
	readonly #details: Details = $derived(this.#shown.details);
	readonly #inScope = $derived.by(() => questionsInScope(this.questionnaire, this.#scope));
	readonly #score = $derived.by(() => this.#assessment && scoreAssessment(this.questionnaire, this.#assessment));

	readonly questionnaire: Questionnaire;
	/** Selection that a new assessment starts with. */
	startSelection: string;
	readonly #store: AssessmentStore;
	readonly #now: () => Date;
	readonly #newId: () => string;
	readonly #channel: BroadcastChannel | null;
	readonly #tab: string;
	/** Choices that wait until it is known which assessment is open. */
	#pending: readonly Choice[];
	#earlyKept = false;
	#viewTimer: ReturnType<typeof setTimeout> | null = null;
	#turn = 0;
	#counted: { of: Assessment; selection: string; progress: Progress } | null = null;

	constructor(questionnaire: Questionnaire, { store, now, newId, early = [], channel = null, selection = 'full' }: SessionOptions) {
		this.questionnaire = questionnaire;
		this.startSelection = selection;
		this.#store = store;
		this.#now = now ?? systemTime;
		this.#newId = newId ?? randomId;
		this.#tab = this.#newId();
		this.#pending = early;
		this.#earlyKept = early.length > 0;
		this.#view = this.#withChoices(readView(questionnaire, selection), early);
		this.#channel = channel;
		this.#channel?.addEventListener('message', (event: MessageEvent<Message>) => this.#hear(event.data));
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
		return this.#readOnly ? SAMPLE_ADDRESS : (this.#assessment?.id ?? null);
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
		return this.#readOnly;
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
	get saveStatus(): SaveStatus {
		return this.#queue?.status ?? 'idle';
	}
	get problem(): StorageError | null {
		return this.#queue?.problem ?? this.#openProblem;
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
			this.#counted = { of: shown, selection, progress: progressOf(this.questionnaire, { ...shown, selection }) };
		return this.#counted.progress;
	}

	/**
	 * Opens an assessment of this questionnaire: the one named, or this browser's current one. Sets `notFound` when
	 * the one named is not here.
	 *
	 * @param id - from the address's fragment; `null` opens the current one, if there is one
	 */
	async open(id: string | null): Promise<void> {
		if (this.#loaded && (id === null || (id === this.#assessment?.id && !this.#readOnly))) return;
		const wanted = id ?? currentAssessment(this.questionnaire.id);
		const turn = ++this.#turn;
		await this.flush();
		let found: Assessment | null = null;
		let problem: StorageError | null = null;
		try {
			found = wanted ? await this.#store.read(wanted) : null;
		} catch (cause) {
			problem = cause instanceof StorageError ? cause : new StorageError('failed', { cause });
		}
		// Another one was asked for, or started, in the meantime.
		if (turn !== this.#turn) return;
		if (found && found.questionnaire.id === this.questionnaire.id) this.#take(found);
		else this.#takeNothing(id, wanted, problem);
		this.#loaded = true;
		this.#adoptPending();
	}

	#takeNothing(id: string | null, wanted: string | null, problem: StorageError | null): void {
		this.#openProblem = problem;
		this.#notFound = id !== null && problem === null;
		this.#assessment = null;
		this.#queue = null;
		this.#readOnly = false;
		if (wanted && !problem) forgetCurrent(this.questionnaire.id, wanted);
		// What was chosen for an assessment that is not here belongs to no other one.
		if (this.#notFound) this.#pending = [];
		this.#view = this.#withChoices(blankView(this.questionnaire, this.startSelection), this.#pending);
	}

	/** Shows an assessment without storing anything: the sample. */
	show(assessment: Assessment): void {
		this.#turn++;
		void this.flush();
		this.#queue = null;
		this.#pending = [];
		this.#readOnly = true;
		this.#notFound = false;
		this.#assessment = assessment;
		this.#loaded = true;
	}

	/** Reads the stored assessment again: the page was out of the browser's sight and may have missed changes. */
	async refresh(): Promise<void> {
		const id = this.#assessment?.id;
		if (!id || this.#readOnly) return;
		const found = await this.#store.read(id).catch(() => null);
		if (found && this.#assessment?.id === id) this.#assessment = withParts(found, this.#queue?.waiting ?? []);
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
		this.#pending = [];
		this.#take(assessment);
		this.#loaded = true;
	}

	/** Stores the open assessment again after it was deleted in another tab. */
	async storeAgain(): Promise<void> {
		await this.#queue?.recreate(() => this.#assessment as Assessment);
	}

	/** Other assessments of this questionnaire on this device, without their answers. */
	async others(): Promise<AssessmentHead[]> {
		const heads = await this.#store.list();
		return heads.filter((head) => head.id !== this.#assessment?.id && head.questionnaire.id === this.questionnaire.id);
	}

	/** Another stored assessment, to take answers over from. */
	readOther(id: string): Promise<Assessment | null> {
		return this.#store.read(id);
	}

	#blank(selection: string, details: Details): Assessment {
		return createAssessment(this.questionnaire, { id: this.#newId(), now: this.#time(), selection, details });
	}

	#take(stored: Assessment, { isNew = false } = {}): void {
		const unsaved = takeJournal(stored);
		this.#readOnly = false;
		this.#notFound = false;
		this.#openProblem = null;
		this.#assessment = withParts(stored, unsaved);
		this.#queue = new SaveQueue({
			store: this.#store,
			assessment: stored.id,
			tab: this.#tab,
			now: this.#now,
			onsaved: (parts, left) => this.#saved(stored.id, parts, left),
			...(isNew && { create: () => this.#assessment as Assessment })
		});
		for (const part of unsaved) this.#queue.add(part);
		rememberCurrent(this.questionnaire.id, stored.id);
		this.#remember();
	}

	#saved(id: string, parts: readonly Part[], left: number): void {
		this.#channel?.postMessage({ id, parts } satisfies Message);
		if (left > 0 || !this.#earlyKept || this.#pending.length > 0) return;
		this.#earlyKept = false;
		forgetEarlyChoices();
	}

	#hear({ id, parts }: Message): void {
		if (!this.#assessment || id !== this.#assessment.id || this.#readOnly) return;
		const fresh = parts.filter((part) => part.kind === 'head' || !this.#queue?.has(part));
		const ownHead = this.#queue?.waiting.filter(({ kind }) => kind === 'head') ?? [];
		this.#assessment = withParts(this.#assessment, [...fresh, ...ownHead]);
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

	/** Stores what was chosen before it was known which assessment is open. */
	#adoptPending(): void {
		const pending = this.#pending;
		this.#pending = [];
		for (const choice of pending) this.record(choice);
		// Nothing of it was meant for this questionnaire.
		if (this.#earlyKept && this.#queue?.waiting.length === 0) forgetEarlyChoices();
	}

	/** Takes one choice over: at once on screen, and stored as soon as it is known which assessment is open. */
	record(choice: Choice, { later = false } = {}): void {
		if (this.#readOnly) return;
		if (!this.#loaded) {
			this.#pending = [...this.#pending, choice];
			this.#earlyKept = true;
			keepEarlyChoices(this.#pending);
			this.#view = this.#withChoices(this.#view, [choice]);
			return;
		}
		const part = partOfChoice(this.questionnaire, this.#shown, choice);
		if (!part) return;
		if (part.kind === 'scope') this.setScope(part.key, part.value);
		else if (part.kind === 'answer') this.setAnswer(part.key, part.value, { later });
		else this.#change(part, later);
	}

	/** Starts an assessment if none is open: the first answer on a page reached by its own address does. */
	ensureStarted(selection = this.startSelection): void {
		if (this.#assessment || !this.#loaded || this.#notFound) return;
		this.#turn++;
		this.#take(this.#blank(selection, {}), { isNew: true });
	}

	#change(part: Part, later = false): void {
		if (this.#readOnly) return;
		this.ensureStarted();
		if (!this.#assessment) return;
		const now = this.#time();
		this.#assessment = { ...withParts(this.#assessment, [part]), updated: now };
		this.#queue?.add({ kind: 'head', key: '', value: { updated: now } }, { later: true });
		this.#queue?.add(part, { later });
		this.#remember();
	}

	/** Replaces an answer. @param later - typed text, which waits a moment for the next key */
	setAnswer(question: string, answer: Answer | null, { later = false } = {}): void {
		const value = answer && { ...answer, updated: this.#time() };
		this.#change({ kind: 'answer', key: question, value }, later);
	}

	/** Changes some fields of an answer; `undefined` removes a field. */
	patchAnswer(question: string, patch: { readonly [K in keyof Answer]?: Answer[K] | undefined }, { later = false } = {}): void {
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
		this.patchAnswer(question, { grade: undefined, unknown: undefined, notApplicable: undefined, elements: undefined, done: undefined });
	}

	/** A mark of the person's own; it leaves the answer, inherited or not, as it is. */
	setFlag(question: string, flagged: boolean): void {
		const { inherited } = this.answer(question) ?? {};
		this.patchAnswer(question, { flagged: flagged || undefined, inherited });
	}

	setScope(fact: string, value: readonly string[] | 'unsure' | null): void {
		const selection = this.#shown.selection;
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

	#setHead(patch: HeadPatch, later = false): void {
		this.#change({ kind: 'head', key: '', value: patch }, later);
	}

	setDetails(patch: Details, { later = false } = {}): void {
		this.#setHead({ details: patch }, later);
	}

	/** Answers stay as they are; another selection of the same questions is asked and scored. */
	setSelection(selection: string): void {
		if (selection !== this.#assessment?.selection) this.#setHead({ selection });
	}

	setScopeReason(fact: string, reason: { by: string; reason: string }): void {
		this.#setHead({ scopeReasons: { [fact]: reason } }, true);
	}

	setTarget(group: string, level: Level): void {
		this.#setHead({ targets: { [group]: level } });
	}

	setAction(question: string, patch: Action, { later = false } = {}): void {
		const value = { ...this.#assessment?.actions[question], ...patch, updated: this.#time() };
		this.#change({ kind: 'action', key: question, value }, later);
	}

	/** Takes an action out of the plan, with everything typed into it: the page offers to undo. */
	removeAction(question: string): void {
		this.#change({ kind: 'action', key: question, value: null });
	}

	/** Tries again what could not be stored. */
	flush(): Promise<void> {
		return this.#queue?.flush() ?? Promise.resolve();
	}

	/** The page is being hidden or left. */
	leave(): void {
		this.#queue?.leave();
		this.#rememberNow();
	}

	close(): void {
		this.leave();
		this.#channel?.close();
	}

	#remember(): void {
		this.#viewTimer ??= setTimeout(() => this.#rememberNow(), VIEW_DELAY_MS);
	}

	#rememberNow(): void {
		if (this.#viewTimer === null) return;
		clearTimeout(this.#viewTimer);
		this.#viewTimer = null;
		if (this.#assessment && !this.#readOnly) rememberView(this.questionnaire, this.#assessment);
	}
}
