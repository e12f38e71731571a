import type { ReportContext } from '../content/context.ts';
import { reportTitle } from '../content/furniture.ts';
import { answerSheet } from './answer-rows.ts';
import { applicabilitySheet } from './applicability-rows.ts';
import { gapSheet } from './gap-rows.ts';
import { planSheet } from './plan-rows.ts';
import type { Workbook } from './sheet.ts';
import { resultSheet, summarySheet } from './summary-rows.ts';

/** The assessment as sheets, with the numbers and the order of the report. */
export function buildWorkbook(context: ReportContext): Workbook {
	return {
		title: reportTitle(context),
		author: context.assessment.details.assessor ?? '',
		made: context.made,
		language: context.language,
		sheets: [
			summarySheet(context),
			resultSheet(context),
			gapSheet(context),
			planSheet(context),
			answerSheet(context),
			applicabilitySheet(context)
		]
	};
}
