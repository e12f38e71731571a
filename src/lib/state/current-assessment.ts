import { forgetJournals } from './journal.ts';
import { readSetting, writeSetting } from './local-settings.ts';

/** The assessment that this tab works on, or the one this browser worked on last. */
export function currentAssessment(questionnaire: string): string | null {
	return (
		inSession((storage) => storage.getItem(sessionKey(questionnaire))) ??
		readSetting<string>(`current.${questionnaire}`)
	);
}

/** Makes an assessment the one that opens next, in this tab and in new ones. */
export function rememberCurrent(questionnaire: string, id: string): void {
	writeSetting(`current.${questionnaire}`, id);
	inSession((storage) => storage.setItem(sessionKey(questionnaire), id));
}

/** Removes every trace of an assessment outside the database, after it was deleted there. */
export function forgetCurrent(questionnaire: string, id: string): void {
	if (readSetting<string>(`current.${questionnaire}`) === id) writeSetting(`current.${questionnaire}`, null);
	if (readSetting<{ id: string }>('view')?.id === id) writeSetting('view', null);
	forgetJournals(id);
	inSession((storage) => {
		if (storage.getItem(sessionKey(questionnaire)) === id) storage.removeItem(sessionKey(questionnaire));
	});
}

function sessionKey(questionnaire: string): string {
	return `plumbline.current.${questionnaire}`;
}

function inSession<T>(work: (storage: Storage) => T): T | null {
	try {
		return work(sessionStorage);
	} catch {
		// without session storage all tabs share the current assessment
		return null;
	}
}
