import { BAND_FLOORS, floor, toDecimal, toText } from '../../core/index.ts';
import type { Block, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { levelReasons } from './level-reasons.ts';
import { betweenSentences, levelName, levelText, NONE, rangeText, scoreText } from './words.ts';

/** The rules of the score in plain words, each with the numbers of this assessment put in. */
export function rulesChapter(context: ReportContext): Block[] {
	const { t } = context;
	const rule = (key: string, ...paragraphs: string[]): Block[] => [
		{ type: 'heading', level: 3, text: t(`rules.${key}`) },
		...paragraphs.map((text): Block => ({ type: 'paragraph', text }))
	];
	const points: Block[] = [
		{ type: 'heading', level: 3, text: t('rules.points') },
		{ type: 'paragraph', text: t('rules.pointsText'), keepWithNext: true },
		pointsTable(context)
	];
	return [
		{ type: 'heading', level: 1, id: 'rules', text: t('rules.title') },
		{ type: 'paragraph', text: t('rules.intro'), keepWithNext: true },
		...rule('answers', t('rules.answersText')),
		...points,
		...rule(
			'score',
			t('rules.scoreText', {
				groups: context.questionnaire.minGroups,
				weight: context.questionnaire.minGroupWeight
			}),
			scoreSentence(context)
		),
		...rule('range', t('rules.rangeText'), rangeSentence(context)),
		...rule('levels', t('rules.levelsText', levelWords(context)), levelSentence(context)),
		...rule('notApplicable', t('rules.notApplicableText'), notApplicableSentence(context)),
		...rule('gaps', t('rules.gapsText'), gainSentence(context)),
		...rule('evidence', t('rules.evidenceText')),
		...(context.questionnaire.tiers.length > 1
			? rule(
					'exposure',
					t('rules.exposureText', {
						tier: context.texts.frame.tiers[context.exposure.tier]?.label ?? '',
						row: context.exposure.row
					})
				)
			: []),
		...rule(
			'versions',
			t('rules.versionsText', {
				questionnaire: context.questionnaire.version,
				scoring: context.questionnaire.scoringVersion
			})
		)
	];
}

function pointsTable(context: ReportContext): Block {
	const { t, texts, score } = context;
	return {
		type: 'table',
		columns: [
			{ head: t('results.group'), weight: 3 },
			{ head: t('rules.weight'), weight: 0, align: 'end' },
			{ head: t('rules.removed'), weight: 0, align: 'end' },
			{ head: t('rules.counted'), weight: 0, align: 'end' },
			{ head: t('results.points'), weight: 0, align: 'end' },
			{ head: t('rules.most'), weight: 0, align: 'end' },
			{ head: t('rules.exact'), weight: 0, align: 'end' },
			{ head: t('results.score'), weight: 0, align: 'end' }
		],
		rows: score.groups.map((group): TableRow => ({
			cells: [
				{ paragraphs: [texts.frame.groups[group.id]?.title ?? group.id], rowHead: true },
				String(group.weight),
				String(group.weight - group.max / 3),
				String(group.max / 3),
				String(group.points),
				String(group.max),
				group.score === null ? NONE : toDecimal(group.score, 2),
				scoreText(group.score)
			]
		}))
	};
}

function scoreSentence({ t, score }: ReportContext): string {
	const counted = score.groups.filter((group) => group.counted);
	if (!score.overall) return t('rules.noScoreHere', { groups: counted.length });
	return t('rules.scoreHere', {
		groups: counted.length,
		parts: counted.map((group) => (group.score ? toDecimal(group.score, 2) : NONE)).join(' + '),
		exact: toDecimal(score.overall.score, 2),
		fraction: toText(score.overall.score),
		shown: floor(score.overall.score)
	});
}

function rangeSentence({ t, score }: ReportContext): string {
	if (!score.overall || score.open === 0) return t('rules.rangeNone');
	return t('rules.rangeHere', {
		count: score.open,
		range: rangeText(floor(score.overall.score), floor(score.overall.high))
	});
}

function levelWords(context: ReportContext): Record<string, string | number> {
	return {
		zero: levelName(context, 0),
		one: levelName(context, 1),
		two: levelName(context, 2),
		three: levelName(context, 3),
		from1: BAND_FLOORS[1],
		from2: BAND_FLOORS[2],
		from3: BAND_FLOORS[3]
	};
}

function levelSentence(context: ReportContext): string {
	const { t, score } = context;
	if (!score.overall) return t('score.noneText');
	const reasons = levelReasons(context, 99);
	const level = levelText(context, score.overall.level);
	return [t('rules.levelHere', { level }), ...(reasons.length > 0 ? reasons : [t('level.notHeld')])].join(
		betweenSentences(context)
	);
}

function notApplicableSentence(context: ReportContext): string {
	const { t, texts, score } = context;
	const parts = score.groups
		.filter((group) => group.notApplicableWeight > 0)
		.map((group) =>
			t('rules.notApplicablePart', {
				group: texts.frame.groups[group.id]?.short ?? group.id,
				called: group.notApplicableWeight,
				most: Math.floor(group.weight / 5),
				left: group.weight - group.max / 3
			})
		);
	return parts.length > 0
		? t('rules.notApplicableHere', { parts: parts.join(t('join')) })
		: t('rules.notApplicableNone');
}

/** The largest gain, worked out with its numbers. */
function gainSentence({ t, texts, gaps, score, questions }: ReportContext): string {
	const gap = gaps.find(({ gain }) => gain.n > 0n);
	const question = gap && questions.get(gap.question);
	const group = question && score.groups.find(({ id }) => id === question.group);
	if (!gap || !question || !group) return t('rules.gainNone');
	return t('rules.gainHere', {
		question: texts.questions[gap.question]?.short ?? gap.question,
		weight: question.weight,
		steps: 3 - gap.grade,
		most: group.max,
		groups: score.groups.filter(({ counted }) => counted).length,
		gain: toDecimal(gap.gain, 2)
	});
}
