import type { Questionnaire } from '../core/index.ts';

/** The server answered, but not with what was asked for: a fault that may pass. */
export class ServerError extends Error {
	override readonly name = 'ServerError';
	/** HTTP status. */
	readonly status: number;
	constructor(status: number, options?: ErrorOptions) {
		super(`The server answered with ${status}`, options);
		this.status = status;
	}
}

/**
 * The structure of a questionnaire, for pages that do not carry it.
 *
 * @returns `null` when this app has no such questionnaire
 * @throws {TypeError} when the network fails
 * @throws {ServerError} when the server has a fault, which says nothing about the questionnaire
 */
export async function fetchQuestionnaireStructure(id: string): Promise<Questionnaire | null> {
	const response = await fetch(`/data/${encodeURIComponent(id)}/structure.json`);
	if (response.status === 404) return null;
	if (!response.ok) throw new ServerError(response.status);
	try {
		return (await response.json()) as Questionnaire;
	} catch (cause) {
		// For instance the sign-in page of a network that stands in between.
		throw new ServerError(response.status, { cause });
	}
}

/**
 * The same, asking once for each questionnaire; after a failure it asks again.
 *
 * @param ask - how to get one; of this app unless told
 */
export function rememberStructures(
	ask: (id: string) => Promise<Questionnaire | null> = fetchQuestionnaireStructure
): (id: string) => Promise<Questionnaire | null> {
	const asked = new Map<string, Promise<Questionnaire | null>>();
	return (id) => {
		const known = asked.get(id);
		if (known) return known;
		const answer = ask(id);
		asked.set(id, answer);
		answer.catch(() => asked.delete(id));
		return answer;
	};
}
