import type { Assessment } from './types.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { scopeOf } from '../questionnaire/scope.ts';
import { answerState } from './answer-state.ts';

export interface SectionProgress {
	readonly id: string;
	/** In-scope questions, in order. */
	readonly questions: readonly string[];
	readonly answered: number;
	readonly openIds: readonly string[];
	readonly flaggedIds: readonly string[];
	readonly criticalOpenIds: readonly string[];
}

export interface Progress {
	readonly sections: readonly SectionProgress[];
	readonly answered: number;
	readonly total: number;
}

/** Section of a question in a selection: its scoring group, or its first theme in the rehearsal. */
export function sectionOf(
	question: { readonly group: string; readonly themes: readonly string[] },
	orderBy: 'group' | 'theme'
): string {
	return orderBy === 'theme' ? (question.themes[0] ?? question.group) : question.group;
}

/** The sections of a selection, in order, with all their questions, in scope or not. */
export function sectionsOf(
	questionnaire: Questionnaire,
	selection: string
): { id: string; questions: string[] }[] {
	const orderBy = questionnaire.selections.find(({ id }) => id === selection)?.orderBy ?? 'group';
	const ids = (orderBy === 'theme' ? questionnaire.themes : questionnaire.groups).map(({ id }) => id);
	return ids
		.map((id) => ({
			id,
			questions: questionnaire.questions
				.filter((question) => question.selections.includes(selection) && sectionOf(question, orderBy) === id)
				.map((question) => question.id)
		}))
		.filter(({ questions }) => questions.length > 0);
}

/** How far an assessment is, section by section, counting in-scope questions only. */
export function progressOf(questionnaire: Questionnaire, assessment: Assessment): Progress {
	const inScope = new Map(
		scopeOf(questionnaire, assessment.selection, assessment.scope).in.map((q) => [q.id, q])
	);
	const sections = sectionsOf(questionnaire, assessment.selection).map(
		({ id, questions }): SectionProgress => {
			const own = questions.flatMap((question) => inScope.get(question) ?? []);
			const isOpen = (q: (typeof own)[number]) =>
				answerState(q, assessment.answers[q.id], assessment.details.unit).kind === 'open';
			const open = own.filter(isOpen);
			return {
				id,
				questions: own.map((q) => q.id),
				answered: own.length - open.length,
				openIds: open.map((q) => q.id),
				flaggedIds: own.filter((q) => assessment.answers[q.id]?.flagged).map((q) => q.id),
				criticalOpenIds: open.filter((q) => q.critical).map((q) => q.id)
			};
		}
	);
	return {
		sections,
		answered: sections.reduce((sum, section) => sum + section.answered, 0),
		total: sections.reduce((sum, section) => sum + section.questions.length, 0)
	};
}
