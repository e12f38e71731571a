import { hasCurrentEvidence } from '../evidence/evidence-cover.ts';
import type { Assessment } from '../assessment/types.ts';
import type { Grade, Questionnaire } from '../questionnaire/types.ts';
import { asAtOf, scoreAssessment, type AssessmentScore } from './score-assessment.ts';

/** The score if every grade of 2 or 3 without a current evidence pointer counted as 1. */
export function scoreEvidencedOnly(
	questionnaire: Questionnaire,
	assessment: Assessment,
	selection?: string
): AssessmentScore {
	const asAt = asAtOf(assessment);
	return scoreAssessment(questionnaire, assessment, {
		...(selection && { selection }),
		restate: (answer) =>
			answer.state.kind === 'grade' &&
			answer.state.grade >= 2 &&
			!hasCurrentEvidence(assessment.answers[answer.question.id], asAt)
				? { ...answer, state: { kind: 'grade', grade: 1 } }
				: answer
	});
}

/** The score if every *not applicable* counted as 0. */
export function scoreNotApplicableAsZero(
	questionnaire: Questionnaire,
	assessment: Assessment
): AssessmentScore {
	return scoreAssessment(questionnaire, assessment, {
		restate: (answer) =>
			answer.state.kind === 'notApplicable' ? { ...answer, state: { kind: 'grade', grade: 0 } } : answer
	});
}

/** The score if some questions had other grades: the what-if of the results page. */
export function scoreWhatIf(
	questionnaire: Questionnaire,
	assessment: Assessment,
	grades: Readonly<Record<string, Grade>>
): AssessmentScore {
	return scoreAssessment(questionnaire, assessment, {
		restate: (answer) => {
			const grade = grades[answer.question.id];
			return grade === undefined ? answer : { ...answer, state: { kind: 'grade', grade } };
		}
	});
}
