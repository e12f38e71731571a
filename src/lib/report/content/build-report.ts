import { hongKongTime } from '../../core/index.ts';
import type { Attachment, Block, DocumentInfo, PageFurniture, ReportDocument } from '../blocks.ts';
import { answersChapter } from './annex-answers.ts';
import { rulesChapter } from './annex-rules.ts';
import { applicabilityChapter } from './applicability.ts';
import { changeChapter } from './change.ts';
import type { ChapterId } from './chapters.ts';
import { createContext, type ReportContext } from './context.ts';
import { coverChapter } from './cover.ts';
import { crosswalkChapter } from './crosswalk.ts';
import { fileIdOf } from './file-id.ts';
import { buildFurniture, reportTitle } from './furniture.ts';
import { gapsChapter } from './gaps.ts';
import type { ReportInput } from './input.ts';
import { pairDocuments } from './pair-documents.ts';
import { habitsPage } from './habits.ts';
import { lensesChapter } from './lenses.ts';
import { planChapter } from './plan.ts';
import { resultsChapter } from './results.ts';
import { signOffChapter } from './sign-off.ts';
import { sourcesChapter } from './sources.ts';
import { verdictChapter } from './verdict.ts';
import { typed } from './words.ts';

const BUILDERS: Record<ChapterId, (context: ReportContext) => Block[]> = {
	cover: coverChapter,
	verdict: verdictChapter,
	results: resultsChapter,
	lenses: lensesChapter,
	gaps: gapsChapter,
	plan: planChapter,
	applicability: applicabilityChapter,
	change: changeChapter,
	'sign-off': signOffChapter,
	answers: answersChapter,
	rules: rulesChapter,
	crosswalk: crosswalkChapter,
	sources: sourcesChapter
};

/** With fewer chapters behind the verdict than this a table of contents is only in the way. */
const CONTENTS_FROM = 2;

/**
 * Makes the report of an assessment, as data: every chapter chosen, in order. A person's is one page, whatever
 * chapters are chosen.
 *
 * Pure: the same input gives the same document, and so the same file.
 *
 * @throws {RangeError} when the questionnaire's exposure table has no row that always matches
 */
export function buildReport(input: ReportInput): ReportDocument {
	const context = createContext(input);
	const { chapters } = context;
	if (input.questionnaire.audience === 'person') return documentOf(context, habitsPage(context));
	const front = chapters.filter((chapter) => chapter === 'cover' || chapter === 'verdict');
	const behind = chapters.slice(front.length);
	const contents: Block[] =
		behind.length >= CONTENTS_FROM
			? [
					{ type: 'page-break' },
					{ type: 'contents', id: 'contents', title: context.t('contents.title'), depth: 2 }
				]
			: [{ type: 'page-break' }];
	const blocks = [...front, null, ...behind].flatMap((chapter) =>
		chapter === null ? contents : BUILDERS[chapter](context)
	);
	return documentOf(context, blocks);
}

function documentOf(context: ReportContext, blocks: readonly Block[]): ReportDocument {
	const furniture = buildFurniture(context);
	const attachment = attachmentOf(context);
	const { language } = context;
	return {
		language,
		info: documentInfo(context, furniture, blocks, attachment),
		furniture,
		blocks,
		attachment
	};
}

/** By this name PDF readers list the data. */
const ATTACHMENT_NAME = 'plumbline-report.json';

function attachmentOf({ t, file }: ReportContext): Attachment | undefined {
	return file
		? { name: ATTACHMENT_NAME, description: t(`attachment.${file.content}`), json: JSON.stringify(file) }
		: undefined;
}

function documentInfo(
	context: ReportContext,
	furniture: PageFurniture,
	blocks: readonly Block[],
	attachment: Attachment | undefined
): DocumentInfo {
	const { t, assessment, texts, made, language } = context;
	const { organisation, assessor } = assessment.details;
	const title = [reportTitle(context), ...(typed(organisation) ? [organisation] : [])].join(' – ');
	return {
		title,
		author: typed(assessor) ? assessor : undefined,
		subject: t('cover.subject', { title: texts.frame.title }),
		created: `D:${hongKongTime(made).replace(/\D/g, '')}+08'00'`,
		fileId: fileIdOf(JSON.stringify([language, made, furniture, blocks, attachment]))
	};
}

/** The words of a report in another language. */
export type SecondLanguage = Pick<ReportInput, 'texts' | 'translate' | 'language'>;

/**
 * Makes the report in two languages side by side; one when `second` is missing.
 *
 * @throws {RangeError} as `buildReport`
 */
export function buildReportIn(input: ReportInput, second?: SecondLanguage): ReportDocument {
	if (!second) return buildReport(input);
	const languages = [input.language, second.language];
	return pairDocuments(buildReport({ ...input, languages }), buildReport({ ...input, ...second, languages }));
}
