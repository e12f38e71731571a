import type { Level } from '../../core/index.ts';
import { factWords } from '../content/applicability.ts';
import type { ReportContext } from '../content/context.ts';
import { shortName } from '../content/level-reasons.ts';
import { levelText } from '../content/words.ts';
import { plainLines } from './plain-text.ts';
import { sheetOf, type ColumnOf, type Sheet } from './sheet.ts';

/** One line of the register: a fact, a question that was left out, or a target. */
interface RegisterRow {
	readonly kind: 'fact' | 'out' | 'notApplicable' | 'target';
	readonly item: string;
	readonly question: string;
	/** The answer to a fact, the rule that removed a question, the target level. */
	readonly entry: string;
	readonly reason: string | null;
	readonly by: string | null;
	/** Questions that a fact helped to remove. */
	readonly removed: number | null;
	/** Weight that left the score in this way. */
	readonly weight: number | null;
	readonly id: string;
}

/** What was left out of the score, by which rule and on whose word, and which targets follow. */
export function applicabilitySheet(context: ReportContext): Sheet {
	const rows = [
		...factRows(context),
		...outRows(context),
		...notApplicableRows(context),
		...targetRows(context)
	];
	return sheetOf(context.t('formats.sheet.applicability'), columns(context), rows);
}

function columns({ t }: ReportContext): ColumnOf<RegisterRow>[] {
	return [
		{ head: t('formats.kind'), width: 18, cell: ({ kind }) => t(`formats.kinds.${kind}`) },
		{ head: t('formats.item'), width: 28, cell: ({ item }) => item },
		{ head: t('gaps.question'), width: 50, cell: ({ question }) => question || null },
		{ head: t('formats.entry'), width: 50, cell: ({ entry }) => entry },
		{ head: t('answer.reason'), width: 40, cell: ({ reason }) => reason },
		{ head: t('formats.byWhom'), width: 20, cell: ({ by }) => by },
		{ head: t('formats.removed'), width: 12, cell: ({ removed }) => removed },
		{ head: t('scope.weightRemoved'), width: 12, cell: ({ weight }) => weight },
		{ head: t('formats.id'), width: 22, cell: ({ id }) => id }
	];
}

function factRows(context: ReportContext): RegisterRow[] {
	const { questionnaire, texts, assessment, score } = context;
	return questionnaire.facts.map(({ id }) => {
		const reason = assessment.scopeReasons?.[id];
		return {
			kind: 'fact',
			item: texts.scoping.facts[id]?.short ?? id,
			question: texts.scoping.facts[id]?.question ?? '',
			entry: factWords(context, id).join('\n'),
			reason: reason?.reason ?? null,
			by: reason?.by ?? null,
			removed: score.scope.out.filter(({ facts }) => facts.includes(id)).length,
			weight: score.scope.weightRemoved[id] ?? 0,
			id
		};
	});
}

function outRows(context: ReportContext): RegisterRow[] {
	const { texts, score, questions } = context;
	return score.scope.out.map(({ question, conditions }) => ({
		kind: 'out',
		item: shortName(context, question),
		question: texts.questions[question]?.question ?? '',
		entry: plainLines(conditions.map((id) => texts.scoping.conditions[id]?.outOfScope ?? id)),
		reason: null,
		by: null,
		removed: null,
		weight: questions.get(question)?.weight ?? null,
		id: question
	}));
}

function notApplicableRows(context: ReportContext): RegisterRow[] {
	const { t, texts, score, assessment } = context;
	return score.answers
		.filter(({ state }) => state.kind === 'notApplicable')
		.map(({ question }) => {
			const given = assessment.answers[question.id]?.notApplicable;
			return {
				kind: 'notApplicable',
				item: shortName(context, question.id),
				question: texts.questions[question.id]?.question ?? '',
				entry: t('answer.notApplicable'),
				reason: given?.reason ?? null,
				by: given?.approver ?? null,
				removed: null,
				weight: question.weight,
				id: question.id
			};
		});
}

function targetRows(context: ReportContext): RegisterRow[] {
	const { questionnaire, texts, targets, exposure } = context;
	return questionnaire.groups.map(({ id }) => ({
		kind: 'target',
		item: texts.frame.groups[id]?.title ?? id,
		question: '',
		entry: levelText(context, (targets.get(id)?.target ?? null) as Level | null),
		reason: texts.frame.tiers[exposure.tier]?.label ?? exposure.tier,
		by: null,
		removed: null,
		weight: null,
		id
	}));
}
