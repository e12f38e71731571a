import type { Page } from 'playwright-core';
import type { Language } from '../../src/lib/core/index.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { sampleAssessment } from '../../src/lib/state/sample.ts';
import { headOf, partsOf } from '../../src/lib/storage/assessment-store.ts';
import { labelOf } from './click.ts';
import { FIRST_CHOICE, QUESTIONNAIRE } from './sides.ts';

/**
 * Puts the sample into this browser's storage as if it were the person's own, in place of everything else.
 *
 * @param page - shows the first section: one answer there makes the app create its database
 * @returns the assessment's id, which stands after `#a=` in addresses
 */
export async function seedAssessment(page: Page, language: Language): Promise<string> {
	const id = '00000000-0000-4000-8000-000000000001';
	const assessment = { ...sampleAssessment(loadQuestionnaire(QUESTIONNAIRE).structure, language), id };
	const seed = { id, questionnaire: QUESTIONNAIRE, head: headOf(assessment), parts: partsOf(assessment) };
	await page.click(labelOf(FIRST_CHOICE));
	await page.waitForSelector('[data-save="saved"]', { state: 'attached' });
	await page.evaluate(async ({ id, questionnaire, head, parts }) => {
		const opened = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('plumbline');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		await new Promise<void>((resolve, reject) => {
			const written = opened.transaction(['heads', 'parts'], 'readwrite');
			written.oncomplete = () => resolve();
			written.onerror = () => reject(written.error);
			written.objectStore('heads').clear();
			written.objectStore('parts').clear();
			written.objectStore('heads').put(head);
			for (const part of parts) written.objectStore('parts').put(part, [id, part.kind, part.key]);
		});
		opened.close();
		localStorage.setItem(`plumbline.current.${questionnaire}`, JSON.stringify(id));
	}, seed);
	return id;
}
