import { pathText, type Issue } from '../core/issues.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';

type Params = Issue['params'];

/** Messages for what only assessments have; the others are shared with questionnaires. */
const MESSAGES: Readonly<Record<string, (params: Params) => string>> = {
	invalid_json: (p) =>
		`not readable as JSON: ${p['reason']}. Export the file again, or open it in an editor at that place`,
	not_an_assessment: () =>
		'not a Plumbline assessment: "format" is not "plumbline-assessment". Choose a file that Plumbline exported',
	newer_format: (p) =>
		`written by a newer Plumbline (format version ${p['got']}). Update Plumbline, then open it`,
	too_deep: (p) => `nested deeper than ${p['max']} levels; no assessment is. Choose another file`,
	other_questionnaire: (p) => `belongs to questionnaire "${p['got']}", not "${p['expected']}". Open it there`,
	other_version: (p) =>
		`answered under version ${p['got']} of the questionnaire; this is ${p['expected']}. Read the changes, then confirm the answers`,
	other_scoring: (p) =>
		`scored by rules ${p['got']}; these are rules ${p['expected']}. The score is computed anew`,
	unknown_question: (p) =>
		`the questionnaire has no question "${p['got']}". Correct the id or remove the entry`,
	unknown_fact: (p) =>
		`the questionnaire has no scoping fact "${p['got']}". Correct the id or remove the entry`,
	one_choice_only: (p) => `this fact takes one choice, got ${p['got']}. Keep one`,
	exclusive_choice: (p) => `one of ${p['got']} rules out the others. Keep it alone, or remove it`,
	several_answers: () => 'grade, unknown and notApplicable exclude each other. Keep one',
	not_applicable_incomplete: () => 'counts as open until both reason and approver are given. Add them',
	grade_on_checklist: () =>
		'a checklist takes elements and done; its grade comes from the table. Remove the grade',
	grade_on_yes_no: (p) => `a yes-no question takes 0 or 3, got ${p['got']}. Choose one of them`,
	unknown_element: (p) => `the checklist has no element "${p['got']}"; it has ${p['expected']}`
};

/** One line: `file path: what is wrong and how to mend it`. */
export function describeAssessmentIssue(file: string, issue: Issue): string {
	const say = MESSAGES[issue.code];
	if (!say) return describeIssue({ ...issue, file }).replace(`${file}:1`, file);
	return `${[file, pathText(issue.path)].filter(Boolean).join(' ')}: ${say(issue.params)}`;
}
