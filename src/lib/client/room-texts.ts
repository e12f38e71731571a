import type { Assessment } from '../core/index.ts';
import { LANGUAGE_SLUGS, type Language } from '../core/languages.ts';
import type { RoomCase } from '../core/room/cases.ts';
import type { RoomTexts } from '../core/room/texts.ts';

async function fetchData(questionnaire: string, language: Language, name: string): Promise<unknown> {
	const slug = LANGUAGE_SLUGS[language];
	const response = await fetch(`/${slug}/data/${encodeURIComponent(questionnaire)}/${name}`);
	if (!response.ok) throw new TypeError(`The questions could not be fetched: status ${response.status}.`);
	return response.json();
}

/**
 * The words of a room's questions, in the reader's own language.
 *
 * @throws {TypeError} when they cannot be fetched; the message says the status
 */
export async function fetchRoomTexts(questionnaire: string, language: Language): Promise<RoomTexts> {
	return (await fetchData(questionnaire, language, 'room-texts.json')) as RoomTexts;
}

/**
 * The prepared cases of a questionnaire, in the reader's own language.
 *
 * @throws {TypeError} when they cannot be fetched
 */
export async function fetchRoomCases(questionnaire: string, language: Language): Promise<RoomCase[]> {
	return (await fetchData(questionnaire, language, 'room-cases.json')) as RoomCase[];
}

/**
 * What a case answers beforehand, as an assessment.
 *
 * @throws {TypeError} when it cannot be fetched
 */
export async function fetchCaseStart(
	questionnaire: string,
	language: Language,
	id: string
): Promise<Assessment> {
	const name = `case-start/${encodeURIComponent(id)}.json`;
	return (await fetchData(questionnaire, language, name)) as Assessment;
}
