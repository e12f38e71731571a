import { floor, type LensScore } from '../../core/index.ts';
import type { Block, TableCell, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { figureLines } from './figures.ts';
import { listText, muted, NONE, scoreText } from './words.ts';

/** The same answers grouped in other ways; in the rehearsal the themes come first. */
export function lensesChapter(context: ReportContext): Block[] {
	const { t, questionnaire, assessment } = context;
	const byTheme = questionnaire.selections.find(({ id }) => id === assessment.selection)?.orderBy === 'theme';
	const others = [...valuesBlocks(context), ...practiceAreaBlocks(context)];
	return [
		{ type: 'heading', level: 1, id: 'lenses', text: t('lenses.title') },
		{ type: 'paragraph', text: t('lenses.intro'), keepWithNext: true },
		...(byTheme ? [...themeBlocks(context), ...others] : [...others, ...themeBlocks(context)]),
		...lawBlocks(context)
	];
}

/** Until the grouping was read in its source, the principles are listed and no value is scored. */
function valuesBlocks(context: ReportContext): Block[] {
	const { t, lenses, texts, questionnaire } = context;
	if (lenses.values.length === 0) return [];
	const scored = questionnaire.valueGroupingRead;
	return [
		{ type: 'heading', level: 2, text: t('lenses.values') },
		...(scored
			? []
			: [{ type: 'paragraph' as const, text: t('lenses.valuesNotScored'), keepWithNext: true }]),
		{
			type: 'table',
			columns: [
				{ head: t('lenses.value'), weight: 2 },
				...(scored ? [{ head: t('results.score'), minWidth: 90, weight: 1 }] : []),
				{ head: t(scored ? 'lenses.groups' : 'lenses.groupsOf'), weight: 4 }
			],
			rows: lenses.values.map(({ id, score, groups }) => ({
				cells: [
					{ paragraphs: [texts.frame.values[id]?.title ?? id], rowHead: true },
					...(scored ? [barCell(score === null ? null : floor(score), scoreText(score))] : []),
					listText(
						context,
						groups.map((group) => texts.frame.groups[group]?.short ?? group)
					)
				]
			}))
		}
	];
}

function barCell(score: number | null, text: string): TableCell {
	return score === null ? NONE : { paragraphs: [text], bar: score / 100 };
}

function lensRow(lens: LensScore, title: string, more: TableCell): TableRow {
	return {
		cells: [
			{ paragraphs: [title], rowHead: true },
			lens.max === 0 ? NONE : `${lens.points} / ${lens.max}`,
			barCell(lens.score === null ? null : floor(lens.score), scoreText(lens.score)),
			more
		]
	};
}

function lensTable(context: ReportContext, head: string, moreHead: string, rows: readonly TableRow[]): Block {
	const { t } = context;
	return {
		type: 'table',
		columns: [
			{ head, weight: 2, minWidth: 120 },
			{ head: t('results.points'), weight: 0, align: 'end' },
			{ head: t('results.score'), weight: 0, minWidth: 70 },
			{ head: moreHead, weight: 5 }
		],
		rows
	};
}

/** How many questions stand behind a lens; a number from one question is not a finding. */
function countText({ t }: ReportContext, lens: LensScore): string {
	return t('lenses.questions', { count: lens.questions.length });
}

function practiceAreaBlocks(context: ReportContext): Block[] {
	const { t, lenses, texts } = context;
	if (lenses.practiceAreas.length === 0) return [];
	return [
		{ type: 'heading', level: 2, text: t('lenses.practiceAreas') },
		lensTable(
			context,
			t('lenses.practiceArea'),
			t('lenses.basis'),
			lenses.practiceAreas.map((lens) =>
				lensRow(lens, texts.frame.practiceAreas[lens.id]?.title ?? lens.id, countText(context, lens))
			)
		)
	];
}

function themeBlocks(context: ReportContext): Block[] {
	const { t, lenses, texts, questionnaire } = context;
	if (lenses.themes.length === 0) return [];
	const figuresOf = new Map(questionnaire.themes.map(({ id, figures }) => [id, figures]));
	return [
		{ type: 'heading', level: 2, text: t('lenses.themes') },
		{ type: 'paragraph', text: t('checks.caution'), keepWithNext: true },
		lensTable(
			context,
			t('lenses.theme'),
			t('checks.head'),
			lenses.themes.map((lens) => {
				const figures = figureLines(context, figuresOf.get(lens.id) ?? []);
				const more: TableCell = { paragraphs: figures.length > 0 ? figures : [[muted(t('checks.none'))]] };
				return lensRow(lens, texts.frame.themes[lens.id]?.title ?? lens.id, more);
			})
		)
	];
}

function lawBlocks(context: ReportContext): Block[] {
	const { t, lenses, texts, openDuties, questions } = context;
	if (lenses.legal.length === 0) return [];
	return [
		{ type: 'heading', level: 2, text: t('lenses.law') },
		{ type: 'paragraph', text: t('lenses.lawIntro'), keepWithNext: true },
		lensTable(
			context,
			t('lenses.lawPart'),
			t('lenses.openDuties'),
			lenses.legal.map((lens) => {
				const open = openDuties.filter(({ question }) => questions.get(question)?.legal.includes(lens.id));
				const names = open.map(({ question }) => texts.questions[question]?.short ?? question);
				const none = lens.questions.length === 0 ? t('lenses.nothingInScope') : t('lenses.noOpenDuty');
				return lensRow(
					lens,
					texts.frame.legalLens[lens.id]?.title ?? lens.id,
					names.length > 0 ? listText(context, names) : [muted(none)]
				);
			})
		)
	];
}
