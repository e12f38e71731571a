import {
	answerState,
	gradeOf,
	hongKongTime,
	usesCoverageScale,
	type Answer,
	type AnswerState,
	type Question
} from '../../core/index.ts';
import type { Inline } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { bold, joined, labelled, commaText, muted, typed } from './words.ts';

/** What an answer counts as. */
export function stateOf({ assessment }: ReportContext, question: Question): AnswerState {
	return answerState(question, assessment.answers[question.id], assessment.details.unit);
}

/** The answer in a few words: its grade, or what stands in a grade's place. */
export function answerLabel(context: ReportContext, question: Question, state: AnswerState): string {
	const { t, texts, assessment } = context;
	if (state.kind !== 'grade') return t(`answer.${state.kind}`);
	const scale = usesCoverageScale(question, assessment.details.unit)
		? texts.frame.coverage
		: texts.frame.grades;
	return t('gradeNumberAndName', { grade: state.grade, name: scale[state.grade]?.label ?? '' });
}

/** The question's own words for the grade chosen, where it has any. */
export function anchorText(
	{ texts, assessment }: ReportContext,
	question: Question,
	state: AnswerState
): string | null {
	if (state.kind !== 'grade') return null;
	if (usesCoverageScale(question, assessment.details.unit))
		return texts.frame.coverage[state.grade]?.text ?? null;
	const anchors = texts.questions[question.id]?.anchors ?? [];
	if (question.kind === 'yes-no') return anchors[gradeOf(state) === 3 ? 1 : 0] ?? null;
	return anchors[state.grade] ?? null;
}

/** Checklist: what was ticked and what was not, as two lists in words. */
export function elementLines(
	context: ReportContext,
	question: Question,
	answer: Answer | undefined
): Inline[] {
	const { t, texts, assessment } = context;
	if (question.kind !== 'checklist' || usesCoverageScale(question, assessment.details.unit)) return [];
	if (!answer?.elements) return [];
	const words = texts.questions[question.id]?.elements ?? {};
	const known = (question.elements ?? []).map(({ id }) => id);
	const ticked = [
		...known.filter((id) => answer.elements?.includes(id)),
		...answer.elements.filter((id) => !known.includes(id))
	];
	const unticked = known.filter((id) => !answer.elements?.includes(id));
	const lines = (label: string, ids: readonly string[]): Inline[] =>
		ids.length === 0
			? []
			: [[muted(t(label) + t('colon'))], ...ids.map((id): Inline => `• ${words[id] ?? id}`)];
	return [
		...lines('answer.ticked', ticked),
		...lines('answer.unticked', unticked),
		...(answer.done ? [] : [[muted(t('answer.checklistNotDone'))]])
	];
}

/** How an answer came about: basis, by whom, as at when, taken over from where, last changed. */
export function originLines(context: ReportContext, answer: Answer | undefined): Inline[] {
	const { t } = context;
	if (!answer) return [];
	const { basis, inherited, updated, author, flagged } = answer;
	const basisParts = basis && [
		t(`basis.${basis.kind}`),
		...(typed(basis.by) ? [t('basis.by', { name: basis.by })] : []),
		...(typed(basis.asAt) ? [t('basis.asAt', { date: basis.asAt })] : [])
	];
	const changed = [
		...(updated ? [hongKongTime(updated).slice(0, 10)] : []),
		...(typed(author) ? [author] : [])
	];
	const line: Inline[] = [
		...(basisParts ? [labelled(context, t('basis.label'), commaText(context, basisParts))] : []),
		...(inherited
			? [
					labelled(
						context,
						t('answer.inherited'),
						commaText(context, [inherited.assessment, hongKongTime(inherited.updated).slice(0, 10)])
					)
				]
			: []),
		...(changed.length > 0 ? [labelled(context, t('answer.changed'), commaText(context, changed))] : []),
		...(flagged ? [[muted(t('answer.flagged'))]] : [])
	];
	return line.length > 0 ? [joined(context, line)] : [];
}

/** A *not applicable* with its reason and approver, also one that does not count yet. */
export function notApplicableLines(context: ReportContext, answer: Answer | undefined): Inline[] {
	const { t } = context;
	if (!answer?.notApplicable) return [];
	const { reason, approver } = answer.notApplicable;
	return [
		...(typed(reason) ? [labelled(context, t('answer.reason'), reason)] : []),
		...(typed(approver) ? [labelled(context, t('answer.approver'), approver)] : [])
	];
}

/** Grade or other answer, bold, with the question's own words for it below. */
export function answerLines(context: ReportContext, question: Question): Inline[] {
	const state = stateOf(context, question);
	const anchor = anchorText(context, question, state);
	return [[bold(answerLabel(context, question, state))], ...(anchor ? [anchor] : [])];
}
