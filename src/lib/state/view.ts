import {
	createAssessment,
	scopeOf,
	type Assessment,
	type Questionnaire,
	type ScopeAnswers
} from '../core/index.ts';
import { withParts } from '../storage/assessment-store.ts';
import { choicesOf, partOfChoice } from './choices.ts';
import { currentAssessment } from './current-assessment.ts';
import { readFragment } from './fragment.ts';
import { readSetting, writeSetting } from './local-settings.ts';

const KEY = 'view';

/**
 * What a returning person sees before the database has been asked: kept in localStorage because that can be read
 * at once, by `src/early.js` before the first paint and by the session before the page starts.
 */
interface View {
	readonly id: string;
	readonly questionnaire: string;
	readonly selection: string;
	/** Questions out of scope, for `src/early.js`. */
	readonly out: readonly string[];
	/** Values of the controls that are chosen, by what the controls write them down under. */
	readonly answers: Readonly<Record<string, readonly string[]>>;
}

export function rememberView(questionnaire: Questionnaire, assessment: Assessment): void {
	const { id, selection, details, scope, answers } = assessment;
	const shown = [
		['details:unit', details.unit ? [details.unit] : []] as const,
		...Object.entries(scope).map(([fact, chosen]) => [`scope:${fact}`, [chosen].flat()] as const),
		...Object.entries(answers).map(([key, answer]) => [key, choicesOf(answer)] as const)
	];
	writeSetting(KEY, {
		id,
		questionnaire: questionnaire.id,
		selection,
		out: scopeOf(questionnaire, 'full', scope).out.map(({ question }) => question),
		answers: Object.fromEntries(shown.filter(([, values]) => values.length > 0))
	} satisfies View);
}

/** Questions of the whole questionnaire that the scoping facts leave in. */
export function questionsInScope(questionnaire: Questionnaire, scope: ScopeAnswers): ReadonlySet<string> {
	return new Set(scopeOf(questionnaire, 'full', scope).in.map(({ id }) => id));
}

/** An assessment nobody has answered yet; it is shown, never stored. */
export function blankView(questionnaire: Questionnaire, selection: string): Assessment {
	return createAssessment(questionnaire, { id: '', now: `${questionnaire.asAt}T00:00:00.000Z`, selection });
}

/** The remembered view, if it is of the assessment that the address or this tab asks for; else a blank one. */
export function readView(questionnaire: Questionnaire, selection: string): Assessment {
	const blank = blankView(questionnaire, selection);
	if (typeof location === 'undefined') return blank;
	const view = readSetting<View>(KEY);
	const wanted = readFragment(location.hash).a ?? currentAssessment(questionnaire.id);
	if (!view || view.questionnaire !== questionnaire.id || view.id !== wanted) return blank;
	let shown: Assessment = { ...blank, selection: view.selection };
	for (const [key, values] of Object.entries(view.answers ?? {}))
		for (const value of values) {
			const part = partOfChoice(questionnaire, shown, { key, value, checked: true });
			if (part) shown = withParts(shown, [part]);
		}
	return shown;
}

/** How long the remembered view may lag behind: it is read on the next visit only. */
const VIEW_DELAY_MS = 250;

/** Remembers the view of what was changed last, a moment later: an answer must not wait for it. */
export class ViewKeeper {
	readonly #questionnaire: Questionnaire;
	readonly #shown: () => Assessment | null;
	#timer: ReturnType<typeof setTimeout> | null = null;

	/** @param shown - the assessment to remember at that time, or `null` when there is none */
	constructor(questionnaire: Questionnaire, shown: () => Assessment | null) {
		this.#questionnaire = questionnaire;
		this.#shown = shown;
	}
	later(): void {
		this.#timer ??= setTimeout(() => this.now(), VIEW_DELAY_MS);
	}
	/** Does what waits, if anything does. */
	now(): void {
		if (this.#timer === null) return;
		clearTimeout(this.#timer);
		this.#timer = null;
		const shown = this.#shown();
		if (shown) rememberView(this.#questionnaire, shown);
	}
}
