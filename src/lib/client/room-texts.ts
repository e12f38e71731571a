import { LANGUAGE_SLUGS, type Language } from '../core/languages.ts';
import type { RoomTexts } from '../core/room/texts.ts';

/**
 * The words of a room's questions, in the reader's own language.
 *
 * @throws {TypeError} when they cannot be fetched; the message says the status
 */
export async function fetchRoomTexts(questionnaire: string, language: Language): Promise<RoomTexts> {
	const slug = LANGUAGE_SLUGS[language];
	const response = await fetch(`/${slug}/data/${encodeURIComponent(questionnaire)}/room-texts.json`);
	if (!response.ok) throw new TypeError(`The questions could not be fetched: status ${response.status}.`);
	return (await response.json()) as RoomTexts;
}
