import { pathText, type Issue } from '../core/issues.ts';
import { describeIssue } from '../core/questionnaire/describe-issue.ts';

type Params = Issue['params'];

/** Messages for what only assessments have; the others are shared with questionnaires. */
const MESSAGES: Readonly<Record<string, (params: Params) => string>> = {
	file_too_big: (p) => `longer than ${p['max']} characters; no assessment is. Choose another file`,
	invalid_union: (p) =>
		`${p['got']} is not allowed here. Grades and levels are 0, 1, 2 or 3; a scoping fact takes a list of choices or "unsure"`,
	invalid_key: () => 'not written as ids are. Ids are kebab-case: small letters, digits and single hyphens',
	invalid_format: (p) =>
		`not written as expected, got ${p['got']}. Ids are kebab-case, days are 2026-11-23, times 2026-11-23T01:00:00Z, and both exist in the calendar`,
	too_small: (p) => `empty or too short, got ${p['got']}`,
	too_big: (p) => `longer or more than the ${p['max']} allowed, got ${p['got']}`,
	invalid_json: (p) =>
		`not readable as JSON: ${p['reason']}. Export the file again, or open it in an editor at that place`,
	pdf_encrypted: () => 'protected by a password. Save a copy without one, then name that',
	pdf_without_data: () =>
		'a report that was made without its data. Name the assessment file, or a report with data',
	pdf_printed: () => 'printed into a PDF, which leaves the data behind. Name the report that was downloaded',
	pdf_file: () =>
		'a PDF without the data of a report. Name a report that Plumbline made, or the assessment file',
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
	not_applicable_forbidden: () =>
		'not applicable is not allowed for this question; where the practice cannot arise, a scoping fact removes the question. Remove notApplicable',
	elements_without_checklist: () => 'the question is no checklist. Remove elements and done',
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
