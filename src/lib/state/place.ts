import { sectionsOf, type Questionnaire } from '../core/index.ts';
import { readSetting, writeSetting } from './local-settings.ts';

/** Where a person was answering last. */
export interface Place {
	readonly selection: string;
	readonly section: string;
}

export function writePlace(questionnaire: string, place: Place): void {
	writeSetting(`place.${questionnaire}`, place);
}

/** @returns the last place, or `null` when there is none or the questionnaire no longer has it */
export function readPlace(questionnaire: Questionnaire): Place | null {
	const place = readSetting<Place>(`place.${questionnaire.id}`);
	const known = place && sectionsOf(questionnaire, place.selection).some(({ id }) => id === place.section);
	return known ? place : null;
}
