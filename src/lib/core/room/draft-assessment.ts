import type { Answer, Assessment } from '../assessment/types.ts';
import { createAssessment } from '../assessment/create.ts';
import type { Question, Questionnaire } from '../questionnaire/types.ts';
import type { RoomFile } from './schema.ts';

export type RoomFileQuestion = RoomFile['questions'][number];

export interface DraftWords {
	readonly title: string;
	/** What goes into the note of an answer: the spread, the grade agreed on, the facilitator's own note. */
	readonly note: (entry: RoomFileQuestion, question: Question) => string;
}

/**
 * Makes an assessment of what a room agreed on, to be checked and completed by somebody. A checklist is answered by
 * its elements, which a room does not ask for: its agreed grade stands in the note, and the question stays open and
 * flagged.
 *
 * @param id - of the new assessment
 * @param now - ISO time in UTC
 * @param start - what a case answers beforehand; what the room agreed on stands over it
 * @returns only answers that something was agreed or written about, or that the case gave; without a case the scope stays open
 */
export function draftAssessment(
	questionnaire: Questionnaire,
	file: RoomFile,
	{ id, now, start }: { readonly id: string; readonly now: string; readonly start?: Assessment | undefined },
	words: DraftWords
): Assessment {
	const begun = createAssessment(questionnaire, {
		id,
		now,
		selection: start?.selection ?? selectionOf(questionnaire, file),
		details: { ...start?.details, title: words.title }
	});
	const answers: Record<string, Answer> = {};
	for (const [question, answer] of Object.entries(start?.answers ?? {}))
		answers[question] = { ...answer, updated: now };
	for (const entry of file.questions) {
		const question = questionnaire.questions.find((one) => one.id === entry.question);
		if (!question || (entry.agreed === null && entry.note.trim() === '')) continue;
		const note = words.note(entry, question);
		answers[question.id] = { ...agreedAnswer(entry, question), note, updated: now };
	}
	return { ...begun, ...(start && { scope: start.scope }), answers };
}

function agreedAnswer({ agreed }: RoomFileQuestion, question: Question): Answer {
	if (agreed === null) return { flagged: true };
	if (agreed === 'unknown') return { unknown: true };
	return question.kind === 'checklist' ? { flagged: true } : { grade: agreed };
}

/** Questions picked by hand may be of any selection: the full one has them all. */
function selectionOf({ selections }: Questionnaire, { spec }: RoomFile): string {
	return selections.find(({ id }) => id === spec.selection)?.id ?? 'full';
}
