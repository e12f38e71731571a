import {
	answerState,
	asAtOf,
	floor,
	toDecimal,
	subtract,
	type AssessmentScore,
	type Fraction
} from '../../core/index.ts';
import type { Block, TableRow } from '../blocks.ts';
import { answerLabel, stateOf } from './answer-words.ts';
import type { ReportContext } from './context.ts';
import { shortName } from './level-reasons.ts';
import { betweenSentences, dayText, levelText, NONE, scoreText } from './words.ts';

/** What is different from an earlier assessment; both are scored by the same rules. */
export function changeChapter(context: ReportContext): Block[] {
	const { t, previous, previousScore, score, questionnaire } = context;
	if (!previous || !previousScore) return [];
	const answers = answerRows(context);
	const note =
		previous.questionnaire.version === questionnaire.version
			? []
			: [t('change.otherVersion', { version: previous.questionnaire.version })];
	return [
		{ type: 'heading', level: 1, id: 'change', text: t('change.title') },
		{
			type: 'paragraph',
			text: [t('change.intro', { date: dayText(context, asAtOf(previous)) }), ...note].join(
				betweenSentences(context)
			)
		},
		{
			type: 'table',
			columns: [
				{ head: t('results.group'), weight: 3 },
				{ head: t('change.before'), weight: 0, align: 'end' },
				{ head: t('change.now'), weight: 0, align: 'end' },
				{ head: t('change.difference'), weight: 0, align: 'end' },
				{ head: t('change.level'), weight: 3 }
			],
			rows: scoreRows(context, previousScore, score)
		},
		{ type: 'heading', level: 2, text: t('change.answers', { count: answers.length }) },
		...(answers.length > 0
			? [
					{
						type: 'table' as const,
						columns: [
							{ head: t('gaps.question'), weight: 2 },
							{ head: t('change.before'), weight: 2 },
							{ head: t('change.now'), weight: 2 }
						],
						rows: answers
					}
				]
			: [])
	];
}

function scoreRows(context: ReportContext, before: AssessmentScore, now: AssessmentScore): TableRow[] {
	const { t, texts } = context;
	const levels = (a: Parameters<typeof levelText>[1], b: Parameters<typeof levelText>[1]): string =>
		`${levelText(context, a)} → ${levelText(context, b)}`;
	const rows = now.groups.map((group): TableRow => {
		const earlier = before.groups.find(({ id }) => id === group.id);
		return {
			cells: [
				{ paragraphs: [texts.frame.groups[group.id]?.title ?? group.id], rowHead: true },
				scoreText(earlier?.score ?? null),
				scoreText(group.score),
				differenceText(earlier?.score ?? null, group.score),
				levels(earlier?.level ?? null, group.level)
			]
		};
	});
	const overall: TableRow = {
		kind: 'total',
		cells: [
			t('results.overall'),
			before.overall ? String(floor(before.overall.score)) : NONE,
			now.overall ? String(floor(now.overall.score)) : NONE,
			differenceText(before.overall?.score ?? null, now.overall?.score ?? null),
			levels(before.overall?.level ?? null, now.overall?.level ?? null)
		]
	};
	return [...rows, overall];
}

/** Signed, with two decimals: a difference of rounded numbers would mislead. */
function differenceText(before: Fraction | null, now: Fraction | null): string {
	if (!before || !now) return NONE;
	const difference = subtract(now, before);
	return difference.n < 0n
		? `−${toDecimal({ n: -difference.n, d: difference.d }, 2)}`
		: `+${toDecimal(difference, 2)}`;
}

function answerRows(context: ReportContext): TableRow[] {
	const { score, previous } = context;
	if (!previous) return [];
	return score.answers.flatMap(({ question }): TableRow[] => {
		const before = answerLabel(
			context,
			question,
			answerState(question, previous.answers[question.id], previous.details.unit)
		);
		const now = answerLabel(context, question, stateOf(context, question));
		return before === now
			? []
			: [{ cells: [{ paragraphs: [shortName(context, question.id)], rowHead: true }, before, now] }];
	});
}
