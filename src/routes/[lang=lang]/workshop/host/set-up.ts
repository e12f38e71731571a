import { MAX_ITEMS, type RoomSpec } from '$lib/core/room/schema.ts';
import type { RoomTexts } from '$lib/core/room/texts.ts';
import { LANGUAGES, type Language } from '$lib/core/languages.ts';
import type { RoomCase } from '$lib/core/room/cases.ts';

/** Roles that are offered; others are named by the host. */
export const ROLES = ['legal', 'it', 'business', 'management'] as const;
export const BY_HAND = '';
/** The questions that a case puts to its room; no selection can have this id. */
export const OF_CASE = ':case';

/** What the form holds. */
export interface SetUpChoice {
	readonly title: string;
	/** The prepared case that the room is about; `null`: the participants' own organisation. */
	readonly told: Pick<RoomCase, 'id' | 'title' | 'questions'> | null;
	/** A selection, `OF_CASE` or `BY_HAND`. */
	readonly selection: string;
	readonly picked: readonly string[];
	readonly languages: readonly Language[];
	readonly roles: readonly string[];
	readonly ownRole: string;
	readonly pace: 'host' | 'own';
	readonly reveal: 'by-hand' | 'on-close';
	readonly showRoles: boolean;
}

/** @returns ids of the questions that a room of this choice asks, in the questionnaire's order */
export function questionsOf(texts: RoomTexts, { selection, picked, told }: SetUpChoice): string[] {
	const listed = selection === BY_HAND ? picked : selection === OF_CASE ? (told?.questions ?? []) : null;
	const inRoom = texts.questions.filter(({ id, selections }) =>
		listed ? listed.includes(id) : selection === 'full' || selections.includes(selection)
	);
	return inRoom.map(({ id }) => id);
}

/** @returns the room to open, or which field is wrong */
export function specOf(texts: RoomTexts, choice: SetUpChoice): RoomSpec | 'noQuestions' | 'noLanguages' {
	const ids = questionsOf(texts, choice);
	if (ids.length === 0 || ids.length > MAX_ITEMS) return 'noQuestions';
	if (choice.languages.length === 0) return 'noLanguages';
	const [title, ownRole] = [choice.title || (choice.told?.title ?? ''), choice.ownRole].map((text) =>
		text.replaceAll(/\p{Cc}/gu, ' ').trim()
	);
	return {
		questionnaire: { id: texts.id, version: texts.version },
		...(choice.selection !== BY_HAND && choice.selection !== OF_CASE && { selection: choice.selection }),
		...(choice.told && { case: choice.told.id }),
		...(title && { title }),
		items: texts.questions
			.filter(({ id }) => ids.includes(id))
			.map(({ id, kind }) => ({ question: id, kind })),
		languages: LANGUAGES.filter((language) => choice.languages.includes(language)),
		roles: [
			...ROLES.filter((id) => choice.roles.includes(id)).map((id) => ({ id })),
			...(ownRole ? [{ id: 'own', name: ownRole }] : [])
		],
		pace: choice.pace,
		shown: { reveal: choice.reveal, roles: choice.showRoles }
	};
}
