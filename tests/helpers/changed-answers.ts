import fc from 'fast-check';
import type { Answer, Assessment, Grade, Question, Questionnaire } from '../../src/lib/core/index.ts';
import { arbitraryAssessment } from './random-assessment.ts';
import { arbitraryQuestionnaire } from './random-questionnaire.ts';

/** A questionnaire, an assessment of it, and numbers with which a test picks what it changes. */
export interface Case {
	readonly structure: Questionnaire;
	readonly assessment: Assessment;
	readonly picks: readonly number[];
}

/** Two small questionnaires for each real one. */
export function arbitraryCase(real: Questionnaire): fc.Arbitrary<Case> {
	const structures = fc.oneof(
		{ arbitrary: arbitraryQuestionnaire, weight: 2 },
		{ arbitrary: fc.constant(real), weight: 1 }
	);
	return structures.chain((structure) =>
		fc.record({
			structure: fc.constant(structure),
			assessment: arbitraryAssessment(structure),
			picks: fc.array(fc.noBias(fc.nat(0xffff)), { minLength: 4, maxLength: 4 })
		})
	);
}

/** @returns one of the items; a case without any is thrown away and another one drawn */
export function pickOne<T>(items: readonly T[], by: number | undefined): T {
	fc.pre(items.length > 0);
	return items[(by ?? 0) % items.length] as T;
}

export const NOT_APPLICABLE: Answer = { notApplicable: { reason: 'Does not arise', approver: 'B. Wong' } };

/** Stores an answer, or takes it away. */
export function withAnswer(assessment: Assessment, id: string, answer: Answer | undefined): Assessment {
	const { [id]: _, ...others } = assessment.answers;
	return { ...assessment, answers: answer ? { ...others, [id]: answer } : others };
}

/** Every way to answer a question with a grade, by grade. A yes-no question has two of them, a checklist those of its table. */
export function gradedAnswers(
	question: Question,
	{ details }: Assessment
): { grade: Grade; answer: Answer }[] {
	const grades: readonly Grade[] = [0, 1, 2, 3];
	if (details.unit === 'organisation' && question.unit === 'system')
		return grades.map((grade) => ({ grade, answer: { grade } }));
	if (question.kind === 'yes-no')
		return grades.filter((grade) => grade % 3 === 0).map((grade) => ({ grade, answer: { grade } }));
	if (question.kind === 'graded') return grades.map((grade) => ({ grade, answer: { grade } }));
	const required = (question.elements ?? []).filter((element) => element.required).map(({ id }) => id);
	return (question.grades ?? []).map((grade, present) => ({
		grade,
		answer: { elements: required.slice(0, present), done: true }
	}));
}

/** @throws {RangeError} for a grade that a question does not have; every question has 0 and 3 */
export function answerWith(question: Question, assessment: Assessment, grade: Grade): Answer {
	const found = gradedAnswers(question, assessment).find((way) => way.grade === grade);
	if (!found) throw new RangeError(`"${question.id}" has no grade ${grade}.`);
	return found.answer;
}
