import { hongKongTime } from '../../core/index.ts';
import type { ReportContext } from '../content/context.ts';
import { shortName } from '../content/level-reasons.ts';
import { isOverdue, plannedQuestions } from '../content/plan.ts';
import { priorityText } from '../content/words.ts';
import { dayCell, sheetOf, type ColumnOf, type Sheet } from './sheet.ts';

/** What somebody planned or decided, in the order of the report's action plan. */
export function planSheet(context: ReportContext): Sheet {
	return sheetOf(context.t('formats.sheet.plan'), columns(context), plannedQuestions(context));
}

function columns(context: ReportContext): ColumnOf<string>[] {
	const { t, texts, assessment, gaps, detail } = context;
	const gapOf = new Map(gaps.map((gap) => [gap.question, gap]));
	const action = (id: string) => assessment.actions[id] ?? {};
	const noteColumn: ColumnOf<string> = {
		head: t('answer.note'),
		width: 40,
		cell: (id) => action(id).note ?? null
	};
	return [
		{
			head: t('gaps.priority'),
			width: 16,
			cell: (id) => {
				const gap = gapOf.get(id);
				return gap ? priorityText(context, gap) : t('plan.noGap');
			}
		},
		{ head: t('formats.short'), width: 26, cell: (id) => shortName(context, id) },
		{ head: t('plan.what'), width: 50, cell: (id) => action(id).text ?? null },
		{ head: t('formats.recommended'), width: 50, cell: (id) => texts.questions[id]?.action ?? null },
		{ head: t('plan.owner'), width: 20, cell: (id) => action(id).owner ?? null },
		{ head: t('plan.due'), width: 12, cell: (id) => dayCell(action(id).due) },
		{ head: t('plan.status'), width: 16, cell: (id) => t(`status.${action(id).status ?? 'open'}`) },
		{
			head: t('formats.overdue'),
			width: 10,
			cell: (id) => (isOverdue(context, action(id)) ? t('formats.yes') : null)
		},
		...(detail === 'everything' ? [noteColumn] : []),
		{ head: t('formats.acceptedBy'), width: 20, cell: (id) => action(id).acceptedBy ?? null },
		{ head: t('formats.acceptedWhy'), width: 40, cell: (id) => action(id).why ?? null },
		{ head: t('formats.acceptedUntil'), width: 12, cell: (id) => dayCell(action(id).until) },
		{
			head: t('answer.changed'),
			width: 12,
			cell: (id) => dayCell(action(id).updated && hongKongTime(action(id).updated ?? '').slice(0, 10))
		},
		{ head: t('formats.id'), width: 22, cell: (id) => id }
	];
}
