import type { Level } from '../../core/index.ts';
import type { Block, Inline, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { shortName } from './level-reasons.ts';
import { readingRows } from './readings.ts';
import { sourceLines } from './source-line.ts';
import { bold, labelled, levelText, muted, NONE, typed } from './words.ts';

/** What was left out of the score, by which rule and on whose word; what is at stake and which targets follow. */
export function applicabilityChapter(context: ReportContext): Block[] {
	const { t } = context;
	return [
		{ type: 'heading', level: 1, id: 'applicability', text: t('scope.title') },
		{ type: 'paragraph', text: t('scope.intro'), keepWithNext: true },
		...factBlocks(context),
		...outOfScopeBlocks(context),
		...notApplicableBlocks(context),
		...exposureBlocks(context)
	];
}

function factBlocks(context: ReportContext): Block[] {
	const { t, questionnaire } = context;
	if (questionnaire.facts.length === 0) return [];
	return [
		{ type: 'heading', level: 2, text: t('scope.facts') },
		{
			type: 'table',
			columns: [
				{ head: t('scope.fact'), weight: 3 },
				{ head: t('scope.answer'), weight: 4 },
				{ head: t('scope.removed'), weight: 0, align: 'end' },
				{ head: t('scope.weightRemoved'), weight: 0, align: 'end' }
			],
			rows: questionnaire.facts.map((fact) => factRow(context, fact.id))
		}
	];
}

function factRow(context: ReportContext, id: string): TableRow {
	const { t, texts, score } = context;
	const removed = score.scope.out.filter(({ facts }) => facts.includes(id)).length;
	return {
		cells: [
			{
				paragraphs: [[bold(texts.scoping.facts[id]?.short ?? id)], texts.scoping.facts[id]?.question ?? ''],
				rowHead: true
			},
			{ paragraphs: factAnswer(context, id) },
			removed > 0 ? t('scope.questions', { count: removed }) : NONE,
			String(score.scope.weightRemoved[id] ?? 0)
		]
	};
}

/** The answer to a scoping fact in words, one a choice; no answer says how it counts. */
export function factWords({ t, texts, assessment }: ReportContext, id: string): string[] {
	const answer = assessment.scope[id];
	if (answer === 'unsure') return [t('scope.unsure')];
	if (answer === undefined || answer.length === 0) return [t('scope.unanswered')];
	return answer.map((choice) => texts.scoping.facts[id]?.choices[choice] ?? choice);
}

function factAnswer(context: ReportContext, id: string): Inline[] {
	const { t, assessment, questionnaire } = context;
	const answer = assessment.scope[id];
	const reason = assessment.scopeReasons?.[id];
	const chosen = answer === undefined || answer === 'unsure' ? [] : answer;
	const needed = questionnaire.facts.find((fact) => fact.id === id)?.reasonRequiredFor ?? [];
	const unexplained =
		chosen.some((choice) => needed.includes(choice)) && !(typed(reason?.by) && typed(reason.reason));
	return [
		...factWords(context, id),
		...(typed(reason?.reason) ? [labelled(context, t('answer.reason'), reason.reason)] : []),
		...(typed(reason?.by) ? [labelled(context, t('scope.answeredBy'), reason.by)] : []),
		...(unexplained ? [[bold(t('scope.noReason'))]] : [])
	];
}

function outOfScopeBlocks(context: ReportContext): Block[] {
	const { t, texts, score, questions, assessment } = context;
	const { out } = score.scope;
	const heading: Block = { type: 'heading', level: 2, text: t('scope.out', { count: out.length }) };
	if (out.length === 0) return [heading, { type: 'paragraph', text: t('scope.outNone') }];
	return [
		heading,
		{
			type: 'table',
			columns: [
				{ head: t('gaps.question'), weight: 2 },
				{ head: t('scope.rule'), weight: 4 },
				{ head: t('results.weight'), weight: 0, align: 'end' }
			],
			rows: out.map(({ question, conditions }) => ({
				cells: [
					{
						paragraphs: [
							[bold(shortName(context, question))],
							...(assessment.answers[question] ? [[muted(t('scope.answerKept'))]] : [])
						],
						rowHead: true
					},
					{ paragraphs: conditions.map((id) => texts.scoping.conditions[id]?.outOfScope ?? id) },
					String(questions.get(question)?.weight ?? NONE)
				]
			}))
		}
	];
}

function notApplicableBlocks(context: ReportContext): Block[] {
	const { t, score, assessment } = context;
	const answers = score.answers.filter(({ state }) => state.kind === 'notApplicable');
	const heading: Block = {
		type: 'heading',
		level: 2,
		text: t('scope.notApplicable', { count: answers.length })
	};
	const table: Block = {
		type: 'table',
		columns: [
			{ head: t('gaps.question'), weight: 2 },
			{ head: t('answer.reason'), weight: 4 },
			{ head: t('answer.approver'), weight: 2 },
			{ head: t('results.weight'), weight: 0, align: 'end' }
		],
		rows: answers.map(({ question }) => {
			const given = assessment.answers[question.id]?.notApplicable;
			return {
				cells: [
					{ paragraphs: [[bold(shortName(context, question.id))]], rowHead: true },
					given?.reason ?? '',
					given?.approver ?? '',
					String(question.weight)
				]
			};
		})
	};
	return [
		heading,
		{ type: 'paragraph', text: t('scope.notApplicableRule'), keepWithNext: true },
		...(answers.length > 0 ? [table] : []),
		readingRows(context)
	];
}

function exposureBlocks(context: ReportContext): Block[] {
	const { t, texts, exposure, questionnaire, targets, assessment } = context;
	const rows = questionnaire.groups.map(({ id }): TableRow => {
		const own = assessment.targets?.[id];
		const given = (questionnaire.targets[exposure.tier][id] ?? 0) as Level;
		const stricter = own !== undefined && own > given;
		return {
			cells: [
				{ paragraphs: [texts.frame.groups[id]?.title ?? id], rowHead: true },
				levelText(context, given),
				stricter ? levelText(context, own) : NONE,
				targets.get(id)?.shortfall ? `−${targets.get(id)?.shortfall}` : NONE
			]
		};
	});
	return [
		{ type: 'heading', level: 2, text: t('scope.exposure') },
		...tierCallout(context),
		{
			type: 'table',
			caption: t('scope.targets'),
			columns: [
				{ head: t('results.group'), weight: 3 },
				{ head: t('scope.tierTarget'), weight: 2 },
				{ head: t('scope.ownTarget'), weight: 2 },
				{ head: t('results.shortfall'), weight: 0, align: 'end' }
			],
			rows
		}
	];
}

/** What is at stake; a table of one row decides nothing and is not shown. */
function tierCallout(context: ReportContext): Block[] {
	const { t, texts, exposure, questionnaire } = context;
	if (questionnaire.tiers.length < 2) return [];
	const tier = texts.frame.tiers[exposure.tier];
	const claims = questionnaire.tiers.find(({ row }) => row === exposure.row)?.claims ?? [];
	return [
		{
			type: 'callout',
			tone: 'neutral',
			title: tier?.label ?? exposure.tier,
			paragraphs: [
				tier?.text ?? '',
				[
					{ text: t('scope.tierRow', { row: exposure.row }) + t('colon') },
					{ text: texts.scoping.tierRows[exposure.row] ?? '' }
				],
				...sourceLines(context, claims),
				[muted(t('scope.tierJudgement'))]
			]
		}
	];
}
