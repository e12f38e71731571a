import { gradeOf, type AnswerState } from '../assessment/answer-state.ts';
import type { Assessment } from '../assessment/types.ts';
import type { Level, Questionnaire } from '../questionnaire/types.ts';
import { subtract, type Fraction } from '../scoring/fraction.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { changedActions } from './changed-actions.ts';
import type {
	AnswerChange,
	AnswerDirection,
	Comparison,
	Difference,
	GapChanges,
	LevelChange,
	ScoreChange
} from './types.ts';

/** What each question of an assessment counts as; a question out of scope is missing. */
type States = ReadonlyMap<string, AnswerState>;

/**
 * Compares two assessments by the same questionnaire. Both are scored by today's rules, so that a difference is never one of the
 * rules; what else keeps them from measuring the same thing is listed in `differences`.
 *
 * @param earlier - may have been made with another version: questions that `questionnaire` does not have are left out
 * @throws {RangeError} when one of them belongs to another questionnaire
 */
export function compareAssessments(
	questionnaire: Questionnaire,
	earlier: Assessment,
	later: Assessment
): Comparison {
	for (const { questionnaire: own } of [earlier, later])
		if (own.id !== questionnaire.id)
			throw new RangeError(
				`An assessment by the questionnaire "${own.id}" cannot be compared by the rules of "${questionnaire.id}".`
			);
	const [before, now] = [scoreAssessment(questionnaire, earlier), scoreAssessment(questionnaire, later)];
	const [was, is] = [before, now].map(
		({ answers }): States => new Map(answers.map(({ question, state }) => [question.id, state]))
	) as [States, States];
	const asked = questionnaire.questions.map(({ id }) => id);
	const cameIntoScope = asked.filter((id) => is.has(id) && !was.has(id));
	const leftScope = asked.filter((id) => was.has(id) && !is.has(id));
	return {
		differences: differencesOf(earlier, later, cameIntoScope.length + leftScope.length > 0),
		score: scoreChange(before.overall?.score, now.overall?.score),
		level: levelChange(before.overall?.level, now.overall?.level),
		groups: now.groups.map((group, index) => ({
			id: group.id,
			score: scoreChange(before.groups[index]?.score, group.score),
			level: levelChange(before.groups[index]?.level, group.level)
		})),
		answers: changedAnswers(questionnaire, was, is),
		gaps: changedGaps(asked, was, is),
		actions: changedActions(asked, earlier.actions, later.actions),
		cameIntoScope,
		leftScope
	};
}

function differencesOf(earlier: Assessment, later: Assessment, scope: boolean): Difference[] {
	const selection = earlier.selection !== later.selection;
	return [
		...(earlier.questionnaire.version !== later.questionnaire.version ? (['version'] as const) : []),
		...(selection ? (['selection'] as const) : []),
		...(earlier.details.unit !== later.details.unit ? (['unit'] as const) : []),
		// Another selection asks other questions: that has been said.
		...(scope && !selection ? (['scope'] as const) : [])
	];
}

function scoreChange(
	before: Fraction | null | undefined = null,
	now: Fraction | null | undefined = null
): ScoreChange {
	return { before, now, difference: before && now && subtract(now, before) };
}

function levelChange(
	before: Level | null | undefined = null,
	now: Level | null | undefined = null
): LevelChange {
	return { before, now, difference: before === null || now === null ? null : now - before };
}

function changedAnswers({ questions }: Questionnaire, was: States, is: States): AnswerChange[] {
	return questions.flatMap(({ id, group }): AnswerChange[] => {
		const [before, now] = [was.get(id), is.get(id)];
		if (!before || !now || same(before, now)) return [];
		return [{ question: id, group, before, now, direction: directionOf(before, now) }];
	});
}

const same = (a: AnswerState, b: AnswerState): boolean =>
	a.kind === b.kind && (a.kind !== 'grade' || gradeOf(a) === gradeOf(b));

function directionOf(before: AnswerState, now: AnswerState): AnswerDirection {
	// What does not apply is worth no grade, neither a better nor a worse one.
	if (before.kind === 'notApplicable' || now.kind === 'notApplicable') return 'restated';
	const gain = gradeOf(now) - gradeOf(before);
	return gain > 0 ? 'improved' : gain < 0 ? 'regressed' : 'restated';
}

/** `none` where a question is not asked or does not apply. */
function standing(state: AnswerState | undefined): 'gap' | 'met' | 'none' {
	if (!state || state.kind === 'notApplicable') return 'none';
	return gradeOf(state) === 3 ? 'met' : 'gap';
}

function changedGaps(asked: readonly string[], was: States, is: States): GapChanges {
	const where = (before: ReturnType<typeof standing>, now: ReturnType<typeof standing>): string[] =>
		asked.filter((id) => standing(was.get(id)) === before && standing(is.get(id)) === now);
	return {
		closed: where('gap', 'met'),
		removed: where('gap', 'none'),
		opened: where('met', 'gap'),
		added: where('none', 'gap'),
		kept: where('gap', 'gap')
	};
}
