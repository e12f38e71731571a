import { sectionsOf, type Answer, type Evidence, type Question } from '../../core/index.ts';
import type { Block, Inline, TableRow } from '../blocks.ts';
import { answerLines, elementLines, notApplicableLines, originLines, stateOf } from './answer-words.ts';
import type { ReportContext } from './context.ts';
import { shortName } from './level-reasons.ts';
import { bold, joined, labelled, linked, commaText, muted, typed } from './words.ts';

/** Every question of the selection with all that was entered; nothing that somebody typed is missing here. */
export function answersChapter(context: ReportContext): Block[] {
	const { t, detail } = context;
	return [
		{ type: 'heading', level: 1, id: 'answers', text: t('answers.title') },
		{
			type: 'paragraph',
			text: t(detail === 'everything' ? 'answers.intro' : 'answers.introNoNotes'),
			keepWithNext: true
		},
		...sectionBlocks(context),
		...otherAnswerBlocks(context)
	];
}

function sectionBlocks(context: ReportContext): Block[] {
	const { questionnaire, assessment, texts, questions } = context;
	return sectionsOf(questionnaire, assessment.selection).flatMap(({ id, questions: ids }): Block[] => [
		{ type: 'heading', level: 2, text: texts.frame.groups[id]?.title ?? texts.frame.themes[id]?.title ?? id },
		answersTable(
			context,
			ids.flatMap((question) => questions.get(question) ?? [])
		)
	]);
}

function answersTable(context: ReportContext, questions: readonly Question[]): Block {
	const { t, detail } = context;
	return {
		type: 'table',
		columns: [
			{ head: t('gaps.question'), weight: 2, minWidth: 190 },
			{
				head: t(detail === 'everything' ? 'answers.answerAndRecord' : 'answers.answerAndBasis'),
				weight: 3,
				minWidth: 300
			}
		],
		rows: questions.map((question) => answerRow(context, question))
	};
}

function answerRow(context: ReportContext, question: Question): TableRow {
	const { assessment, detail } = context;
	const answer = assessment.answers[question.id];
	const record = detail === 'everything' ? recordLines(context, question, answer) : [];
	return {
		id: `answer-${question.id}`,
		cells: [
			{ paragraphs: questionLines(context, question), rowHead: true },
			{ paragraphs: [...entryLines(context, question, answer), ...record] }
		]
	};
}

function questionLines(context: ReportContext, question: Question): Inline[] {
	const { t, texts } = context;
	const facts = [
		texts.frame.duties[question.duty]?.label ?? question.duty,
		t('answers.weight', { weight: question.weight }),
		...(question.critical ? [t('answers.critical')] : []),
		question.id
	];
	return [
		[bold(shortName(context, question.id))],
		texts.questions[question.id]?.question ?? '',
		[muted(commaText(context, facts))]
	];
}

function entryLines(context: ReportContext, question: Question, answer: Answer | undefined): Inline[] {
	const { t, score } = context;
	const out = score.scope.out.find((entry) => entry.question === question.id);
	const excluded: Inline[] = out
		? [[bold(t('answers.outOfScope'))], ...(answer ? [[muted(t('scope.answerKept'))] as Inline] : [])]
		: [];
	const given = out && !answer ? [] : answerLines(context, question);
	return [
		...excluded,
		...given,
		...elementLines(context, question, answer),
		...notApplicableLines(context, answer),
		...originLines(context, answer)
	];
}

function recordLines(context: ReportContext, question: Question, answer: Answer | undefined): Inline[] {
	const { t } = context;
	const state = stateOf(context, question);
	const evidence = answer?.evidence ?? [];
	const unnamed = state.kind === 'grade' && state.grade === 3 && evidence.length === 0;
	return [
		...(typed(answer?.note) ? [labelled(context, t('answer.note'), answer.note)] : []),
		...evidence.flatMap((entry, index) =>
			evidenceLines(context, entry, evidence.length > 1 ? index + 1 : null)
		),
		...(unnamed ? [[muted(t('evidence.unnamed'))] as Inline] : [])
	];
}

/** One pointer to evidence: all of its fields; an expired one says so and no longer counts. */
function evidenceLines(context: ReportContext, entry: Evidence, number: number | null): Inline[] {
	const { t, asAt } = context;
	const label = number === null ? t('evidence.label') : t('evidence.numbered', { number });
	const field = (key: 'version' | 'where' | 'keeper', value: string | undefined): Inline[] =>
		typed(value) ? [labelled(context, t(`evidence.${key}`), linked(value))] : [];
	const expired = typed(entry.expires) && entry.expires < asAt;
	const expiry: Inline[] = typed(entry.expires)
		? [
				labelled(context, t('evidence.expires'), [
					{ text: entry.expires },
					...(expired ? [bold(t('comma') + t('evidence.expired'))] : [])
				])
			]
		: [];
	const fields = [
		...field('version', entry.version),
		...field('keeper', entry.keeper),
		...expiry,
		...field('where', entry.where)
	];
	return [joined(context, [labelled(context, label, [bold(entry.what)]), ...fields])];
}

/** Answers to questions of other selections, or of another version of the questionnaire: kept, and worth nothing here. */
function otherAnswerBlocks(context: ReportContext): Block[] {
	const { t, assessment, questionnaire, questions } = context;
	const outside = questionnaire.questions.filter(
		(question) => !question.selections.includes(assessment.selection) && assessment.answers[question.id]
	);
	const unknown = Object.keys(assessment.answers)
		.filter((id) => !questions.has(id))
		.sort();
	return [
		...(outside.length > 0
			? [
					{ type: 'heading' as const, level: 2 as const, text: t('answers.outside') },
					{ type: 'paragraph' as const, text: t('answers.outsideText') },
					answersTable(context, outside)
				]
			: []),
		...(unknown.length > 0
			? [
					{ type: 'heading' as const, level: 2 as const, text: t('answers.unknown') },
					{ type: 'paragraph' as const, text: t('answers.unknownText') },
					unknownTable(context, unknown)
				]
			: [])
	];
}

function unknownTable(context: ReportContext, ids: readonly string[]): Block {
	const { t, assessment, detail } = context;
	return {
		type: 'table',
		columns: [
			{ head: t('gaps.question'), weight: 2 },
			{ head: t('answers.answerAndBasis'), weight: 3 },
			{ head: t('answers.notesAndEvidence'), weight: 4 }
		],
		rows: ids.map((id) => {
			const answer = assessment.answers[id];
			const given =
				answer?.grade === undefined ? (answer?.elements ?? []).join(t('list')) : String(answer.grade);
			const notes =
				detail === 'everything'
					? (answer?.evidence ?? []).flatMap((entry) => evidenceLines(context, entry, null))
					: [];
			return {
				cells: [
					id,
					{ paragraphs: [given, ...notApplicableLines(context, answer), ...originLines(context, answer)] },
					{
						paragraphs: [
							...(typed(answer?.note) && detail === 'everything'
								? [labelled(context, t('answer.note'), answer.note)]
								: []),
							...notes
						]
					}
				]
			};
		})
	};
}
