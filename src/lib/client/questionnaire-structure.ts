import type { Questionnaire } from '../core/index.ts';

/**
 * The structure of a questionnaire, for pages that do not carry it.
 *
 * @returns `null` when this app has no such questionnaire
 * @throws {TypeError} when the network fails
 */
export async function fetchQuestionnaireStructure(id: string): Promise<Questionnaire | null> {
	const response = await fetch(`/data/${encodeURIComponent(id)}/structure.json`);
	return response.ok ? ((await response.json()) as Questionnaire) : null;
}
