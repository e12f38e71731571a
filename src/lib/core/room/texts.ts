import type { Labelled, QuestionnaireTexts } from '../questionnaire/texts.ts';
import type { Grade, Question, Questionnaire } from '../questionnaire/types.ts';
import type { Choice } from './types.ts';

/** A question as a room asks it. */
export interface RoomQuestion {
	readonly id: string;
	readonly kind: Question['kind'];
	readonly group: string;
	readonly selections: readonly string[];
	readonly short: string;
	readonly question: string;
	/** Graded: four; yes-no: two; checklist: none. */
	readonly anchors: readonly string[];
	/** Checklist: what stands on the list. */
	readonly elements: readonly string[];
}

/** What a room needs of a questionnaire, in one language: small enough for a phone on a bad network. */
export interface RoomTexts {
	readonly id: string;
	readonly version: string;
	readonly title: string;
	/** By grade 0–3. */
	readonly grades: readonly Labelled[];
	readonly groups: readonly { readonly id: string; readonly title: string }[];
	readonly selections: readonly { readonly id: string; readonly title: string }[];
	readonly questions: readonly RoomQuestion[];
}

export function roomTextsOf(structure: Questionnaire, texts: QuestionnaireTexts): RoomTexts {
	const { frame } = texts;
	return {
		id: structure.id,
		version: structure.version,
		title: frame.title,
		grades: frame.grades,
		groups: structure.groups.map(({ id }) => ({ id, title: frame.groups[id]?.title ?? id })),
		selections: structure.selections.map(({ id }) => ({ id, title: frame.selections[id]?.title ?? id })),
		questions: structure.questions.map((question) => {
			const words = texts.questions[question.id];
			return {
				id: question.id,
				kind: question.kind,
				group: question.group,
				selections: question.selections,
				short: words?.short ?? question.id,
				question: words?.question ?? question.id,
				anchors: words?.anchors ?? [],
				elements: (question.elements ?? []).map(({ id }) => words?.elements[id] ?? id)
			};
		})
	};
}

/** One possible answer, in words. */
export interface RoomOption {
	readonly choice: Choice;
	readonly label: string;
	/** For the head of a table, where the label says it in several languages. */
	readonly short?: string;
	/** What the grade means for this question. */
	readonly text: string;
}

/** @returns the answers that a question takes, in the order shown; *don't know* stands last */
export function optionsOf(
	question: Pick<RoomQuestion, 'kind' | 'anchors'>,
	grades: readonly Labelled[],
	unknown: string
): RoomOption[] {
	const given: readonly Grade[] = question.kind === 'yes-no' ? [0, 3] : [0, 1, 2, 3];
	return [
		...given.map((grade, index) => ({
			choice: grade,
			label: grades[grade]?.label ?? String(grade),
			text: question.anchors[index] ?? grades[grade]?.text ?? ''
		})),
		{ choice: 'unknown', label: unknown, text: '' }
	];
}
