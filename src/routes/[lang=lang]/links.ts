import type { Assessment } from '$lib/core/index.ts';
import type { PageData } from './$types';

export type Instrument = PageData['instruments'][number];

/** Where answering a stored assessment goes on; an unknown selection leads to its first page. */
export function answeringAddress(
	slug: string,
	{ id, questionnaire, selection }: Assessment,
	instruments: readonly Instrument[]
): string {
	const own = instruments.find((instrument) => instrument.id === questionnaire.id);
	const section = own?.selections.find((one) => one.id === selection)?.firstSection;
	const start = `/${slug}/assessment/${questionnaire.id}`;
	return section ? `${start}/${selection}/${section}/#a=${id}` : `${start}/details/#a=${id}`;
}

/** What an assessment is called in lists: its title, or what is known of it. */
export function nameOf(
	{ details, questionnaire }: Assessment,
	instruments: readonly Instrument[],
	untitled: string
): string {
	return (
		details.title?.trim() ||
		[details.organisation, details.system].filter(Boolean).join(' · ') ||
		(instruments.find(({ id }) => id === questionnaire.id)?.title ?? untitled)
	);
}
