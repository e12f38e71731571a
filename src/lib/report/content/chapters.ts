import type { Questionnaire } from '../../core/index.ts';

/** The chapters of a report, in their order; a person chooses which ones to print. */
export const CHAPTERS = [
	'cover',
	'verdict',
	'results',
	'lenses',
	'gaps',
	'plan',
	'applicability',
	'change',
	'sign-off',
	'answers',
	'rules',
	'crosswalk',
	'sources'
] as const;

export type ChapterId = (typeof CHAPTERS)[number];

/** Ready-made choices of chapters: one page for a board, the record without annexes, everything. */
export const CHAPTER_PRESETS = {
	board: ['cover', 'verdict'],
	management: ['cover', 'verdict', 'results', 'lenses', 'gaps', 'plan', 'sign-off'],
	full: CHAPTERS
} as const satisfies Record<string, readonly ChapterId[]>;

export type ChapterPreset = keyof typeof CHAPTER_PRESETS;

/** @returns the chapters chosen, without doubles and in the order of the report */
export function chaptersOf(choice: readonly ChapterId[] | ChapterPreset): ChapterId[] {
	const chosen: readonly ChapterId[] = typeof choice === 'string' ? CHAPTER_PRESETS[choice] : choice;
	return CHAPTERS.filter((chapter) => chosen.includes(chapter));
}

/** Chapters that have something to say about a questionnaire: no other groupings, no chapter on them. */
export function chaptersFor({
	values,
	practiceAreas,
	themes,
	legalLens
}: Pick<Questionnaire, 'values' | 'practiceAreas' | 'themes' | 'legalLens'>): ChapterId[] {
	const grouped = [values, practiceAreas, themes, legalLens].some((ids) => ids.length > 0);
	return CHAPTERS.filter((chapter) => chapter !== 'lenses' || grouped);
}
