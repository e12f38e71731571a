import type { Issue } from '../issues.ts';
import { parseRule } from './rule.ts';
import type { ClaimsFile, QuestionnaireFile, QuestionSource, ScopingFile } from './schema.ts';

/** What a question is checked against. */
export interface QuestionContext {
	readonly frame: QuestionnaireFile;
	readonly scoping: ScopingFile;
	readonly claims: ReadonlyMap<string, ClaimsFile['claims'][number]>;
}

type Path = readonly (string | number)[];

function issue(code: string, path: Path, params: Issue['params'] = {}): Issue {
	return { code, path, params };
}

function unknownIds(given: readonly string[], known: Iterable<string>, path: Path, code: string): Issue[] {
	const expected = [...known];
	return given.flatMap((id, index) =>
		expected.includes(id) ? [] : [issue(code, [...path, index], { got: id, expected: expected.join(', ') })]
	);
}

/** Rules that bind a question to its questionnaire. Paths start at the question. */
export function checkQuestion(question: QuestionSource, context: QuestionContext): Issue[] {
	return [
		...checkTags(question, context),
		...checkRule(question.when, ['when'], context.scoping),
		...checkWeight(question, context),
		...checkKind(question),
		...checkClaims(question, context.claims)
	];
}

/** @returns issues of an applicability rule: not readable, or naming a condition that does not exist */
export function checkRule(when: string, path: Path, scoping: ScopingFile): Issue[] {
	const rule = parseRule(when);
	if (!rule) return [issue('invalid_rule', path, { got: when })];
	const known = scoping.conditions.map(({ id }) => id);
	return rule
		.flat()
		.filter((id) => !known.includes(id))
		.map((id) => issue('unknown_condition', path, { got: id, expected: known.join(', ') }));
}

function checkTags(question: QuestionSource, { frame }: QuestionContext): Issue[] {
	const areas = frame.practiceAreas.map(({ id }) => id);
	const area = question.practiceArea;
	const missingArea = areas.length > 0 && (!area || !areas.includes(area));
	return [
		...(missingArea
			? [issue('unknown_practice_area', ['practiceArea'], { got: area ?? '', expected: areas.join(', ') })]
			: []),
		...(frame.themes.length > 0 && question.themes.length === 0 ? [issue('theme_missing', ['themes'])] : []),
		...unknownIds(
			question.themes,
			frame.themes.map(({ id }) => id),
			['themes'],
			'unknown_theme'
		),
		...unknownIds(
			question.markers ?? [],
			frame.markers.map(({ id }) => id),
			['markers'],
			'unknown_marker'
		),
		...unknownIds(
			question.selections,
			frame.selections.map(({ id }) => id),
			['selections'],
			'unknown_selection'
		)
	];
}

function checkWeight(question: QuestionSource, { frame }: QuestionContext): Issue[] {
	const selections = frame.selections.map(({ id }) => id);
	const issues: Issue[] = [];
	const { critical, criticalReason, weight, duty, dutyFrom, notApplicable } = question;
	if (critical && weight !== 3) issues.push(issue('critical_needs_weight_3', ['weight'], { got: weight }));
	if (critical && !criticalReason) issues.push(issue('critical_reason_missing', ['criticalReason']));
	if (!critical && criticalReason) issues.push(issue('critical_reason_without_flag', ['criticalReason']));
	if (notApplicable && (critical || duty === 'must' || dutyFrom?.duty === 'must'))
		issues.push(issue('not_applicable_forbidden', ['notApplicable']));
	const missing = selections.filter((id) => id !== 'full' && !question.selections.includes(id));
	if (critical && missing.length > 0)
		issues.push(issue('critical_in_every_selection', ['selections'], { missing: missing.join(', ') }));
	return issues;
}

function checkKind(question: QuestionSource): Issue[] {
	const kind = question.kind ?? 'graded';
	const anchors = question.anchors?.length ?? 0;
	const issues: Issue[] = [];
	const expectedAnchors = kind === 'graded' ? 4 : kind === 'yes-no' ? 2 : 0;
	if (anchors !== expectedAnchors)
		issues.push(issue('anchor_count', ['anchors'], { expected: expectedAnchors, got: anchors }));
	if (kind !== 'checklist') {
		if (question.elements || question.grades) issues.push(issue('elements_without_checklist', ['elements']));
		return issues;
	}
	const elements = question.elements ?? [];
	const grades = question.grades ?? [];
	const required = elements.filter((element) => element.required).length;
	const ids = elements.map(({ id }) => id);
	if (new Set(ids).size !== ids.length)
		issues.push(issue('duplicate_id', ['elements'], { id: ids.join(', ') }));
	if (required === 0) issues.push(issue('no_required_element', ['elements']));
	if (grades.length !== required + 1)
		issues.push(issue('grades_length', ['grades'], { expected: required + 1, got: grades.length }));
	else if (grades.some((grade, index) => index > 0 && grade < (grades[index - 1] ?? 0)) || grades[0] !== 0)
		issues.push(issue('grades_not_monotone', ['grades'], { got: grades.join(', ') }));
	else if (grades.at(-1) !== 3)
		issues.push(issue('grades_do_not_reach_3', ['grades'], { got: grades.join(', ') }));
	return issues;
}

/** A *must* rests on the Ordinance itself; guidance restates law but does not make it. */
const LAW_CLAIM = /^(DPP|ORD-)/;

function checkClaims(question: QuestionSource, claims: QuestionContext['claims']): Issue[] {
	const issues: Issue[] = question.claims.flatMap((id, index) =>
		claims.has(id) ? [] : [issue('unknown_claim', ['claims', index], { got: id })]
	);
	if (question.claims.length === 0) issues.push(issue('claims_missing', ['claims']));
	const duties = [question.duty, question.dutyFrom?.duty];
	const restsOnLaw = question.claims.some((id) => LAW_CLAIM.test(id) && claims.get(id)?.level === 'LAW');
	if (duties.includes('must') && !restsOnLaw) issues.push(issue('must_needs_law', ['duty']));
	for (const [index, id] of (question.figures ?? []).entries()) {
		const claim = claims.get(id);
		if (!claim) issues.push(issue('unknown_claim', ['figures', index], { got: id }));
		else if (!claim.figure || claim.status === 'MEM')
			issues.push(issue('figure_not_shippable', ['figures', index], { got: id, status: claim.status }));
	}
	return issues;
}
