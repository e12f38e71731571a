import { floor, type Fraction, type Gap, type Level } from '../../core/index.ts';
import type { Inline, Run, Severity } from '../blocks.ts';
import type { ReportContext } from './context.ts';

type Words = Pick<ReportContext, 't'>;

/** Stands for "there is no number": not the same as 0. */
export const NONE = '–';

/** @returns a day in words; a month or a year alone stays one; what is no date comes back as it was typed */
export function dayText({ t }: Words, iso: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T|$)/.exec(iso) ?? [];
	if (!year || !month || Number(month) < 1 || Number(month) > 12) return iso;
	const words = { year, month: t(`month.${Number(month)}`) };
	return day ? t('date', { ...words, day: Number(day) }) : t('monthOfYear', words);
}

/** Sentences follow each other without a space in Chinese. */
export function betweenSentences({ language }: Pick<ReportContext, 'language'>): string {
	return language === 'en' ? ' ' : '';
}

/** Facts one behind the other, as opposed to things of one kind. */
export function commaText({ t }: Words, facts: readonly string[]): string {
	return facts.join(t('comma'));
}

export function listText({ t }: Words, items: readonly string[]): string {
	return items.join(t('list'));
}

/** The first few of a list, and how many more there are. */
export function shortList(context: Words, items: readonly string[], most: number): string {
	const shown = listText(context, items.slice(0, most));
	return items.length > most ? context.t('andMore', { items: shown, count: items.length - most }) : shown;
}

/** @returns the score as it is shown everywhere: rounded down, so that it always lies in its level's band */
export function scoreText(score: Fraction | null): string {
	return score === null ? NONE : String(floor(score));
}

/** @returns one number, or both ends of a range */
export function rangeText(low: number | string, high: number | string): string {
	return String(low) === String(high) ? String(low) : `${low}–${high}`;
}

export function levelName({ texts }: Pick<ReportContext, 'texts'>, level: Level): string {
	return texts.frame.levels[level]?.label ?? String(level);
}

/** @returns number and name: "2 Largely in place" */
export function levelText(context: ReportContext, level: Level | null): string {
	return level === null ? NONE : context.t('levelNumberAndName', { level, name: levelName(context, level) });
}

/** A line of the first page holds about so many Latin letters; a Han character takes the room of two. */
const LINE = 118;
/** CJK Radicals Supplement: from here on most characters are full width. */
const FIRST_WIDE = 0x2e80;

/** @returns the first sentence of a text, cut where it would not fit one line; the whole text stands elsewhere in the report */
export function firstSentence(text: string): string {
	const whole = text.trim();
	return shortened(/^.*?(?:[.!?](?=\s|$)|[。！？\n])/s.exec(whole)?.[0].trim() ?? whole, LINE);
}

/** Cuts a text for the first page; the whole text stands elsewhere in the report. @param room - in Latin letters */
export function shortened(text: string, room: number): string {
	let width = 0;
	let end = 0;
	for (const character of text) {
		width += (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1;
		if (width > room) return `${clause(text.slice(0, end))}…`;
		end += character.length;
	}
	return text;
}

/** Cuts behind a whole clause where there is one in the later half, else behind a whole word. */
function clause(text: string): string {
	const end = Math.max(...[...';:,，；：、'].map((mark) => text.lastIndexOf(mark)));
	return end > text.length / 2 ? text.slice(0, end) : text.replace(/\s+\S*$/, '');
}

export const bold = (text: string): Run => ({ text, bold: true });
export const muted = (text: string): Run => ({ text, colour: 'muted' });

/** "Label: value", the label muted. */
export function labelled({ t }: Words, label: string, value: Inline): Inline {
	return [muted(label + t('colon')), ...runsOf(value)];
}

export function runsOf(text: Inline): readonly Run[] {
	return typeof text === 'string' ? [{ text }] : text;
}

/** Several texts on one line. */
export function joined({ t }: Words, texts: readonly Inline[]): Inline {
	return texts.flatMap((text, index) => [...(index > 0 ? [muted(t('join'))] : []), ...runsOf(text)]);
}

/** A typed address becomes a link; anything else is text. */
export function linked(text: string): Inline {
	const url = text.trim();
	return /^https?:\/\/[^\s]+$/i.test(url) ? [{ text, link: { url } }] : text;
}

/** The mark of a gap's class. */
export function severityOf(gap: Pick<Gap, 'priority'>): Severity {
	return gap.priority === 'law' ? 'required' : gap.priority;
}

export function priorityText({ texts }: Pick<ReportContext, 'texts'>, gap: Pick<Gap, 'priority'>): string {
	return texts.frame.gapClasses[gap.priority] ?? gap.priority;
}

/** Whether somebody typed something here. */
export function typed(text: string | undefined): text is string {
	return text !== undefined && text.trim() !== '';
}
