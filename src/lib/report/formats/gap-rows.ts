import { toDecimal, type Gap } from '../../core/index.ts';
import { anchorText, answerLabel } from '../content/answer-words.ts';
import type { ReportContext } from '../content/context.ts';
import { shortName } from '../content/level-reasons.ts';
import { sourceLines } from '../content/source-line.ts';
import { priorityText } from '../content/words.ts';
import { plainLines } from './plain-text.ts';
import { dayCell, sheetOf, type ColumnOf, type Sheet } from './sheet.ts';

/** Every gap in its order; the same order, classes and gains as in the report. */
export function gapSheet(context: ReportContext): Sheet {
	return sheetOf(context.t('formats.sheet.gaps'), columns(context), context.gaps);
}

function columns(context: ReportContext): ColumnOf<Gap>[] {
	const { t, texts, questions, assessment, gaps } = context;
	const question = (gap: Gap) => questions.get(gap.question);
	const wordsOf = (gap: Gap) => texts.questions[gap.question];
	const action = (gap: Gap) => assessment.actions[gap.question];
	const yes = (is: boolean) => (is ? t('formats.yes') : null);
	return [
		{ head: t('formats.rank'), width: 8, cell: (gap) => gaps.indexOf(gap) + 1 },
		{ head: t('gaps.priority'), width: 16, cell: (gap) => priorityText(context, gap) },
		{ head: t('formats.short'), width: 26, cell: (gap) => shortName(context, gap.question) },
		{ head: t('results.group'), width: 26, cell: ({ group }) => texts.frame.groups[group]?.title ?? group },
		{ head: t('gaps.question'), width: 50, cell: (gap) => wordsOf(gap)?.question ?? '' },
		{
			head: t('gaps.answer'),
			width: 22,
			cell: (gap) => {
				const asked = question(gap);
				return asked ? answerLabel(context, asked, gap.state) : null;
			}
		},
		{
			head: t('formats.meaning'),
			width: 40,
			cell: (gap) => {
				const asked = question(gap);
				return asked ? anchorText(context, asked, gap.state) : null;
			}
		},
		{ head: t('formats.grade'), width: 9, cell: ({ grade }) => grade },
		{ head: t('formats.duty'), width: 20, cell: ({ duty }) => texts.frame.duties[duty]?.label ?? duty },
		{ head: t('formats.critical'), width: 10, cell: ({ critical }) => yes(critical) },
		{
			head: t('formats.gain'),
			width: 12,
			decimals: 2,
			cell: ({ gain }) => Number(toDecimal(gain, 2))
		},
		{ head: t('formats.effort'), width: 10, cell: ({ effort }) => effort },
		{ head: t('gaps.why'), width: 50, cell: (gap) => wordsOf(gap)?.why ?? '' },
		{ head: t('formats.recommended'), width: 50, cell: (gap) => wordsOf(gap)?.action ?? '' },
		{ head: t('plan.owner'), width: 20, cell: (gap) => action(gap)?.owner ?? null },
		{ head: t('plan.due'), width: 12, cell: (gap) => dayCell(action(gap)?.due) },
		{
			head: t('plan.status'),
			width: 16,
			cell: (gap) => (action(gap) ? t(`status.${action(gap)?.status ?? 'open'}`) : null)
		},
		{
			head: t('gaps.source'),
			width: 40,
			cell: (gap) => plainLines(sourceLines(context, question(gap)?.claims ?? [])) || null
		},
		{ head: t('formats.id'), width: 22, cell: (gap) => gap.question }
	];
}
