import { floor, nextLevel, type EvidenceCover, type GroupScore } from '../../core/index.ts';
import type { Block, Inline, TableCell, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { answerLabel, stateOf } from './answer-words.ts';
import { hintBlocks } from './hints.ts';
import { bindingCaps, shortName } from './level-reasons.ts';
import { readingRows } from './readings.ts';
import { chartInWords, targetScore } from './principle-radar.ts';
import { levelName, levelText, NONE, rangeText, scoreText } from './words.ts';

/** Results by principle: bars with targets, their numbers, what holds levels down, evidence cover. */
export function resultsChapter(context: ReportContext): Block[] {
	const { t } = context;
	return [
		{ type: 'heading', level: 1, id: 'results', text: t('results.title') },
		{ type: 'paragraph', text: t('results.intro'), keepWithNext: true },
		...principleBars(context),
		principleTable(context),
		...capsTable(context),
		...evidenceBlocks(context),
		...hintBlocks(context)
	];
}

function groupName({ texts }: ReportContext, id: string): string {
	return texts.frame.groups[id]?.title ?? id;
}

function principleBars(context: ReportContext): Block[] {
	const { t, score } = context;
	return [
		{
			type: 'bar-chart',
			bars: score.groups.map((group) => ({
				label: groupName(context, group.id),
				value: group.score === null ? null : floor(group.score),
				valueText: scoreText(group.score),
				target: targetScore(context, group.id)
			})),
			max: 100,
			ticks: [0, 15, 50, 85, 100],
			legend: { value: t('radar.score'), target: t('results.targetTick') },
			alt: chartInWords(context, score.groups, (id) => groupName(context, id))
		}
	];
}

/** Score as a range while questions are open. */
function scoreCell(group: GroupScore): string {
	if (group.score === null || group.high === null) return NONE;
	return rangeText(floor(group.score), floor(group.high));
}

function principleTable(context: ReportContext): Block {
	const { t, score, targets, evidence } = context;
	const rows = score.groups.map((group): TableRow => {
		const target = targets.get(group.id);
		return {
			cells: [
				{
					paragraphs: [groupName(context, group.id), ...(group.counted ? [] : [t('results.notCounted')])],
					rowHead: true
				},
				`${group.points} / ${group.max}`,
				scoreCell(group),
				levelText(context, group.level),
				target ? String(target.target) : NONE,
				target?.shortfall ? `−${target.shortfall}` : NONE,
				coverText(context, evidence.groups[group.id]),
				nextLevelCell(context, group)
			]
		};
	});
	const { overall } = score;
	const total: TableRow[] = overall
		? [
				{
					kind: 'total',
					cells: [
						t('results.overall'),
						'',
						rangeText(floor(overall.score), floor(overall.high)),
						levelText(context, overall.level),
						'',
						'',
						coverText(context, evidence.overall),
						''
					]
				}
			]
		: [];
	return {
		type: 'table',
		columns: [
			{ head: t('results.group'), weight: 3 },
			{ head: t('results.points'), weight: 0, align: 'end' },
			{ head: t('results.score'), weight: 0, align: 'end' },
			{ head: t('results.level'), weight: 2 },
			{ head: t('results.target'), weight: 0, align: 'end' },
			{ head: t('results.shortfall'), weight: 0, align: 'end' },
			{ head: t('results.evidence'), weight: 0, align: 'end' },
			{ head: t('results.next'), weight: 2 }
		],
		rows: [...rows, ...total]
	};
}

function coverText({ t }: ReportContext, cover: EvidenceCover | undefined): string {
	return cover?.percent ? t('percent', { value: floor(cover.percent) }) : NONE;
}

/** Points that are missing to the next level, and whether something else stands in the way. */
function nextLevelCell({ t }: ReportContext, group: GroupScore): TableCell {
	const next = nextLevel(group);
	if (!next) return group.level === 3 ? t('results.highest') : NONE;
	const parts = [
		...(next.pointsMissing > 0 ? [t('results.pointsMissing', { count: next.pointsMissing })] : []),
		...(next.caps.length > 0 ? [t('results.capsInTheWay', { count: next.caps.length })] : [])
	];
	return parts.join(t('comma')) || NONE;
}

/** Every question that holds a principle's level below its points, and the overall level. */
function capsTable(context: ReportContext): Block[] {
	const { t, score, questions } = context;
	const rows = score.groups.flatMap((group) =>
		bindingCaps(group).map((cap): TableRow => {
			const question = questions.get(cap.question);
			const answer = question ? answerLabel(context, question, stateOf(context, question)) : NONE;
			return {
				cells: [
					groupName(context, group.id),
					shortName(context, cap.question),
					answer,
					t(`caps.${cap.rule}`, { level: cap.level, name: levelName(context, cap.level) })
				]
			};
		})
	);
	if (rows.length === 0) return [];
	return [
		{ type: 'heading', level: 2, text: t('caps.title') },
		{ type: 'paragraph', text: t('caps.intro'), keepWithNext: true },
		{
			type: 'table',
			columns: [
				{ head: t('results.group'), weight: 2 },
				{ head: t('gaps.question'), weight: 2 },
				{ head: t('gaps.answer'), weight: 2 },
				{ head: t('caps.effect'), weight: 3 }
			],
			rows
		}
	];
}

function evidenceBlocks(context: ReportContext): Block[] {
	const { t, evidence } = context;
	const { claimed, evidenced, confirmed, percent } = evidence.overall;
	const cover: Inline = percent
		? t('evidence.cover', { percent: floor(percent), evidenced, claimed, confirmed })
		: t('evidence.none');
	return [
		{ type: 'heading', level: 2, text: t('evidence.title') },
		{ type: 'paragraph', text: cover, keepWithNext: true },
		readingRows(context)
	];
}
