/** The report's content: an assessment in, a document as data out. */
export { buildReport, buildReportIn, type SecondLanguage } from './build-report.ts';
export { CHAPTERS, CHAPTER_PRESETS, chaptersOf, type ChapterId, type ChapterPreset } from './chapters.ts';
export { buildDossier, type DossierInput } from './dossier.ts';
export { reportFileName, type FileNameParts } from './file-name.ts';
export type { EmbeddedData, ReportDetail, ReportInput, ReportOptions, Translate } from './input.ts';
