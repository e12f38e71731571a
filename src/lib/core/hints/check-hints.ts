import type { Issue } from '../issues.ts';
import { checkRule } from '../questionnaire/check-question.ts';
import type { QuestionSource, ScopingFile } from '../questionnaire/schema.ts';
import type { Grade } from '../questionnaire/types.ts';
import { meets, parseGradeCondition } from './grade-condition.ts';
import type { HintsFile } from './schema.ts';

const ALL_GRADES: readonly Grade[] = [0, 1, 2, 3];

/** Grades that an answer to a question can have on its own scale. */
function possibleGrades({ kind, grades }: QuestionSource): readonly Grade[] {
	if (kind === 'yes-no') return [0, 3];
	return kind === 'checklist' ? [...new Set(grades ?? [])] : ALL_GRADES;
}

/** Rules that bind hints and questions together: ids exist, grades are possible, and at least two questions differ. */
export function checkHints(
	{ hints }: HintsFile,
	questions: readonly QuestionSource[],
	scoping: ScopingFile
): Issue[] {
	const known = new Map(questions.map((question) => [question.id, question]));
	const seen = new Set<string>();
	return hints.flatMap((hint, index) => {
		const path = ['hints', index] as const;
		const issues: Issue[] = [];
		if (seen.has(hint.id))
			issues.push({ code: 'duplicate_id', path: [...path, 'id'], params: { id: hint.id } });
		seen.add(hint.id);
		if (hint.when) issues.push(...checkRule(hint.when, [...path, 'when'], scoping));
		const asked = hint.answers.map((text, place) => {
			const at = [...path, 'answers', place];
			const condition = parseGradeCondition(text);
			if (!condition) {
				issues.push({ code: 'invalid_condition', path: at, params: { got: text } });
				return text;
			}
			const question = known.get(condition.question);
			if (!question) {
				issues.push({ code: 'unknown_question', path: at, params: { got: condition.question } });
				return condition.question;
			}
			const possible = possibleGrades(question);
			const met = possible.filter((grade) => meets(condition, grade));
			if (met.length === 0 || met.length === possible.length)
				issues.push({
					code: 'idle_condition',
					path: at,
					params: { got: text, expected: possible.join(', ') }
				});
			return condition.question;
		});
		if (new Set(asked).size < 2)
			issues.push({ code: 'hint_needs_two_questions', path: [...path, 'answers'], params: {} });
		return issues;
	});
}
