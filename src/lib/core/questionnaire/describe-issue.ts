import { pathText, type Issue } from '../issues.ts';

type Params = Issue['params'];

/** What is wrong and how to mend it, for authors; one entry per code. */
const MESSAGES: Readonly<Record<string, (params: Params) => string>> = {
	file_too_big: (p) => `the file is longer than ${p['max']} characters; split it`,
	invalid_yaml: (p) => `not readable as YAML: ${p['reason']}`,
	missing: (p) => `missing; expected ${p['expected']}. Add it`,
	invalid_type: (p) => `expected ${p['expected']}, got ${p['got']}`,
	invalid_choice: (p) => `expected one of ${p['expected']}, got ${p['got']}`,
	invalid_union: (p) =>
		`got ${p['got']}, which none of the allowed values matches (weights and efforts are 1, 2 or 3; grades and levels 0 to 3)`,
	too_small: (p) => `shorter or smaller than ${p['min']}, got ${p['got']}`,
	too_big: (p) => `longer or larger than ${p['max']}, got ${p['got']}`,
	invalid_format: (p) =>
		`not written as expected (${p['expected']}), got ${p['got']}. Ids are kebab-case, days are YYYY-MM-DD`,
	unknown_key: (p) => `unknown key "${p['key']}". Remove it or correct its spelling`,
	unknown_section: (p) => `no scoring group "${p['got']}"; questionnaire.yaml names ${p['expected']}`,
	duplicate_id: (p) => `id "${p['id']}" is used twice. Ids are unique; give the newer one another id`,
	invalid_rule: (p) =>
		`rule "${p['got']}" is not readable. Write "all", or conditions joined by "+" (and) and "/" (or)`,
	unknown_condition: (p) => `no condition "${p['got']}"; scoping.yaml names ${p['expected']}`,
	unknown_practice_area: (p) => `no practice area "${p['got']}"; choose one of ${p['expected']}`,
	theme_missing: () => 'no theme. Name at least one; the first is its place in the rehearsal',
	unknown_theme: (p) => `no theme "${p['got']}"; choose from ${p['expected']}`,
	unknown_marker: (p) => `no marker "${p['got']}"; choose from ${p['expected']}`,
	unknown_selection: (p) => `no selection "${p['got']}"; choose from ${p['expected']}`,
	critical_needs_weight_3: (p) =>
		`a critical question has weight 3, got ${p['got']}. Raise the weight or drop the flag`,
	critical_reason_missing: () => 'a critical question says why in one line. Add criticalReason',
	critical_reason_without_flag: () =>
		'criticalReason without "critical: true". Add the flag or remove the reason',
	critical_in_every_selection: (p) =>
		`a critical question is in every selection, or a short one would show a better level than the full one. Add ${p['missing']}`,
	not_applicable_forbidden: () =>
		'not applicable is never allowed on a critical or must question; only a scoping fact removes those. Remove notApplicable',
	anchor_count: (p) => `expected ${p['expected']} anchors for this kind of question, got ${p['got']}`,
	elements_without_checklist: () =>
		'elements and grades belong to "kind: checklist". Set the kind or remove them',
	no_required_element: () => 'a checklist needs at least one required element; the others earn nothing',
	grades_length: (p) =>
		`the table needs one grade per number of required elements present, ${p['expected']} in all, got ${p['got']}`,
	grades_not_monotone: (p) => `the table starts at 0 and never falls, got ${p['got']}`,
	grades_do_not_reach_3: (p) => `the required elements alone reach 3, got ${p['got']}`,
	claims_missing: () => 'no source. Name at least one claim of the register',
	unknown_claim: (p) => `no claim "${p['got']}" in questionnaires/sources. Add it there or correct the id`,
	unknown_document: (p) => `no document "${p['got']}" in documents.yaml. Add it there or correct the id`,
	must_needs_law: () =>
		'a must rests on at least one DPP… or ORD-… claim of level LAW. Cite it, or make the duty should',
	figure_not_shippable: (p) =>
		`claim "${p['got']}" (${p['status']}) has no published count that was seen in a source. Remove it`,
	unknown_value: (p) => `no value "${p['got']}"; values are named in the same file`,
	unknown_fact: (p) => `no scoping fact "${p['got']}"; scoping.yaml names the facts`,
	unknown_choice: (p) => `no choice "${p['got']}"; the fact offers ${p['expected']}`,
	tier_table_incomplete: () =>
		'the last row of the exposure table must be "when: all", so that every assessment has a tier',
	target_missing: (p) => `no target level for "${p['group']}". Add it`,
	unknown_question: (p) =>
		`no question "${p['got']}" in this questionnaire. Correct the id (plumbline show lists them)`,
	several_answers: () => 'more than one answer. Keep one of grade, unknown, notApplicable or elements',
	grade_on_checklist: () => 'a checklist takes elements, not a grade. List the elements present',
	grade_on_yes_no: (p) => `a yes-no question takes grade 0 or 3, got ${p['got']}`,
	unknown_element: (p) => `no element "${p['got']}"; the question has ${p['expected']}`,
	one_choice_only: (p) => `the fact takes one choice, got ${p['got']}. Keep one`,
	exclusive_choice: (p) => `${p['got']}: one of these stands alone. Remove it or the others`,
	case_file_name: (p) =>
		`the id is "${p['got']}" and the file is called "${p['expected']}". Make them the same`,
	case_fact_missing: (p) => `the scoping fact "${p['got']}" is not answered. Add its choices, or unsure`,
	case_prefilled: (p) =>
		`${p['got']} answers are given; a case gives ${p['min']} to ${p['max']} and leaves the rest`,
	case_answer_missing: () => 'no answer beside the note. Add grade, unknown, notApplicable or elements',
	case_out_of_scope: (p) =>
		`"${p['got']}" is out of scope by the case's own facts. Remove it or change the facts`,
	case_nothing_open: (p) =>
		`the case answers all of these itself or has them out of scope: ${p['got']}. Name one that is open`,
	case_live_not_open: (p) =>
		`"${p['got']}" is answered by the case or out of scope, so a room cannot vote on it. Name an open one`,
	case_script_missing: (p) => `no script of ${p['got']} minutes. Add one`,
	case_minutes: (p) => `the steps take ${p['got']} minutes, the script says ${p['expected']}. Change a step`,
	invalid_condition: (p) =>
		`condition "${p['got']}" is not readable. Write "question-id <= grade" or "question-id >= grade", grades 0 to 3`,
	idle_condition: (p) =>
		`condition "${p['got']}" holds always or never: the question's grades are ${p['expected']}. Change the grade`,
	hint_needs_two_questions: () =>
		'a hint is about two questions or more that do not fit together. Name another one',
	unknown_questionnaire: (p) => `no questionnaire "${p['got']}"; there are ${p['expected']}`,
	duplicate_form: (p) =>
		`"${p['got']}" stands for the term "${p['other']}" already. A form belongs to one term only`,
	selection_full_missing: () => 'a questionnaire has a selection "full" that holds every question. Add it'
};

/** One line for an author: `file:line path: what is wrong and how to mend it`. */
export function describeIssue(issue: Issue): string {
	const say = MESSAGES[issue.code];
	const place = [issue.file ? `${issue.file}:${issue.line ?? 1}` : '', pathText(issue.path)]
		.filter(Boolean)
		.join(' ');
	return `${place}: ${say ? say(issue.params) : issue.code}`;
}
