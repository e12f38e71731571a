import { floor, mayBeMust, round, type Gap } from '../../core/index.ts';
import type { Block, Inline, KeyFigure } from '../blocks.ts';
import { principleRadar } from './principle-radar.ts';
import type { ReportContext } from './context.ts';
import { decisionLines, notAssessedLines } from './decisions.ts';
import { levelReasons, shortName } from './level-reasons.ts';
import {
	betweenSentences,
	bold,
	commaText,
	dayText,
	firstSentence,
	levelName,
	muted,
	NONE,
	priorityText,
	rangeText,
	severityOf,
	shortened,
	shortList,
	typed
} from './words.ts';

/** So much of an owner's name stands on the first page, in Latin letters. */
const OWNER_ROOM = 36;

/** How many actions the first page shows. */
export const NEXT_ACTIONS = 5;

/** One page that a board can act on: open legal duties, level and score, next actions, decisions, limits. */
export function verdictChapter(context: ReportContext): Block[] {
	const { t, questionnaire } = context;
	return [
		{ type: 'heading', level: 1, id: 'verdict', text: t('verdict.title'), newPage: true },
		...(questionnaire.questions.some(mayBeMust) ? [dutiesCallout(context)] : []),
		...principleRadar(context, [
			{ type: 'key-figures', figures: levelFigures(context) },
			{ type: 'key-figures', figures: gapFigures(context) },
			{ type: 'paragraph', size: 'small', text: heldLine(context) }
		]),
		...indicativeBlocks(context),
		...nextActions(context),
		{ type: 'heading', level: 3, text: t('verdict.decisions') },
		{ type: 'list', style: 'bullet', size: 'small', items: decisionLines(context) },
		{
			type: 'paragraph',
			size: 'small',
			text: [
				bold(t('verdict.notAssessed') + t('colon')),
				{ text: notAssessedLines(context).join(betweenSentences(context)) },
				muted(betweenSentences(context) + t('verdict.asAt', { date: dayText(context, questionnaire.asAt) }))
			]
		}
	];
}

/** Open legal duties stand apart from, and before, any number. */
function dutiesCallout(context: ReportContext): Block {
	const { t, openDuties } = context;
	if (openDuties.length === 0)
		return {
			type: 'callout',
			tone: 'good',
			title: t('verdict.noOpenDuties'),
			paragraphs: [t('verdict.noOpenDutiesText')]
		};
	const names = openDuties.map(({ question }) => shortName(context, question));
	return {
		type: 'callout',
		tone: 'law',
		title: [{ text: t('verdict.openDuties', { count: openDuties.length }), severity: 'required' }],
		paragraphs: [[{ text: t('mustGap') + betweenSentences(context) }, muted(shortList(context, names, 5))]]
	};
}

/** Level and score, each with its range. */
function levelFigures(context: ReportContext): KeyFigure[] {
	const { t, score } = context;
	const { overall } = score;
	if (!overall)
		return [
			{ value: NONE, label: t('figure.noLevel') },
			{ value: NONE, label: t('figure.score'), note: t('score.none') }
		];
	return [
		{
			value: rangeText(overall.level, overall.levelHigh),
			unit: t('figure.ofLevels'),
			label: levelRangeName(context),
			note: t('figure.level')
		},
		{
			value: String(floor(overall.score)),
			unit: t('figure.ofHundred'),
			label: t('figure.score'),
			note: scoreNote(context)
		}
	];
}

/** Critical gaps, and how much of what is claimed could be shown to somebody else. */
function gapFigures(context: ReportContext): KeyFigure[] {
	const { t, texts, evidence, exposure, gaps } = context;
	const { percent } = evidence.overall;
	return [
		{
			value: String(gaps.filter(({ priority }) => priority === 'critical').length),
			severity: 'critical',
			label: t('figure.critical'),
			note: t('figure.gaps', { count: gaps.length })
		},
		{
			value: percent ? String(floor(percent)) : NONE,
			unit: percent ? '%' : undefined,
			label: t('figure.evidence'),
			note: texts.frame.tiers[exposure.tier]?.label ?? exposure.tier
		}
	];
}

function levelRangeName(context: ReportContext): string {
	const { overall } = context.score;
	if (!overall) return NONE;
	return rangeText(levelName(context, overall.level), levelName(context, overall.levelHigh));
}

/** Range and open questions. */
function scoreNote({ t, score }: ReportContext): string {
	const { overall, open } = score;
	if (!overall || open === 0) return t('score.allAnswered');
	return t('score.rangeOpen', { range: rangeText(floor(overall.score), floor(overall.high)), count: open });
}

function heldLine(context: ReportContext): Inline {
	const { t, score } = context;
	const reasons = levelReasons(context, 3);
	const otherwise = t(score.overall ? 'level.notHeld' : 'score.noneText');
	return [
		bold(t('level.held') + t('colon')),
		{ text: reasons.length > 0 ? reasons.join(betweenSentences(context)) : otherwise }
	];
}

/** What the Full selection would show beside an indicative score. */
function indicativeBlocks(context: ReportContext): Block[] {
	const { t, full, texts, assessment } = context;
	if (!full) return [];
	const range = full.overall ? rangeText(floor(full.overall.score), floor(full.overall.high)) : NONE;
	const nameOf = (id: string): string => texts.frame.selections[id]?.title ?? id;
	const text = t('indicative.text', { selection: nameOf(assessment.selection), full: nameOf('full'), range });
	return [{ type: 'paragraph', size: 'small', text: [bold(t('indicative.title') + t('colon')), { text }] }];
}

function nextActions(context: ReportContext): Block[] {
	const { t, gaps } = context;
	if (gaps.length === 0) return [{ type: 'callout', tone: 'good', paragraphs: [t('verdict.noGaps')] }];
	const first = gaps.slice(0, NEXT_ACTIONS);
	return [
		{ type: 'heading', level: 3, text: t('verdict.actions', { count: first.length }) },
		{ type: 'list', style: 'number', size: 'small', items: first.map((gap) => actionLine(context, gap)) }
	];
}

/** Question, class, gain and owner; then the first sentence of what is to be done. */
function actionLine(context: ReportContext, gap: Gap): Inline {
	const { t, texts, assessment } = context;
	const action = assessment.actions[gap.question];
	const what = typed(action?.text) ? action.text : (texts.questions[gap.question]?.action ?? '');
	const who = [action?.owner && shortened(action.owner, OWNER_ROOM), action?.due].filter(typed);
	const facts = [
		priorityText(context, gap),
		...(round(gap.gain) > 0 ? [t('gain.about', { points: round(gap.gain) })] : []),
		who.length > 0 ? commaText(context, who) : t('plan.noOwner')
	];
	return [
		{ text: shortName(context, gap.question), bold: true, severity: severityOf(gap) },
		muted(` · ${facts.join(' · ')}\n`),
		{ text: firstSentence(what) }
	];
}
