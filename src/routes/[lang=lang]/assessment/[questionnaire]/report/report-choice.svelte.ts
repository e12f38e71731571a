import type { Assessment } from '$lib/core/index.ts';
import type { Language } from '$lib/core/languages.ts';
import {
	CHAPTER_PRESETS,
	CHAPTERS,
	chaptersFor,
	chaptersOf,
	type ChapterId,
	type ChapterPreset
} from '$lib/report/content/chapters.ts';
import type { EmbeddedData, ReportDetail, ReportOptions } from '$lib/report/content/input.ts';

export const PRESETS = ['board', 'management', 'full'] as const satisfies readonly ChapterPreset[];

/** Two languages side by side, in the order of the columns. */
export const LANGUAGE_PAIRS = [
	['en', 'zh-Hant'],
	['en', 'zh-Hans'],
	['zh-Hant', 'zh-Hans']
] as const satisfies readonly (readonly Language[])[];

/** What the person wants in the report. */
export class ReportChoice {
	chapters = $state.raw<readonly ChapterId[]>(CHAPTER_PRESETS.full);
	/** Stays once *own choice* was taken, also when the ticks happen to equal a preset. */
	own = $state(false);
	language = $state<Language>('en');
	/** Set beside the first; `null` for one language. */
	second = $state<Language | null>(null);
	detail = $state<ReportDetail>('everything');
	confidentiality = $state('');
	/** What the person took; until then the preset decides. */
	#data = $state<EmbeddedData | null>(null);
	/** An earlier assessment to compare with. */
	previous = $state.raw<Assessment | null>(null);

	readonly #available: readonly ChapterId[];
	/** Whether the questionnaire has been read beside other frameworks. */
	readonly #crosswalk: boolean;

	constructor(
		language: Language,
		confidentiality: string,
		questionnaire: Parameters<typeof chaptersFor>[0] | null = null,
		crosswalk = false
	) {
		this.#available = questionnaire ? chaptersFor(questionnaire) : CHAPTERS;
		this.language = language;
		this.confidentiality = confidentiality;
		this.#crosswalk = crosswalk;
	}

	/** `own` when the ticks are the person's own. */
	get preset(): ChapterPreset | 'own' {
		if (this.own) return 'own';
		return PRESETS.find((preset) => same(chaptersOf(preset), this.chapters)) ?? 'own';
	}

	/** A paper for the board carries nothing but what is printed, unless somebody asks for more. */
	get data(): EmbeddedData {
		if (this.#data) return this.#data;
		if (this.preset === 'board') return 'nothing';
		return this.detail === 'no-notes' ? 'answers' : 'everything';
	}

	takeData(data: EmbeddedData): void {
		this.#data = data;
	}

	/** Chapters that can be chosen: those on changes and on other frameworks need something to compare with. */
	get offered(): readonly ChapterId[] {
		return this.#available.filter(
			(chapter) =>
				(chapter !== 'change' || this.previous !== null) && (chapter !== 'crosswalk' || this.#crosswalk)
		);
	}

	/** Chapters that will be printed. */
	get printed(): readonly ChapterId[] {
		return this.chapters.filter((chapter) => this.offered.includes(chapter));
	}

	/** `en`, or `en+zh-Hant` for two side by side. */
	get languages(): string {
		return this.second ? `${this.language}+${this.second}` : this.language;
	}

	set languages(value: string) {
		const [first, second] = value.split('+') as [Language, Language?];
		this.language = first;
		this.second = second ?? null;
	}

	takePreset(preset: ChapterPreset | 'own'): void {
		this.own = preset === 'own';
		if (preset !== 'own') this.chapters = chaptersOf(preset);
	}

	tick(chapter: ChapterId, on: boolean): void {
		this.own = true;
		this.chapters = chaptersOf(
			on ? [...this.chapters, chapter] : this.chapters.filter((id) => id !== chapter)
		);
	}

	get options(): ReportOptions {
		const { printed: chapters, detail, confidentiality, data } = this;
		return { chapters, detail, confidentiality, data };
	}
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
