import type { Action } from '../../core/index.ts';
import type { Block, Inline, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { shortName } from './level-reasons.ts';
import { bold, labelled, muted, NONE, priorityText, severityOf, typed } from './words.ts';

/** Whether somebody wrote or decided anything about a question. */
function isPlanned(action: Action | undefined): action is Action {
	if (!action) return false;
	const { updated: _, ...entered } = action;
	return Object.values(entered).some((value) => typed(value));
}

/** Questions with an entry in the plan: gaps in their order, then what was planned for questions that are no gap (any more). */
export function plannedQuestions({ gaps, assessment }: ReportContext): string[] {
	const planned = Object.keys(assessment.actions).filter((id) => isPlanned(assessment.actions[id]));
	const gapIds = gaps.map(({ question }) => question);
	return [
		...gapIds.filter((id) => planned.includes(id)),
		...planned.filter((id) => !gapIds.includes(id)).sort()
	];
}

/** The action plan, in the order of `plannedQuestions`. */
export function planChapter(context: ReportContext): Block[] {
	const { t, gaps } = context;
	const gapOf = new Map(gaps.map((gap) => [gap.question, gap]));
	const order = plannedQuestions(context);
	const unplanned = gaps.filter(({ question }) => !order.includes(question)).length;
	const heading: Block = { type: 'heading', level: 1, id: 'plan', text: t('plan.title') };
	if (order.length === 0)
		return [heading, { type: 'paragraph', text: t('plan.empty', { count: gaps.length }) }];
	return [
		heading,
		{ type: 'paragraph', text: t('plan.intro', { count: order.length, unplanned }), keepWithNext: true },
		{
			type: 'table',
			columns: [
				{ head: t('gaps.priority'), weight: 0 },
				{ head: t('plan.what'), weight: 4 },
				{ head: t('plan.owner'), weight: 1.6 },
				{ head: t('plan.due'), weight: 0 },
				{ head: t('plan.status'), weight: 2 }
			],
			rows: order.map((id) => planRow(context, id, gapOf.get(id)))
		}
	];
}

function planRow(
	context: ReportContext,
	id: string,
	gap: ReportContext['gaps'][number] | undefined
): TableRow {
	const { t, assessment, detail } = context;
	const action = assessment.actions[id] ?? {};
	const priority: Inline = gap
		? [{ text: priorityText(context, gap), bold: true, severity: severityOf(gap) }]
		: [muted(t('plan.noGap'))];
	return {
		cells: [
			priority,
			{
				paragraphs: [
					[bold(shortName(context, id))],
					whatText(context, id, action),
					...(typed(action.note) && detail === 'everything'
						? [labelled(context, t('answer.note'), action.note)]
						: [])
				]
			},
			typed(action.owner) ? action.owner : [muted(t('plan.noOwner'))],
			typed(action.due) ? action.due : NONE,
			{ paragraphs: statusLines(context, action) }
		]
	};
}

/** What the person wrote, or the recommended action, marked as such. */
function whatText({ t, texts }: ReportContext, id: string, action: Action): Inline {
	if (typed(action.text)) return action.text;
	const recommended = texts.questions[id]?.action ?? '';
	return [muted(t('plan.recommended') + t('colon')), { text: recommended }];
}

function statusLines(context: ReportContext, action: Action): Inline[] {
	const { t } = context;
	return [
		[
			bold(t(`status.${action.status ?? 'open'}`)),
			...(isOverdue(context, action) ? [{ text: t('comma') + t('status.overdue') }] : [])
		],
		...(typed(action.acceptedBy) ? [labelled(context, t('status.acceptedBy'), action.acceptedBy)] : []),
		...(typed(action.why) ? [labelled(context, t('status.why'), action.why)] : []),
		...(typed(action.until) ? [labelled(context, t('status.until'), action.until)] : [])
	];
}

/** Due before the day of the answers, and neither done nor accepted. */
export function isOverdue({ asAt }: Pick<ReportContext, 'asAt'>, { due, status }: Action): boolean {
	return typed(due) && due < asAt && status !== 'done' && status !== 'accepted';
}
