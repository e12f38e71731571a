import type { Issue } from '../issues.ts';
import type { Question, Questionnaire, Unit } from '../questionnaire/types.ts';
import { usesCoverageScale } from './answer-state.ts';
import type { Answer, Assessment } from './types.ts';

function issue(code: string, path: Issue['path'], params: Issue['params'] = {}): Issue {
	return { code, path, params };
}

/**
 * Holds a well-formed assessment against its questionnaire: ids that do not exist, answers that a question does not take.
 *
 * @returns every mismatch; an empty list means that every answer can be shown and scored
 */
export function checkAssessment(questionnaire: Questionnaire, assessment: Assessment): Issue[] {
	const { questionnaire: named } = assessment;
	if (named.id !== questionnaire.id)
		return [
			issue('other_questionnaire', ['questionnaire', 'id'], { got: named.id, expected: questionnaire.id })
		];
	const issues: Issue[] = [];
	if (named.version !== questionnaire.version)
		issues.push(
			issue('other_version', ['questionnaire', 'version'], {
				got: named.version,
				expected: questionnaire.version
			})
		);
	if (assessment.scoringVersion !== questionnaire.scoringVersion)
		issues.push(
			issue('other_scoring', ['scoringVersion'], {
				got: assessment.scoringVersion,
				expected: questionnaire.scoringVersion
			})
		);
	const selections = questionnaire.selections.map(({ id }) => id);
	if (!selections.includes(assessment.selection))
		issues.push(
			issue('unknown_selection', ['selection'], {
				got: assessment.selection,
				expected: selections.join(', ')
			})
		);
	const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
	issues.push(...checkScope(questionnaire, assessment));
	for (const [id, answer] of Object.entries(assessment.answers)) {
		const question = questions.get(id);
		if (!question) issues.push(issue('unknown_question', ['answers', id], { got: id }));
		else
			issues.push(
				...checkAnswer(question, answer, assessment.details.unit).map((found) => ({
					...found,
					path: ['answers', id, ...found.path]
				}))
			);
	}
	for (const id of Object.keys(assessment.actions))
		if (!questions.has(id)) issues.push(issue('unknown_question', ['actions', id], { got: id }));
	const groups = questionnaire.groups.map(({ id }) => id);
	for (const id of Object.keys(assessment.targets ?? {}))
		if (!groups.includes(id)) issues.push(issue('unknown_key', ['targets', id], { key: id }));
	const themes = questionnaire.themes.map(({ id }) => id);
	for (const id of Object.keys(assessment.dossier ?? {}))
		if (!themes.includes(id)) issues.push(issue('unknown_key', ['dossier', id], { key: id }));
	return issues;
}

function checkScope(questionnaire: Questionnaire, { scope, scopeReasons = {} }: Assessment): Issue[] {
	const facts = new Map(questionnaire.facts.map((fact) => [fact.id, fact]));
	const reasons = Object.keys(scopeReasons)
		.filter((id) => !facts.has(id))
		.map((id) => issue('unknown_fact', ['scopeReasons', id], { got: id }));
	const answers = Object.entries(scope).flatMap(([id, answer]): Issue[] => {
		const fact = facts.get(id);
		if (!fact) return [issue('unknown_fact', ['scope', id], { got: id })];
		if (answer === 'unsure') return [];
		const choices = fact.choices.map((choice) => choice.id);
		const unknown = answer.filter((choice) => !choices.includes(choice));
		const issues = unknown.map((got) =>
			issue('unknown_choice', ['scope', id], { got, expected: choices.join(', ') })
		);
		if (!fact.multiple && answer.length > 1)
			issues.push(issue('one_choice_only', ['scope', id], { got: answer.join(', ') }));
		const exclusive = fact.choices.filter((choice) => choice.exclusive && answer.includes(choice.id));
		if (exclusive.length > 0 && answer.length > 1)
			issues.push(issue('exclusive_choice', ['scope', id], { got: answer.join(', ') }));
		return issues;
	});
	return [...answers, ...reasons];
}

/**
 * Paths start at the answer. A coverage grade that the question's own scale does not have is kept when the unit
 * changes, and counts for nothing until it changes back: the app writes such files, so they are right.
 */
function checkAnswer(question: Question, answer: Answer, unit: Unit | undefined): Issue[] {
	const issues: Issue[] = [];
	const coverage = usesCoverageScale(question, unit);
	const mayBeGraded = usesCoverageScale(question, 'organisation');
	const given = [
		answer.grade !== undefined,
		answer.unknown === true,
		answer.notApplicable !== undefined
	].filter(Boolean);
	if (given.length > 1) issues.push(issue('several_answers', []));
	if (answer.notApplicable && !question.allowsNotApplicable)
		issues.push(issue('not_applicable_forbidden', ['notApplicable']));
	else if (
		answer.notApplicable &&
		(!answer.notApplicable.reason.trim() || !answer.notApplicable.approver.trim())
	)
		issues.push(issue('not_applicable_incomplete', ['notApplicable']));
	if (question.kind === 'checklist' && !coverage) {
		if (answer.grade !== undefined && !mayBeGraded) issues.push(issue('grade_on_checklist', ['grade']));
		const known = (question.elements ?? []).map(({ id }) => id);
		for (const [index, got] of (answer.elements ?? []).entries())
			if (!known.includes(got))
				issues.push(issue('unknown_element', ['elements', index], { got, expected: known.join(', ') }));
	} else if (question.kind === 'yes-no' && (answer.grade === 1 || answer.grade === 2) && !mayBeGraded) {
		issues.push(issue('grade_on_yes_no', ['grade'], { got: answer.grade }));
	} else if (question.kind !== 'checklist' && (answer.elements || answer.done !== undefined)) {
		issues.push(issue('elements_without_checklist', ['elements']));
	}
	return issues;
}

/** Issues that do not keep a file from being opened: they are said, and the score is still exact. */
const WARNINGS = new Set(['other_version', 'other_scoring', 'not_applicable_incomplete']);

export function isWarning(found: Issue): boolean {
	return WARNINGS.has(found.code);
}
