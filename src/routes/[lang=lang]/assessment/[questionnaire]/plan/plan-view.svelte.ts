import {
	asAtOf,
	round,
	usesCoverageScale,
	type AnswerState,
	type Assessment,
	type AssessmentScore,
	type Question
} from '$lib/core/index.ts';
import type { Translator } from '$lib/i18n/translator.ts';
import type { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { assessmentAddress, questionAddress, type Place } from '$lib/ui/addresses.ts';
import { indexBy } from '$lib/ui/index-by.ts';
import type { PageData } from './$types';
import { planOf, type Plan, type PlanRow } from './plan.ts';

interface Open {
	readonly assessment: Assessment;
	readonly score: AssessmentScore;
}

/** The plan with the words around it, for as long as an assessment is open. */
export class PlanView {
	readonly #open: () => Open;
	readonly #today: string;
	readonly #data: () => PageData;
	readonly i18n: Translator;
	readonly session: AssessmentSession;
	readonly #questions: ReadonlyMap<string, Question> = $derived.by(() =>
		indexBy(this.#data().questionnaire.questions, ({ id }) => id)
	);
	readonly #states: ReadonlyMap<string, AnswerState> = $derived.by(() =>
		indexBy(
			this.#open().score.answers,
			({ question }) => question.id,
			({ state }) => state
		)
	);
	readonly plan: Plan = $derived.by(() =>
		planOf(this.#data().questionnaire, this.#open().assessment, this.#open().score)
	);

	constructor(
		session: AssessmentSession,
		open: () => Open,
		data: () => PageData,
		i18n: Translator,
		today: string
	) {
		this.session = session;
		this.#open = open;
		this.#data = data;
		this.i18n = i18n;
		this.#today = today;
	}

	/** ISO date that decides what is overdue: the reader's day, or the day of the sample, which never ages. */
	get today(): string {
		return this.session.readOnly ? asAtOf(this.#open().assessment) : this.#today;
	}

	short(id: string): string {
		return this.#data().questions[id]?.short ?? id;
	}
	asked(id: string): string {
		return this.#data().questions[id]?.question ?? '';
	}
	/** What the questionnaire recommends; shown until the person writes something else. */
	recommended(id: string): string {
		return this.#data().questions[id]?.action ?? '';
	}
	group(id: string): string {
		const group = this.#questions.get(id)?.group ?? '';
		return this.#data().frame.groups[group]?.short ?? group;
	}
	priority({ gap }: PlanRow): string {
		return gap ? (this.#data().frame.gapClasses[gap.priority] ?? gap.priority) : '';
	}
	answer(id: string): string {
		const state = this.#states.get(id);
		const question = this.#questions.get(id);
		if (!state || !question) return '';
		if (state.kind !== 'grade') return this.i18n.t(`plan:answer.${state.kind}`);
		const { frame } = this.#data();
		const scale = usesCoverageScale(question, this.#open().assessment.details.unit)
			? frame.coverage
			: frame.grades;
		return scale[state.grade]?.label ?? String(state.grade);
	}
	/** What closing the gap adds to the score, in whole points; empty when it adds nothing. */
	gain({ gap }: PlanRow): string {
		if (!gap || gap.gain.n === 0n) return '';
		const points = round(gap.gain);
		return points === 0 ? this.i18n.t('plan:item.smallGain') : this.i18n.t('plan:item.gain', { points });
	}

	get #place(): Place {
		const { id, selection } = this.#open().assessment;
		const { questionnaire } = this.#data();
		return {
			language: this.i18n.language,
			questionnaire,
			id: this.session.readOnly ? 'sample' : id,
			selection
		};
	}
	href(id: string): string {
		const question = this.#questions.get(id);
		return question ? questionAddress(this.#place, question) : this.pageHref('results');
	}
	pageHref(page: string): string {
		return assessmentAddress(this.#place, page);
	}
}
