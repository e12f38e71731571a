import { habitsOf, isKept, type Habit } from '../../core/index.ts';
import type { Block, Inline, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { reportTitle } from './furniture.ts';
import { bold, dayText, muted, shortened } from './words.ts';

/** So much of a next step stands on the page, in Latin letters: ten of them fit one page. */
const STEP_ROOM = 230;

/** The whole report of a person: one page with every habit, how it stands and what to do next. */
export function habitsPage(context: ReportContext): Block[] {
	const { t, texts, questionnaire, score, asAt } = context;
	const habits = habitsOf(questionnaire, score);
	const kept = habits.filter(({ standing }) => isKept(standing)).length;
	const growing = habits.filter(
		({ standing }) => standing.kind === 'grade' && standing.grade > 0 && standing.grade < 3
	).length;
	return [
		{ type: 'heading', level: 1, id: 'habits', text: reportTitle(context) },
		{ type: 'paragraph', text: t('habits.lead'), keepWithNext: true },
		{
			type: 'key-figures',
			figures: [
				{ value: String(kept), label: t('habits.kept') },
				{ value: String(growing), label: t('habits.growing') },
				{ value: String(habits.length - kept - growing), label: t('habits.todo') }
			]
		},
		{
			type: 'table',
			columns: [
				{ head: t('habits.habit'), weight: 3 },
				{ head: t('habits.standing'), weight: 2 },
				{ head: t('habits.next'), weight: 6 }
			],
			rows: habits.map((habit) => habitRow(context, habit))
		},
		{
			type: 'paragraph',
			size: 'small',
			colour: 'muted',
			text: t('habits.asAt', {
				date: dayText(context, asAt),
				law: dayText(context, questionnaire.asAt)
			})
		},
		{ type: 'paragraph', size: 'small', colour: 'muted', text: t('habits.legend') },
		...texts.frame.limits
			.slice(0, 1)
			.map((text): Block => ({ type: 'paragraph', size: 'small', colour: 'muted', text }))
	];
}

function habitRow(context: ReportContext, { id, standing, next }: Habit): TableRow {
	const { t, texts } = context;
	const title = texts.frame.themes[id]?.title ?? texts.frame.groups[id]?.title ?? id;
	const how =
		standing.kind === 'grade'
			? (texts.frame.grades[standing.grade]?.label ?? '')
			: t(standing.kind === 'open' ? 'habits.open' : `answer.${standing.kind}`);
	const step: Inline = next ? shortened(texts.questions[next]?.action ?? '', STEP_ROOM) : t('habits.keep');
	return {
		cells: [
			{ paragraphs: [[bold(title)]], rowHead: true },
			how,
			{ paragraphs: [isKept(standing) ? [muted(t('habits.keep'))] : step] }
		]
	};
}
