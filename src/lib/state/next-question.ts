import type { Progress, SectionProgress } from '../core/index.ts';

export type Wanted = 'open' | 'flagged' | 'critical';

const LISTS = { open: 'openIds', flagged: 'flaggedIds', critical: 'criticalOpenIds' } as const;

export interface Target {
	readonly section: string;
	readonly question: string;
}

/**
 * Finds the next question of a kind after a place: later in its section, then in the sections that follow, then
 * from the beginning up to the place itself.
 *
 * @param question - where the person is, or `null` at the head of the section
 * @returns `null` when there is none at all
 */
export function nextQuestion(
	progress: Progress,
	wanted: Wanted,
	section: string,
	question: string | null
): Target | null {
	const here = progress.sections.findIndex(({ id }) => id === section);
	const position = question === null ? -1 : (progress.sections[here]?.questions.indexOf(question) ?? -1);
	const after = (part: SectionProgress, id: string) => part.questions.indexOf(id) > position;
	const ring = [...progress.sections.slice(here), ...progress.sections.slice(0, here)];
	const targets = ring.flatMap((part) => part[LISTS[wanted]].map((id) => ({ part, id })));
	const later = targets.filter(({ part, id }) => part.id !== section || after(part, id));
	const found = later[0] ?? targets[0];
	return found ? { section: found.part.id, question: found.id } : null;
}
