import { hongKongTime, sectionsOf, type Answer, type Evidence, type Question } from '../../core/index.ts';
import { anchorText, answerLabel, elementLines, stateOf } from '../content/answer-words.ts';
import type { ReportContext } from '../content/context.ts';
import { shortName } from '../content/level-reasons.ts';
import { typed } from '../content/words.ts';
import { plainLines } from './plain-text.ts';
import { dayCell, sheetOf, type ColumnOf, type Sheet, type SheetCell } from './sheet.ts';

/** One question with its answer, and where it stands. */
interface AnswerRow {
	readonly id: string;
	/** Missing: the questionnaire's version at hand does not have it. */
	readonly question: Question | undefined;
	readonly answer: Answer | undefined;
	readonly section: string;
	readonly standing: 'counts' | 'out' | 'outside' | 'unknown';
}

/** Every question of the selection, then what was answered beyond it: nothing that was typed is missing here. */
export function answerSheet(context: ReportContext): Sheet {
	return sheetOf(context.t('formats.sheet.answers'), columns(context), answerRows(context));
}

function answerRows(context: ReportContext): AnswerRow[] {
	const { questionnaire, assessment, questions, score, texts } = context;
	const out = new Set(score.scope.out.map(({ question }) => question));
	const sections = sectionsOf(questionnaire, assessment.selection);
	const titleOf = (id: string) => texts.frame.groups[id]?.title ?? texts.frame.themes[id]?.title ?? id;
	const row = (id: string, section: string, standing: AnswerRow['standing']): AnswerRow => ({
		id,
		question: questions.get(id),
		answer: assessment.answers[id],
		section,
		standing
	});
	const asked = sections.flatMap((section) =>
		section.questions.map((id) => row(id, titleOf(section.id), out.has(id) ? 'out' : 'counts'))
	);
	const known = new Set(asked.map(({ id }) => id));
	const others = Object.keys(assessment.answers)
		.filter((id) => !known.has(id))
		.sort();
	const outside = others.filter((id) => questions.has(id));
	const unknown = others.filter((id) => !questions.has(id));
	return [
		...asked,
		...outside.map((id) => row(id, titleOf(questions.get(id)?.group ?? ''), 'outside')),
		...unknown.map((id) => row(id, '', 'unknown'))
	];
}

function columns(context: ReportContext): ColumnOf<AnswerRow>[] {
	const { t, texts, detail } = context;
	const yes = (is: boolean | undefined) => (is ? t('formats.yes') : null);
	const record: ColumnOf<AnswerRow>[] = [
		{ head: t('answer.note'), width: 50, cell: ({ answer }) => answer?.note ?? null },
		{
			head: t('evidence.label'),
			width: 50,
			cell: ({ answer }) => evidenceText(context, answer?.evidence ?? [])
		}
	];
	return [
		{ head: t('formats.section'), width: 26, cell: ({ section }) => section },
		{ head: t('formats.short'), width: 26, cell: ({ id }) => shortName(context, id) },
		{ head: t('gaps.question'), width: 50, cell: ({ id }) => texts.questions[id]?.question ?? '' },
		{ head: t('formats.standing'), width: 18, cell: ({ standing }) => t(`formats.standings.${standing}`) },
		{ head: t('gaps.answer'), width: 22, cell: (row) => labelCell(context, row) },
		{ head: t('formats.grade'), width: 9, cell: (row) => gradeCell(context, row) },
		{ head: t('formats.meaning'), width: 40, cell: (row) => meaningCell(context, row) },
		{ head: t('answer.reason'), width: 30, cell: ({ answer }) => answer?.notApplicable?.reason ?? null },
		{ head: t('answer.approver'), width: 20, cell: ({ answer }) => answer?.notApplicable?.approver ?? null },
		{
			head: t('basis.label'),
			width: 16,
			cell: ({ answer }) => (answer?.basis ? t(`basis.${answer.basis.kind}`) : null)
		},
		{ head: t('formats.basisBy'), width: 20, cell: ({ answer }) => answer?.basis?.by ?? null },
		{ head: t('formats.basisAsAt'), width: 12, cell: ({ answer }) => dayCell(answer?.basis?.asAt) },
		...(detail === 'everything' ? record : []),
		{
			head: t('formats.duty'),
			width: 20,
			cell: ({ question }) => (question ? (texts.frame.duties[question.duty]?.label ?? question.duty) : null)
		},
		{ head: t('results.weight'), width: 9, cell: ({ question }) => question?.weight ?? null },
		{ head: t('formats.critical'), width: 10, cell: ({ question }) => yes(question?.critical) },
		{ head: t('answer.flagged'), width: 12, cell: ({ answer }) => yes(answer?.flagged) },
		{ head: t('answer.inherited'), width: 22, cell: ({ answer }) => answer?.inherited?.assessment ?? null },
		{ head: t('formats.inheritedOn'), width: 12, cell: ({ answer }) => timeCell(answer?.inherited?.updated) },
		{ head: t('answer.changed'), width: 12, cell: ({ answer }) => timeCell(answer?.updated) },
		{ head: t('formats.changedBy'), width: 18, cell: ({ answer }) => answer?.author ?? null },
		{ head: t('formats.id'), width: 22, cell: ({ id }) => id }
	];
}

const timeCell = (time: string | undefined): SheetCell =>
	time ? dayCell(hongKongTime(time).slice(0, 10)) : null;

function labelCell(context: ReportContext, { question, answer, standing }: AnswerRow): SheetCell {
	if (!question) return answer?.grade === undefined ? null : String(answer.grade);
	// A question that is out of scope and was never answered is not open.
	if (standing === 'out' && !answer) return null;
	return answerLabel(context, question, stateOf(context, question));
}

function gradeCell(context: ReportContext, { question, answer }: AnswerRow): SheetCell {
	if (!question) return answer?.grade ?? null;
	const state = stateOf(context, question);
	return state.kind === 'grade' ? state.grade : null;
}

/** The question's own words for the grade, or the elements ticked and not ticked. */
function meaningCell(context: ReportContext, { question, answer }: AnswerRow): SheetCell {
	if (!question) return answer?.elements?.join(context.t('list')) ?? null;
	const anchor = anchorText(context, question, stateOf(context, question));
	const lines = [...(anchor ? [anchor] : []), ...elementLines(context, question, answer)];
	return lines.length > 0 ? plainLines(lines) : null;
}

/** One pointer a line, with all of its fields. */
function evidenceText(context: ReportContext, evidence: readonly Evidence[]): SheetCell {
	const { t, asAt } = context;
	if (evidence.length === 0) return null;
	return evidence
		.map(({ what, version, keeper, expires, where }, index) => {
			const field = (label: string, value: string | undefined) =>
				typed(value) ? [t('colonAfter', { label: t(`evidence.${label}`) }) + value] : [];
			const expired = typed(expires) && expires < asAt ? t('comma') + t('evidence.expired') : '';
			const number = evidence.length > 1 ? `${index + 1}. ` : '';
			const fields = [
				what,
				...field('version', version),
				...field('keeper', keeper),
				...field('expires', expires).map((text) => text + expired),
				...field('where', where)
			];
			return number + fields.join(t('join'));
		})
		.join('\n');
}
