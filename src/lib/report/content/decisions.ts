import type { Inline } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { shortName } from './level-reasons.ts';
import { betweenSentences, bold, listText, shortList, typed } from './words.ts';

/** What the readers of the first page are asked to decide: to fund, to accept, to stop. */
export function decisionLines(context: ReportContext): Inline[] {
	const { t } = context;
	const line = (key: 'fund' | 'accept' | 'stop', text: string): Inline => [
		bold(t(`decision.${key}`) + t('colon')),
		{ text }
	];
	return [
		line('fund', fundText(context)),
		line('accept', acceptText(context)),
		line('stop', stopText(context))
	];
}

function fundText(context: ReportContext): string {
	const { t, gaps, assessment } = context;
	if (gaps.length === 0) return t('decision.fundNone');
	const large = gaps.filter(({ effort }) => effort === 3).length;
	const ownerless = gaps.filter(({ question }) => !typed(assessment.actions[question]?.owner)).length;
	return [
		t('decision.fundGaps', { count: gaps.length, large }),
		t('decision.ownerless', { count: ownerless })
	].join(betweenSentences(context));
}

function acceptText(context: ReportContext): string {
	const { t, gaps, assessment } = context;
	const accepted = gaps.filter(({ question }) => assessment.actions[question]?.status === 'accepted');
	const names = accepted.map(({ question }) => shortName(context, question));
	return accepted.length > 0
		? t('decision.accepted', { count: accepted.length, names: shortList(context, names, 3) })
		: t('decision.acceptNone');
}

/** Critical questions where nothing is shown to be done are a reason to ask whether use should go on meanwhile. */
function stopText(context: ReportContext): string {
	const { t, gaps } = context;
	const atZero = gaps.filter(({ critical, grade }) => critical && grade === 0);
	const names = atZero.map(({ question }) => shortName(context, question));
	return atZero.length > 0
		? t('decision.stopAtZero', { count: atZero.length, names: shortList(context, names, 3) })
		: t('decision.stopNone');
}

/** What the numbers do not cover, in sentences. */
export function notAssessedLines(context: ReportContext): string[] {
	const { t, score, questionnaire, assessment, texts } = context;
	const { out } = score.scope;
	const weight = out.reduce((sum, { question }) => sum + (context.questions.get(question)?.weight ?? 0), 0);
	const notApplicable = score.answers.filter(({ state }) => state.kind === 'notApplicable').length;
	const outside = questionnaire.questions.filter(
		(question) => !question.selections.includes(assessment.selection)
	).length;
	const uncounted = score.groups
		.filter((group) => !group.counted)
		.map(({ id }) => texts.frame.groups[id]?.short ?? id);
	return [
		t('notAssessed.scope', { count: out.length, weight }),
		...(notApplicable > 0 ? [t('notAssessed.notApplicable', { count: notApplicable })] : []),
		...(score.open > 0 ? [t('notAssessed.open', { count: score.open })] : []),
		...(outside > 0 ? [t('notAssessed.selection', { count: outside })] : []),
		...(uncounted.length > 0 ? [t('notAssessed.groups', { names: listText(context, uncounted) })] : []),
		t('notAssessed.otherLaw')
	];
}
