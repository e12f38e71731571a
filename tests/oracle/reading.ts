import type { Note, ShownQuestion, ShownQuestionnaire, StoredAnswer, StoredAssessment } from './shapes.ts';

export type State = 'grade' | 'unknown' | 'open' | 'notApplicable';

/** One in-scope question with what its stored answer counts as. */
export interface Reading {
	readonly question: ShownQuestion;
	readonly answer: StoredAnswer | undefined;
	/** The duty on the as-at date. */
	readonly must: boolean;
	readonly state: State;
	/** Grade 0 to 3: in the score, and at the upper end of the range. */
	readonly low: number;
	readonly high: number;
}

export interface OutOfScope {
	readonly question: string;
	readonly rule: string;
	readonly conditions: readonly string[];
	readonly facts: readonly string[];
}

/** `all`, or conditions: `+` is and, `/` is or; and binds tighter. */
function alternatives(rule: string): string[][] {
	return rule.trim() === 'all' ? [[]] : rule.split('/').map((part) => part.split('+').map((id) => id.trim()));
}

/** Whether each condition holds for the facts given. */
function conditionsThatHold(
	{ conditions }: ShownQuestionnaire,
	{ scope }: StoredAssessment,
	note: Note
): Map<string, boolean> {
	return new Map(
		conditions.map(({ id, fact, choices, whenUnsure }) => {
			const given = scope[fact];
			if (given === undefined) note('fact missing');
			else if (given === 'unsure') note('fact unsure');
			else if (given.length === 0) note('fact an empty list');
			else {
				note('fact answered');
				return [id, given.some((choice) => choices.includes(choice))];
			}
			return [id, whenUnsure];
		})
	);
}

function applies(rule: string, holds: ReadonlyMap<string, boolean>): boolean {
	return alternatives(rule).some((conditions) => conditions.every((id) => holds.get(id)));
}

/** The first row of the tier table that applies. */
export function tierOf(shown: ShownQuestionnaire, assessment: StoredAssessment) {
	const holds = conditionsThatHold(shown, assessment, () => {});
	const row = shown.tiers.find(({ when }) => applies(when, holds));
	if (!row) throw new RangeError('No row of the tier table applies; its last row must be "all".');
	return { tier: row.tier, row: row.row };
}

/** The day for which the answers are true. */
export function asAtOf({ details, updated }: StoredAssessment): string {
	return details.asAt || updated.slice(0, 10);
}

function isMust({ duty, dutyFrom }: ShownQuestion, asAt: string, note: Note): boolean {
	if (dutyFrom) note(dutyFrom.date <= asAt ? 'duty changed on its date' : 'duty not yet changed');
	return (dutyFrom && dutyFrom.date <= asAt ? dutyFrom.duty : duty) === 'must';
}

function isBlank(text: string | undefined): boolean {
	return text === undefined || text.trim() === '';
}

function notApplicableCounts(
	question: ShownQuestion,
	{ reason, approver }: { reason: string; approver: string },
	must: boolean,
	note: Note
): boolean {
	if (!question.allowsNotApplicable || question.critical || must) {
		note('not applicable where it is never allowed');
		return false;
	}
	if (isBlank(reason) || isBlank(approver)) {
		note('not applicable without reason or approver');
		return false;
	}
	note('not applicable counts');
	return true;
}

/** The grade of a checklist by the number of its required elements present, or `null` until it is done. */
function checklistGrade(
	{ elements = [], grades = [] }: ShownQuestion,
	answer: StoredAnswer,
	note: Note
): number | null {
	if (answer.done !== true) {
		note('checklist not done');
		return null;
	}
	const present = answer.elements ?? [];
	if (present.some((id) => elements.some((element) => element.id === id && !element.required)))
		note('checklist with an element that is not required');
	if (present.some((id) => !elements.some((element) => element.id === id)))
		note('checklist with an unknown element');
	if (new Set(present).size < present.length) note('checklist with an element named twice');
	const required = elements.filter((element) => element.required && present.includes(element.id)).length;
	const grade = grades[required];
	if (grade === undefined) throw new RangeError(`The table of grades has no entry for ${required} elements.`);
	return grade;
}

/** The grade that an answer gives, or `null` while the question is open. */
function gradeOf(
	question: ShownQuestion,
	answer: StoredAnswer,
	unit: string | undefined,
	note: Note
): number | null {
	const byCoverage = unit === 'organisation' && question.unit === 'system';
	if (question.kind === 'checklist' && !byCoverage) return checklistGrade(question, answer, note);
	if (byCoverage && answer.grade !== undefined) {
		if (question.kind === 'checklist') note('checklist answered by coverage');
		if (question.kind === 'yes-no' && (answer.grade === 1 || answer.grade === 2))
			note('yes-no answered by coverage');
	}
	return answer.grade ?? null;
}

function stateOf(
	question: ShownQuestion,
	answer: StoredAnswer | undefined,
	{ unit, must }: { unit: string | undefined; must: boolean },
	note: Note
): { state: State; low: number; high: number } {
	const open = { state: 'open', low: 0, high: 3 } as const;
	if (!answer) {
		note('open');
		return open;
	}
	if (answer.notApplicable) {
		return notApplicableCounts(question, answer.notApplicable, must, note)
			? { state: 'notApplicable', low: 0, high: 0 }
			: open;
	}
	if (answer.unknown) {
		note("don't know");
		return { state: 'unknown', low: 0, high: 0 };
	}
	const grade = gradeOf(question, answer, unit, note);
	return grade === null ? open : { state: 'grade', low: grade, high: grade };
}

/** Splits the questions of a selection by the scoping facts and reads the answers of those in scope. */
export function readAssessment(
	shown: ShownQuestionnaire,
	assessment: StoredAssessment,
	selection: string,
	note: Note
) {
	const holds = conditionsThatHold(shown, assessment, note);
	const asAt = asAtOf(assessment);
	if (!assessment.details.asAt) note('as-at date taken from updated');
	const readings: Reading[] = [];
	const out: OutOfScope[] = [];
	const weightRemoved: Record<string, number> = {};
	for (const question of shown.questions) {
		const answer = assessment.answers[question.id];
		if (!question.selections.includes(selection)) {
			if (answer) note('stored answer outside the selection');
			continue;
		}
		if (applies(question.when, holds)) {
			const must = isMust(question, asAt, note);
			readings.push({
				question,
				answer,
				must,
				...stateOf(question, answer, { unit: assessment.details.unit, must }, note)
			});
			continue;
		}
		note('question out of scope');
		if (answer) note('stored answer to an out-of-scope question');
		const failed = [...new Set(alternatives(question.when).flat())].filter((id) => !holds.get(id));
		const facts = [
			...new Set(
				failed.flatMap((id) =>
					shown.conditions.filter((condition) => condition.id === id).map(({ fact }) => fact)
				)
			)
		];
		out.push({ question: question.id, rule: question.when, conditions: failed, facts });
		for (const fact of facts) weightRemoved[fact] = (weightRemoved[fact] ?? 0) + question.weight;
	}
	return { readings, out, weightRemoved };
}
