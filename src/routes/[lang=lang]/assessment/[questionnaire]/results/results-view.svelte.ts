import {
	evidenceCover,
	exposureOf,
	findGaps,
	findHints,
	mayBeMust,
	scoreAssessment,
	scoreEvidencedOnly,
	scoreLenses,
	scoreNotApplicableAsZero,
	targetsOf,
	usesCoverageScale,
	type AnswerState,
	type Assessment,
	type AssessmentScore,
	type FoundHint,
	type FrameTexts,
	type Gap,
	type GroupScore,
	type Level,
	type Question,
	type Questionnaire,
	type ScoredAnswer
} from '$lib/core/index.ts';
import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import type { Translator } from '$lib/i18n/translator.ts';
import type { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { assessmentAddress, questionAddress, type Place } from '$lib/ui/addresses.ts';
import { indexBy } from '$lib/ui/index-by.ts';
import type { PageData } from './$types';
import { bindingLimits, levelWorking } from './workings.ts';

/** What the parts of the page need of an open assessment. */
interface Open {
	readonly assessment: Assessment;
	readonly score: AssessmentScore;
}

/**
 * Everything the results page shows, read once for each change of the assessment. Parts that are not on the screen
 * yet cost nothing: each reading is made when it is first asked for.
 */
export class ResultsView {
	readonly #open: () => Open;
	readonly #data: () => PageData;
	readonly i18n: Translator;
	readonly session: AssessmentSession;

	readonly #questions: ReadonlyMap<string, Question> = $derived.by(() =>
		indexBy(this.questionnaire.questions, ({ id }) => id)
	);
	readonly #groups: ReadonlyMap<string, GroupScore> = $derived.by(() =>
		indexBy(this.score.groups, ({ id }) => id)
	);
	readonly gaps: readonly Gap[] = $derived.by(() => findGaps(this.assessment, this.score));
	readonly legalGaps = $derived.by(() => this.gaps.filter(({ duty }) => duty === 'must'));
	readonly criticalGaps = $derived.by(() => this.gaps.filter(({ priority }) => priority === 'critical'));
	readonly exposure = $derived.by(() => exposureOf(this.questionnaire, this.assessment));
	readonly targets: ReadonlyMap<string, { target: Level; shortfall: number | null }> = $derived.by(() =>
		indexBy(targetsOf(this.questionnaire, this.assessment, this.score), ({ group }) => group)
	);
	/** Answers that do not fit together; never part of the score. */
	readonly hints: readonly FoundHint[] = $derived.by(() =>
		findHints(this.texts.hints, this.questionnaire, this.assessment, this.score)
	);
	readonly lenses = $derived.by(() => scoreLenses(this.questionnaire, this.score));
	readonly evidence = $derived.by(() => evidenceCover(this.assessment, this.score));
	readonly evidencedOnly = $derived.by(() => scoreEvidencedOnly(this.questionnaire, this.assessment));
	readonly notApplicableAsZero = $derived.by(() =>
		scoreNotApplicableAsZero(this.questionnaire, this.assessment)
	);
	readonly selection = $derived.by(() =>
		this.questionnaire.selections.find(({ id }) => id === this.score.selection)
	);
	/** What the whole bank has from the same answers; only beside an indicative selection. */
	readonly full = $derived.by(() =>
		this.selection?.indicative
			? scoreAssessment(this.questionnaire, this.assessment, { selection: 'full' })
			: null
	);
	readonly levelWorking = $derived.by(() => levelWorking(this.score));
	readonly limits = $derived.by(() =>
		this.levelWorking ? bindingLimits(this.levelWorking) : { groups: [], caps: [] }
	);
	readonly rows: ReadonlyMap<string, ScoredAnswer> = $derived.by(() =>
		indexBy(this.score.answers, ({ question }) => question.id)
	);
	readonly answered = $derived.by(() => this.score.answers.length - this.score.open);

	/** Which parts of the page have something to say about this questionnaire. */
	readonly parts = $derived.by(() => {
		const { questions, values, practiceAreas, themes, legalLens, tiers, facts } = this.questionnaire;
		return {
			law: questions.some(mayBeMust),
			critical: questions.some(({ critical }) => critical),
			lenses: [values, practiceAreas, themes, legalLens].some((ids) => ids.length > 0),
			tier: tiers.length > 1,
			facts: facts.length > 0
		};
	});

	constructor(session: AssessmentSession, open: () => Open, data: () => PageData, i18n: Translator) {
		this.session = session;
		this.#open = open;
		this.#data = data;
		this.i18n = i18n;
	}

	get assessment(): Assessment {
		return this.#open().assessment;
	}
	get score(): AssessmentScore {
		return this.#open().score;
	}
	get questionnaire(): Questionnaire {
		return this.#data().questionnaire;
	}
	get frame(): FrameTexts {
		return this.#data().frame;
	}
	/** Whether the questionnaire has been read beside other frameworks. */
	get hasCrosswalk(): boolean {
		return this.#data().hasCrosswalk;
	}
	get texts(): PageData['texts'] {
		return this.#data().texts;
	}

	question(id: string): Question | undefined {
		return this.#questions.get(id);
	}
	group(id: string): GroupScore | undefined {
		return this.#groups.get(id);
	}
	/** Short title of a question. */
	short(id: string): string {
		return this.texts.questions[id]?.short ?? id;
	}
	groupShort(id: string): string {
		return this.frame.groups[id]?.short ?? id;
	}
	level(level: Level): string {
		return this.frame.levels[level]?.label ?? String(level);
	}
	priority(priority: Gap['priority']): string {
		return this.frame.gapClasses[priority] ?? priority;
	}

	/** An answer in words: the grade's label, or what stands in its place. */
	answer(question: Question, state: AnswerState): string {
		if (state.kind !== 'grade') return this.i18n.t(`results:answer.${state.kind}`);
		const scale = usesCoverageScale(question, this.assessment.details.unit)
			? this.frame.coverage
			: this.frame.grades;
		return scale[state.grade]?.label ?? String(state.grade);
	}

	#place(): Place {
		const { id, selection } = this.assessment;
		return {
			language: this.i18n.language,
			questionnaire: this.questionnaire,
			id: this.session.readOnly ? 'sample' : id,
			selection
		};
	}
	/** Address of the page on which a question is answered. */
	href(question: string): string {
		const found = this.question(question);
		return found ? questionAddress(this.#place(), found) : this.pageHref('results');
	}
	/** Address of another page of this assessment. */
	pageHref(page: string): string {
		return assessmentAddress(this.#place(), page);
	}
	/** Address of a chapter of the method page. */
	methodHref(chapter: string): string {
		return `/${LANGUAGE_SLUGS[this.i18n.language]}/about/#${chapter}`;
	}
}
