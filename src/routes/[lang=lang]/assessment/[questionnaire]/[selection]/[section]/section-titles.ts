import type { FrameTexts, Questionnaire } from '$lib/core/index.ts';

export interface SectionTitle {
	readonly title: string;
	readonly text: string;
}

/** A section is a theme in a selection ordered by theme, else a scoring group. */
export function sectionTitle(
	questionnaire: Questionnaire,
	frame: FrameTexts,
	selection: string,
	section: string
): SectionTitle {
	const byTheme = questionnaire.selections.find(({ id }) => id === selection)?.orderBy === 'theme';
	return (byTheme ? frame.themes[section] : frame.groups[section]) ?? { title: section, text: '' };
}
