import type { Choice } from './choices.ts';
import { currentAssessment } from './current-assessment.ts';
import { readFragment } from './fragment.ts';
import { readSetting, writeSetting } from './local-settings.ts';

interface EarlyRecorder {
	ready: boolean;
	choices: Choice[];
}

declare global {
	interface Window {
		__plumblineEarly?: EarlyRecorder;
	}
}

const KEY = 'early';

/**
 * What was chosen on this page before the app had started, as recorded by `src/early.js` (an earlier visit that
 * ended before the app had started included), and stops the recorder. The written copy stays until
 * `forgetEarlyChoices` is called after the choices are stored.
 */
export function takeEarlyChoices(): Choice[] {
	const recorder = typeof window === 'undefined' ? undefined : window.__plumblineEarly;
	if (!recorder || recorder.ready) return [];
	recorder.ready = true;
	return recorder.choices;
}

/** Writes choices down that the database does not have yet. */
export function keepEarlyChoices(choices: readonly Choice[]): void {
	if (typeof location === 'undefined') return;
	writeSetting(KEY, { path: location.pathname, hash: location.hash, choices });
}

export function forgetEarlyChoices(): void {
	if (readSetting(KEY) !== null) writeSetting(KEY, null);
}

/** Removes choices that were written down for an assessment and never reached it: it is deleted, or not here. */
export function forgetEarlyOf(questionnaire: string, id: string): void {
	const early = readSetting<{ path?: string; hash?: string }>(KEY);
	if (!early?.path?.includes(`/${questionnaire}/`)) return;
	const meant = readFragment(early.hash ?? '').a ?? currentAssessment(questionnaire);
	if (meant === id) forgetEarlyChoices();
}
