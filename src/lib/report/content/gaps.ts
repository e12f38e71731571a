import { GAP_PRIORITIES, toDecimal, type Gap } from '../../core/index.ts';
import type { Block, Inline } from '../blocks.ts';
import { anchorText, answerLabel } from './answer-words.ts';
import type { ReportContext } from './context.ts';
import { figureLines } from './figures.ts';
import { shortName } from './level-reasons.ts';
import { sourceLines } from './source-line.ts';
import { bold, joined, labelled, muted, priorityText, runsOf, severityOf, typed } from './words.ts';

/** Least width of each of a card's two columns, in pt: the same on every card. */
const HALF = 252;

/** Every gap in its order, with what was asked and answered, why it matters, what to do, and where that comes from. */
export function gapsChapter(context: ReportContext): Block[] {
	const { t, gaps } = context;
	const heading: Block = {
		type: 'heading',
		level: 1,
		id: 'gaps',
		text: t('gaps.title', { count: gaps.length })
	};
	if (gaps.length === 0)
		return [heading, { type: 'callout', tone: 'good', paragraphs: [t('verdict.noGaps')] }];
	let number = 0;
	return [
		heading,
		{ type: 'paragraph', text: t('gaps.intro'), keepWithNext: true },
		{ type: 'paragraph', size: 'small', colour: 'muted', text: t('gaps.legend'), keepWithNext: true },
		...GAP_PRIORITIES.flatMap((priority): Block[] => {
			const own = gaps.filter((gap) => gap.priority === priority);
			if (own.length === 0) return [];
			const label = t('gaps.class', { name: priorityText(context, { priority }), count: own.length });
			return [
				{ type: 'heading', level: 2, text: [{ text: label, severity: severityOf({ priority }) }] },
				...own.map((gap) => gapCard(context, gap, ++number))
			];
		})
	];
}

/** A gap as a title over two columns: what was found, and what to do about it. */
function gapCard(context: ReportContext, gap: Gap, number: number): Block {
	return {
		type: 'table',
		id: `gap-${gap.question}`,
		columns: [
			{ head: '', weight: 1, minWidth: HALF },
			{ head: '', weight: 1, minWidth: HALF }
		],
		rows: [
			{ kind: 'group', cells: [titleLine(context, gap, number)] },
			{ cells: [{ paragraphs: findingLines(context, gap) }, { paragraphs: remedyLines(context, gap) }] }
		]
	};
}

function titleLine(context: ReportContext, gap: Gap, number: number): Inline {
	const { t, texts } = context;
	const facts = [
		priorityText(context, gap),
		...(gap.priority === 'law' ? [] : [texts.frame.duties[gap.duty]?.label ?? gap.duty]),
		...(gap.gain.n > 0n ? [t('gain.exact', { points: toDecimal(gap.gain, 2) })] : []),
		t(`effort.${gap.effort}`)
	];
	return [
		{ text: `${number}  ${shortName(context, gap.question)}  `, severity: severityOf(gap) },
		{ text: facts.join(' · '), bold: false, colour: 'muted' }
	];
}

function findingLines(context: ReportContext, gap: Gap): Inline[] {
	const { t, texts, questions } = context;
	const question = questions.get(gap.question);
	const words = texts.questions[gap.question];
	if (!question || !words) return [gap.question];
	const answer = answerLabel(context, question, gap.state);
	const anchor = anchorText(context, question, gap.state);
	return [
		[bold(words.question)],
		labelled(context, t('gaps.answer'), [
			{ text: anchor ? t('colonAfter', { label: answer }) : answer, bold: true },
			...(anchor ? [{ text: anchor }] : [])
		]),
		labelled(context, t('gaps.why'), words.why)
	];
}

function remedyLines(context: ReportContext, gap: Gap): Inline[] {
	const { t, texts, questions, assessment, questionnaire } = context;
	const question = questions.get(gap.question);
	const action = assessment.actions[gap.question];
	const recommended = texts.questions[gap.question]?.action ?? '';
	const who = typed(action?.owner) ? action.owner : t('plan.noOwner');
	// Observations are the published counts, which have lines of their own.
	const cited = (question?.claims ?? []).filter((id) => questionnaire.claims[id]?.level !== 'OBS');
	const sources = sourceLines(context, cited);
	return [
		...(gap.duty === 'must' ? [[{ text: t('mustGap'), bold: true, colour: 'accent' as const }]] : []),
		...(gap.state.kind === 'unknown' ? [[bold(t('gaps.findOut'))]] : []),
		labelled(context, t('gaps.action'), recommended),
		[
			...runsOf(labelled(context, t('plan.owner'), who)),
			...(typed(action?.due)
				? [muted(t('join')), ...runsOf(labelled(context, t('plan.due'), action.due))]
				: [])
		],
		...figureLines(context, question?.figures ?? []),
		...(sources.length > 0 ? [labelled(context, t('gaps.source'), joined(context, sources))] : [])
	];
}
