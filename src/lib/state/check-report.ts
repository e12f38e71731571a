import { checkAssessment, isWarning } from '../core/assessment/check-assessment.ts';
import type { Issue, Questionnaire } from '../core/index.ts';
import { scoreOf, type ReportFile, type StatedScore } from '../core/report-file/report-file.ts';
import { readReport } from './read-report.ts';

// Brings the schemas along: load this module on use (`await import(…)`), never with a page.

/** What became of a report's data since it was made. */
export type ReportCheck =
	/** Nothing to check: `issues` says why. */
	| { readonly kind: 'bad'; readonly issues: readonly Issue[] }
	| {
			readonly kind: 'checked';
			readonly file: ReportFile;
			/** The hash is that of the data. */
			readonly unchanged: boolean;
			/** The score worked out now; `null` when this app has another version of the questionnaire, or none. */
			readonly now: StatedScore | null;
			/** Whether the score stated in the report is the one worked out now. */
			readonly sameScore: boolean | null;
	  };

/**
 * Checks a report that somebody chose; stores nothing.
 *
 * @throws {TypeError} when the questionnaire is needed and the network fails
 */
export async function checkReport(
	bytes: Uint8Array,
	questionnaireOf: (id: string) => Promise<Questionnaire | null>
): Promise<ReportCheck> {
	const read = readReport(bytes) ?? notAReport();
	if (!read.ok) return { kind: 'bad', issues: read.issues };
	const { file, unchanged } = read.value;
	const { questionnaire: named, scoringVersion } = file.assessment;
	const questionnaire = await questionnaireOf(named.id);
	if (questionnaire?.version !== named.version || questionnaire.scoringVersion !== scoringVersion)
		return { kind: 'checked', file, unchanged, now: null, sameScore: null };
	const mistakes = checkAssessment(questionnaire, file.assessment).filter((issue) => !isWarning(issue));
	if (mistakes.length > 0) return { kind: 'bad', issues: mistakes };
	const now = scoreOf(questionnaire, file.assessment);
	const sameScore = (['score', 'high'] as const).every((key) => now[key] === file.stated[key]);
	return { kind: 'checked', file, unchanged, now, sameScore };
}

const notAReport = (): { ok: false; issues: Issue[] } => ({
	ok: false,
	issues: [{ code: 'not_a_report', path: [], params: {} }]
});
