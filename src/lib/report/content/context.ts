import {
	asAtOf,
	evidenceCover,
	exposureOf,
	findGaps,
	scoreAssessment,
	scoreEvidencedOnly,
	scoreLenses,
	scoreNotApplicableAsZero,
	targetsOf,
	type Assessment,
	type AssessmentScore,
	type Exposure,
	type Gap,
	type Lenses,
	type Question,
	type Questionnaire,
	type QuestionnaireTexts,
	type TargetReading
} from '../../core/index.ts';
import { makeReportFile, type ReportFile } from '../../core/report-file/report-file.ts';
import type { ReportLanguage } from '../blocks.ts';
import { chaptersFor, chaptersOf, type ChapterId } from './chapters.ts';
import type { ReportDetail, ReportInput, Translate } from './input.ts';

/** Everything that the chapters say, worked out once: they only choose words and places. */
export interface ReportContext {
	readonly questionnaire: Questionnaire;
	readonly texts: QuestionnaireTexts;
	readonly assessment: Assessment;
	readonly previous: Assessment | null;
	readonly language: ReportLanguage;
	/** Every language of the report, in order. */
	readonly languages: readonly ReportLanguage[];
	readonly made: string;
	readonly chapters: readonly ChapterId[];
	readonly detail: ReportDetail;
	/** What travels inside the file; `null` for nothing. */
	readonly file: ReportFile | null;
	/** Mark on every page; empty when there is none. */
	readonly confidentiality: string;
	/** Words of the report; keys without the namespace. */
	readonly t: Translate;
	readonly asAt: string;
	readonly score: AssessmentScore;
	/** What the same answers reach under the Full selection; `null` when they are of that selection. */
	readonly full: AssessmentScore | null;
	readonly previousScore: AssessmentScore | null;
	readonly notApplicableAsZero: AssessmentScore;
	readonly evidencedOnly: AssessmentScore;
	readonly lenses: Lenses;
	readonly gaps: readonly Gap[];
	/** Gaps on legal duties: counted apart from everything else. */
	readonly openDuties: readonly Gap[];
	readonly evidence: ReturnType<typeof evidenceCover>;
	readonly exposure: Exposure;
	readonly targets: ReadonlyMap<string, TargetReading>;
	readonly questions: ReadonlyMap<string, Question>;
	/** The selection is called *indicative*. */
	readonly indicative: boolean;
}

/** @throws {RangeError} when the questionnaire's exposure table has no row that always matches */
export function createContext(input: ReportInput): ReportContext {
	const { questionnaire, assessment, options, translate } = input;
	const score = scoreAssessment(questionnaire, assessment);
	const gaps = findGaps(assessment, score);
	const previous = input.previous ?? null;
	const { data = 'nothing' } = options;
	return {
		questionnaire,
		texts: input.texts,
		assessment,
		previous,
		language: input.language,
		languages: input.languages ?? [input.language],
		made: input.made,
		chapters: chaptersOf(options.chapters).filter(
			(chapter) =>
				chaptersFor(questionnaire).includes(chapter) &&
				(chapter !== 'change' || previous !== null) &&
				(chapter !== 'crosswalk' || Boolean(input.texts.crosswalk))
		),
		detail: options.detail ?? 'everything',
		file: data === 'nothing' ? null : makeReportFile(questionnaire, assessment, data, input.made),
		confidentiality: (options.confidentiality ?? assessment.details.confidentiality ?? '').trim(),
		t: (key, params) => translate(`report:${key}`, params),
		asAt: asAtOf(assessment),
		score,
		full:
			assessment.selection === 'full'
				? null
				: scoreAssessment(questionnaire, assessment, { selection: 'full' }),
		previousScore: previous && scoreAssessment(questionnaire, previous),
		notApplicableAsZero: scoreNotApplicableAsZero(questionnaire, assessment),
		evidencedOnly: scoreEvidencedOnly(questionnaire, assessment),
		lenses: scoreLenses(questionnaire, score),
		gaps,
		openDuties: gaps.filter((gap) => gap.duty === 'must'),
		evidence: evidenceCover(assessment, score),
		exposure: exposureOf(questionnaire, assessment),
		targets: new Map(targetsOf(questionnaire, assessment, score).map((target) => [target.group, target])),
		questions: new Map(questionnaire.questions.map((question) => [question.id, question])),
		indicative: questionnaire.selections.find(({ id }) => id === assessment.selection)?.indicative ?? false
	};
}
