import { mean, type Fraction } from './fraction.ts';
import { pointsOf, type Points, type ScoredAnswer } from './points.ts';
import type { AssessmentScore } from './score-assessment.ts';
import type { Questionnaire } from '../questionnaire/types.ts';

/** A reading of the same answers by another grouping; for display, never part of the score. */
export interface LensScore extends Points {
	readonly id: string;
	readonly questions: readonly string[];
}

export interface ValueScore {
	readonly id: string;
	/** Mean of the value's counted principles; `null` when there is none, or while the grouping has not been read in a source. */
	readonly score: Fraction | null;
	readonly groups: readonly string[];
}

export interface Lenses {
	readonly values: readonly ValueScore[];
	readonly practiceAreas: readonly LensScore[];
	readonly themes: readonly LensScore[];
	readonly legal: readonly LensScore[];
}

function lens(
	ids: readonly string[],
	answers: readonly ScoredAnswer[],
	keysOf: (a: ScoredAnswer) => readonly string[]
) {
	return ids.map((id): LensScore => {
		const own = answers.filter((answer) => keysOf(answer).includes(id));
		return { id, ...pointsOf(own), questions: own.map(({ question }) => question.id) };
	});
}

/** Scores every lens; a question counts in each of its themes and in each part of the law it rests on. */
export function scoreLenses(questionnaire: Questionnaire, score: AssessmentScore): Lenses {
	const { answers, groups } = score;
	return {
		values: questionnaire.values.map(({ id }) => {
			const own = questionnaire.groups.filter((group) => group.value === id).map((group) => group.id);
			const counted = groups.filter((group) => group.counted && own.includes(group.id));
			const score = questionnaire.valueGroupingRead
				? mean(counted.flatMap((group) => group.score ?? []))
				: null;
			return { id, score, groups: own };
		}),
		practiceAreas: lens(questionnaire.practiceAreas, answers, ({ question }) => [
			question.practiceArea ?? ''
		]),
		themes: lens(
			questionnaire.themes.map(({ id }) => id),
			answers,
			({ question }) => question.themes
		),
		legal: lens(questionnaire.legalLens, answers, ({ question }) => question.legal)
	};
}
