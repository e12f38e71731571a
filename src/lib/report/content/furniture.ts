import type { PageFurniture } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { typed } from './words.ts';

/** The report's name: what the person called it, or the questionnaire's title. */
export function reportTitle({ assessment, texts }: ReportContext): string {
	return typed(assessment.details.title) ? assessment.details.title : texts.frame.title;
}

/** Questionnaire, selection and versions: stands on every page, so that a single sheet can be placed. */
function versionLine({ t, texts, questionnaire, assessment }: ReportContext): string {
	return t('furniture.versions', {
		title: texts.frame.title,
		version: questionnaire.version,
		selection: texts.frame.selections[assessment.selection]?.title ?? assessment.selection,
		scoring: questionnaire.scoringVersion
	});
}

/** Header and footer of every page but the cover; open questions are named on each of them. */
export function buildFurniture(context: ReportContext): PageFurniture {
	const { t, assessment, score, confidentiality, indicative } = context;
	const marks = [
		...(score.open > 0 ? [t('incomplete.mark', { count: score.open })] : []),
		...(indicative ? [t('indicative.mark')] : []),
		...(confidentiality ? [confidentiality] : [])
	];
	return {
		headerStart: reportTitle(context),
		headerEnd: assessment.details.organisation?.trim() || undefined,
		footerStart: versionLine(context),
		footerMark: marks.join(' · ') || undefined,
		pageNumber: t('furniture.page')
	};
}
