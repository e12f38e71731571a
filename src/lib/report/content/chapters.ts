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
