import type { Answer, Assessment, Details, Grade, Questionnaire, ScopingFact } from '../core/index.ts';
import type { Part } from '../storage/assessment-store.ts';

/** What a control on the page was set to; `key` and `value` are the control's `data-record` and `value`. */
export interface Choice {
	/** Question id, `scope:<fact>` or `details:<field>`. */
	readonly key: string;
	/** `0`–`3`, `unknown`, `na`, `done`, `none`, the id of a checklist element or of a fact's choice, or typed text. */
	readonly value: string;
	readonly checked: boolean;
}

const SCOPE = 'scope:';
const DETAILS = 'details:';

/** @returns the piece of the assessment that a choice replaces, or `null` when it names nothing in the questionnaire */
export function partOfChoice(
	questionnaire: Questionnaire,
	assessment: Assessment,
	choice: Choice
): Part | null {
	const { key, value, checked } = choice;
	if (key.startsWith(DETAILS)) {
		const details: Details = { [key.slice(DETAILS.length)]: value };
		return { kind: 'head', key: '', value: { details } };
	}
	if (key.startsWith(SCOPE)) {
		const fact = questionnaire.facts.find(({ id }) => id === key.slice(SCOPE.length));
		if (!fact) return null;
		return {
			kind: 'scope',
			key: fact.id,
			value: withFactChoice(fact, assessment.scope[fact.id], value, checked)
		};
	}
	if (!questionnaire.questions.some(({ id }) => id === key)) return null;
	return { kind: 'answer', key, value: withChoice(assessment.answers[key], value, checked) };
}

/**
 * Applies one choice to an answer. The kinds of answer exclude each other; ticked elements, note, basis, evidence
 * and flag stay. What is chosen by hand is no longer inherited.
 */
export function withChoice(before: Answer | undefined, value: string, checked: boolean): Answer {
	const { grade: _, unknown: __, notApplicable, done, inherited: ___, ...kept } = before ?? {};
	if (value === 'unknown') return { ...kept, unknown: true };
	if (value === 'na') return { ...kept, notApplicable: notApplicable ?? { reason: '', approver: '' } };
	if (/^[0-3]$/.test(value)) return { ...kept, grade: Number(value) as Grade };
	if (value === 'none') return { ...kept, elements: [], done: true };
	if (value === 'done') return { ...kept, elements: kept.elements ?? [], done: true };
	const others = (kept.elements ?? []).filter((id) => id !== value);
	// A checklist that was done stays done, and its grade follows the elements.
	return { ...kept, elements: checked ? [...others, value] : others, ...(done && { done }) };
}

/** @returns the values of all controls that an answer shows as chosen, in the order in which `withChoice` restores them */
export function choicesOf(answer: Answer | undefined): string[] {
	if (!answer) return [];
	const elements = answer.elements ?? [];
	const kind = chosenRadio(answer);
	return kind === null ? [...elements] : [...elements, kind];
}

/** @returns the one radio that an answer shows as chosen, or `null` while the question is open */
export function chosenRadio(answer: Answer | undefined): string | null {
	if (answer?.notApplicable) return 'na';
	if (answer?.unknown) return 'unknown';
	if (answer?.grade !== undefined) return String(answer.grade);
	if (answer?.done) return answer.elements?.length ? 'done' : 'none';
	return null;
}

/**
 * Applies one choice to a scoping fact. *Not sure* and exclusive choices (such as "nobody") stand alone.
 *
 * @returns the fact's choices in its own order, `unsure`, or `null` when nothing is left
 */
export function withFactChoice(
	fact: ScopingFact,
	before: readonly string[] | 'unsure' | undefined,
	value: string,
	checked: boolean
): readonly string[] | 'unsure' | null {
	if (value === 'unsure') return checked ? 'unsure' : null;
	const choice = fact.choices.find(({ id }) => id === value);
	const kept = before === undefined || before === 'unsure' ? [] : before;
	if (!choice) return before ?? null;
	const alone = !fact.multiple || choice.exclusive;
	const chosen = new Set(alone ? [] : kept.filter((id) => !fact.choices.find((c) => c.id === id)?.exclusive));
	if (checked) chosen.add(value);
	else chosen.delete(value);
	const next = fact.choices.map(({ id }) => id).filter((id) => chosen.has(id));
	return next.length === 0 ? null : next;
}
