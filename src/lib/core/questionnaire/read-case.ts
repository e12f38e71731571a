import { checkAssessment } from '../assessment/check-assessment.ts';
import type { Checked, Issue } from '../issues.ts';
import { caseAssessment } from './case-assessment.ts';
import { caseFileSchema, PREFILLED, SCRIPT_MINUTES, type TrainerCase } from './case-schema.ts';
import { readYaml, type SourceFile } from './read-yaml.ts';
import { scopeOf } from './scope.ts';
import type { Questionnaire } from './types.ts';

type Path = Issue['path'];

function issue(code: string, path: Path, params: Issue['params'] = {}): Issue {
	return { code, path, params };
}

/**
 * Reads a case for workshops and holds it against its questionnaire: questions and choices exist, answers are ones
 * that the question takes, what the room is to answer is in scope and open, minutes add up.
 *
 * @returns the case, or every mistake with file, line and path
 */
export function readCase(file: SourceFile, questionnaire: Questionnaire): Checked<TrainerCase> {
	const { value, issues, place } = readYaml(file, caseFileSchema);
	if (!value) return { ok: false, issues: [...issues] };
	const found = [
		...checkName(value, file.path),
		...checkAnswers(value, questionnaire),
		...checkRoom(value, questionnaire),
		...checkScripts(value)
	];
	return found.length > 0 ? { ok: false, issues: found.map(place) } : { ok: true, value };
}

function checkName({ id, roles }: TrainerCase, path: string): Issue[] {
	const name = (path.split(/[/\\]/).at(-1) ?? '').replace(/\.ya?ml$/, '');
	const ids = roles.map((role) => role.id);
	return [
		...(name === id ? [] : [issue('case_file_name', ['id'], { got: id, expected: name })]),
		...ids.flatMap((role, index) =>
			ids.indexOf(role) < index ? [issue('duplicate_id', ['roles', index, 'id'], { id: role })] : []
		)
	];
}

/** The same rules as for anybody's assessment; paths of the two files agree. */
function checkAnswers(trainerCase: TrainerCase, questionnaire: Questionnaire): Issue[] {
	const assessment = caseAssessment(trainerCase, questionnaire, {
		id: trainerCase.id,
		now: `${questionnaire.asAt}T00:00:00Z`,
		language: 'en'
	});
	const issues = checkAssessment(questionnaire, assessment);
	for (const { id } of questionnaire.facts)
		if (trainerCase.scope[id] === undefined) issues.push(issue('case_fact_missing', ['scope'], { got: id }));
	const answers = Object.entries(trainerCase.answers);
	if (answers.length < PREFILLED.min || answers.length > PREFILLED.max)
		issues.push(issue('case_prefilled', ['answers'], { got: answers.length, ...PREFILLED }));
	for (const [id, { grade, unknown, notApplicable, elements }] of answers) {
		const other = grade !== undefined || unknown === true || notApplicable !== undefined;
		if (!other && !elements) issues.push(issue('case_answer_missing', ['answers', id]));
		if (other && elements) issues.push(issue('several_answers', ['answers', id]));
	}
	return issues;
}

/** What the room talks about and votes on: known questions, in scope, and not answered by the case itself. */
function checkRoom(
	{ discussion, scripts, worksheet, scope, answers }: TrainerCase,
	questionnaire: Questionnaire
): Issue[] {
	const known = new Set(questionnaire.questions.map(({ id }) => id));
	const inScope = new Set(scopeOf(questionnaire, 'full', scope).in.map(({ id }) => id));
	const isOpen = (id: string) => inScope.has(id) && !Object.hasOwn(answers, id);
	const unknown = (ids: readonly string[], path: Path) =>
		ids.flatMap((got, index) =>
			known.has(got) ? [] : [issue('unknown_question', [...path, index], { got })]
		);
	return [
		...Object.keys(answers).flatMap((id) =>
			known.has(id) && !inScope.has(id) ? [issue('case_out_of_scope', ['answers', id], { got: id })] : []
		),
		...discussion.flatMap(({ questions }, index) => {
			const path = ['discussion', index, 'questions'];
			const missing = unknown(questions, path);
			return missing.length > 0 || questions.some(isOpen)
				? missing
				: [issue('case_nothing_open', path, { got: questions.join(', ') })];
		}),
		...scripts.flatMap(({ steps }, script) =>
			steps.flatMap(({ live = [] }, step) => {
				const path = ['scripts', script, 'steps', step, 'live'];
				return [
					...unknown(live, path),
					...live.flatMap((got, index) =>
						known.has(got) && !isOpen(got) ? [issue('case_live_not_open', [...path, index], { got })] : []
					)
				];
			})
		),
		...worksheet.flatMap(({ questions = [] }, index) => unknown(questions, ['worksheet', index, 'questions']))
	];
}

function checkScripts({ scripts }: TrainerCase): Issue[] {
	return [
		...SCRIPT_MINUTES.flatMap((minutes) =>
			scripts.some((script) => script.minutes === minutes)
				? []
				: [issue('case_script_missing', ['scripts'], { got: minutes })]
		),
		...scripts.flatMap(({ minutes, steps }, index) => {
			const sum = steps.reduce((total, step) => total + step.minutes, 0);
			return sum === minutes
				? []
				: [issue('case_minutes', ['scripts', index, 'steps'], { got: sum, expected: minutes })];
		})
	];
}
