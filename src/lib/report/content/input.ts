import type { Assessment, Questionnaire, QuestionnaireTexts } from '../../core/index.ts';
import type { ReportFileContent } from '../../core/report-file/report-file.ts';
import type { ReportLanguage } from '../blocks.ts';
import type { ChapterId, ChapterPreset } from './chapters.ts';

/** Looks up the report's own words: `report:verdict.title`, with `{{name}}` replaced. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

/** `everything` that was typed, or the same report without notes and pointers to evidence. */
export type ReportDetail = 'everything' | 'no-notes';

/** What of the assessment's data travels inside the file. */
export type EmbeddedData = ReportFileContent | 'nothing';

/** What the person chose. */
export interface ReportOptions {
	readonly chapters: readonly ChapterId[] | ChapterPreset;
	/** Default `everything`. */
	readonly detail?: ReportDetail | undefined;
	/** Default `nothing`. */
	readonly data?: EmbeddedData | undefined;
	/** Mark on every page; default: what the assessment's details say. */
	readonly confidentiality?: string | undefined;
}

/** All that a report is made from; the same input gives the same document. */
export interface ReportInput {
	readonly questionnaire: Questionnaire;
	/** The words of `questionnaire` in `language`. */
	readonly texts: QuestionnaireTexts;
	readonly assessment: Assessment;
	/** An earlier assessment of the same thing, for the chapter on what has changed. */
	readonly previous?: Assessment | undefined;
	/** Words of the namespace `report` in `language`. */
	readonly translate: Translate;
	readonly language: ReportLanguage;
	/** Every language of the report; default: `language` alone. */
	readonly languages?: readonly ReportLanguage[] | undefined;
	/** ISO time at which the report is made: there is no clock in here. */
	readonly made: string;
	readonly options: ReportOptions;
}
