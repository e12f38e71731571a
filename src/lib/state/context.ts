import { getContext, setContext } from 'svelte';
import type { AssessmentSession } from './assessment-session.svelte.ts';

const SESSION = Symbol('session');
const ANNOUNCE = Symbol('announce');

export function setSession(session: () => AssessmentSession): void {
	setContext(SESSION, session);
}

/** The open assessment of this page. */
export function getSession(): AssessmentSession {
	const session = getContext<(() => AssessmentSession) | undefined>(SESSION);
	if (!session)
		throw new Error('No session: setSession belongs into the assessment layout above this component.');
	return session();
}

export type Announce = (message: string) => void;

export function setAnnounce(announce: Announce): void {
	setContext(ANNOUNCE, announce);
}

/** Says something to people who do not see it: one polite live region for the whole page. */
export function getAnnounce(): Announce {
	return getContext<Announce | undefined>(ANNOUNCE) ?? (() => undefined);
}
