import type { ReportContext } from '../content/context.ts';
import { reportTitle } from '../content/furniture.ts';
import { shortName } from '../content/level-reasons.ts';
import { fileIdOf } from '../content/file-id.ts';
import { plannedQuestions } from '../content/plan.ts';
import { typed } from '../content/words.ts';

/** Something that is due on a day. */
export interface CalendarEntry {
	/** The same thing keeps its id in every later export, so that calendars update it instead of adding it twice. */
	readonly uid: string;
	/** ISO date. */
	readonly day: string;
	readonly title: string;
	/** Lines of text. */
	readonly text: string;
}

export interface Calendar {
	readonly name: string;
	/** ISO time of the last change of the assessment. */
	readonly changed: string;
	readonly entries: readonly CalendarEntry[];
}

/**
 * Days to keep in mind: due dates of actions that are not finished, the ends of accepted risks, and the days on which
 * evidence stops to count.
 */
export function buildCalendar(context: ReportContext): Calendar {
	const { t, assessment, detail } = context;
	const planned = plannedQuestions(context);
	const entries = [
		...planned.flatMap((id) => dueEntry(context, id)),
		...planned.flatMap((id) => reviewEntry(context, id)),
		...(detail === 'everything' ? evidenceEntries(context) : [])
	];
	const owner = assessment.details.organisation;
	const name = [reportTitle(context), ...(typed(owner) ? [owner] : [])].join(' · ');
	return {
		name: t('formats.calendar.name', { name }),
		changed: assessment.updated,
		entries: entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1))
	};
}

function dueEntry(context: ReportContext, id: string): CalendarEntry[] {
	const { t, texts, assessment, detail } = context;
	const { due, status = 'open', text, owner, note } = assessment.actions[id] ?? {};
	if (!typed(due) || status === 'done' || status === 'accepted') return [];
	const line = lineOf(context);
	return [
		{
			uid: uidOf(context, id, 'due'),
			day: due,
			title: t('formats.calendar.due', { name: shortName(context, id) }),
			text: lines([
				typed(text) ? text : line('formats.recommended', texts.questions[id]?.action),
				line('plan.owner', owner),
				line('plan.status', t(`status.${status}`)),
				detail === 'everything' ? line('answer.note', note) : ''
			])
		}
	];
}

/** An accepted risk is looked at again when it ends. */
function reviewEntry(context: ReportContext, id: string): CalendarEntry[] {
	const { t, assessment, detail } = context;
	const { until, status, text, owner, note, why, acceptedBy } = assessment.actions[id] ?? {};
	if (!typed(until) || status !== 'accepted') return [];
	const line = lineOf(context);
	return [
		{
			uid: uidOf(context, id, 'review'),
			day: until,
			title: t('formats.calendar.review', { name: shortName(context, id) }),
			text: lines([
				text ?? '',
				line('plan.owner', owner),
				line('formats.acceptedBy', acceptedBy),
				line('formats.acceptedWhy', why),
				detail === 'everything' ? line('answer.note', note) : ''
			])
		}
	];
}

function evidenceEntries(context: ReportContext): CalendarEntry[] {
	const { t, assessment } = context;
	const line = lineOf(context);
	return Object.entries(assessment.answers).flatMap(([id, { evidence = [] }]) => {
		const seen = new Map<string, number>();
		return evidence.flatMap(({ what, version, where, keeper, expires }): CalendarEntry[] => {
			if (!typed(expires)) return [];
			// Two pointers of one name are told apart by their order.
			const number = (seen.get(what) ?? 0) + 1;
			seen.set(what, number);
			return [
				{
					uid: uidOf(context, id, `evidence-${fileIdOf(`${what}\n${number}`).slice(0, 12)}`),
					day: expires,
					title: t('formats.calendar.evidence', { name: what }),
					text: lines([
						line('gaps.question', shortName(context, id)),
						line('evidence.version', version),
						line('evidence.keeper', keeper),
						line('evidence.where', where)
					])
				}
			];
		});
	});
}

const uidOf = ({ assessment }: ReportContext, question: string, kind: string): string =>
	`${assessment.id}-${question}-${kind}@plumbline.invalid`;

const lineOf =
	({ t }: ReportContext) =>
	(label: string, value: string | undefined): string =>
		typed(value) ? t('colonAfter', { label: t(label) }) + value : '';

const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** Day after an ISO date: calendars name the first day that is no longer part of an entry. */
export function dayAfter(day: string): string {
	return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
