import {
	sectionsOf,
	type Question,
	type Questionnaire,
	type QuestionnaireTexts,
	type ScopingFact
} from '../../core/index.ts';
import type { Block, Inline, ReportDocument, ReportLanguage } from '../blocks.ts';
import { fileIdOf } from '../content/file-id.ts';
import type { Translate } from '../content/input.ts';
import { bold, commaText, dayText, listText, muted, typed } from '../content/words.ts';

/** A box to tick by hand. */
const BOX = '□';
/** Holds a line open where nothing is printed. */
const EMPTY_LINE = '\u00a0';

export interface BlankInput {
	readonly questionnaire: Questionnaire;
	/** The words of `questionnaire` in `language`. */
	readonly texts: QuestionnaireTexts;
	/** Id of a selection of the questionnaire. */
	readonly selection: string;
	/** Words of the namespace `report` in `language`. */
	readonly translate: Translate;
	readonly language: ReportLanguage;
}

interface BlankContext extends Omit<BlankInput, 'translate'> {
	readonly t: Translate;
}

/**
 * A questionnaire on paper, to collect answers from colleagues: scoping facts, where there are any, then every question
 * of the selection with boxes to tick and room to write. Everything comes from the questionnaire's own data.
 *
 * Dated with the questionnaire, not the clock: the same questionnaire gives the same file.
 */
export function buildBlank({ translate, ...input }: BlankInput): ReportDocument {
	const { questionnaire, texts, selection, language } = input;
	const t: Translate = (key, params) => translate(`report:${key}`, params);
	const context: BlankContext = { ...input, t };
	const blocks = [...openingBlocks(context), ...factBlocks(context), ...questionBlocks(context)];
	const title = texts.frame.selections[selection]?.title ?? selection;
	const versions = t('blank.versions', {
		title: texts.frame.title,
		version: questionnaire.version,
		selection: title
	});
	return {
		language,
		info: {
			title: t('blank.title', { title: texts.frame.title }),
			subject: versions,
			created: `D:${questionnaire.asAt.replaceAll('-', '')}000000+08'00'`,
			fileId: fileIdOf(JSON.stringify([language, selection, blocks]))
		},
		furniture: {
			headerStart: texts.frame.title,
			headerEnd: title,
			footerStart: versions,
			pageNumber: t('furniture.page')
		},
		blocks
	};
}

function openingBlocks(context: BlankContext): Block[] {
	const { t, texts, selection, questionnaire } = context;
	const chosen = texts.frame.selections[selection];
	const asked =
		questionnaire.audience === 'person' ? ['name', 'date'] : ['organisation', 'system', 'name', 'date'];
	const fields = asked.map((key) => ({ label: t(`blank.${key}`) }));
	return [
		{ type: 'heading', level: 1, id: 'blank', text: t('blank.title', { title: texts.frame.title }) },
		...(typed(chosen?.title)
			? [{ type: 'paragraph' as const, size: 'lead' as const, text: chosen.title }]
			: []),
		...(chosen?.intro ?? []).map((text): Block => ({ type: 'paragraph', text })),
		{ type: 'callout', tone: 'neutral', title: t('blank.howTitle'), paragraphs: [t('blank.how')] },
		{ type: 'sign-off', signatories: [{ role: t('blank.who'), fields }] },
		{
			type: 'paragraph',
			size: 'small',
			colour: 'muted',
			text: [t('cover.lawAsAt', { date: dayText(context, questionnaire.asAt) }), ...texts.frame.limits].join(
				'\n'
			)
		}
	];
}

function factBlocks(context: BlankContext): Block[] {
	const { t, questionnaire } = context;
	const { facts } = questionnaire;
	if (facts.length === 0) return [];
	return [
		{ type: 'heading', level: 1, id: 'facts', text: t('scope.facts'), newPage: true },
		{ type: 'paragraph', text: t('blank.factsText'), keepWithNext: true },
		...facts.map((fact, index) => factBlock(context, fact, index + 1))
	];
}

function factBlock(context: BlankContext, fact: ScopingFact, number: number): Block {
	const { t, texts } = context;
	const words = texts.scoping.facts[fact.id];
	const boxes = [...fact.choices.map(({ id }) => words?.choices[id] ?? id), t('blank.unsure')];
	return {
		type: 'group',
		id: `fact-${fact.id}`,
		blocks: [
			{ type: 'heading', level: 3, text: `${number}  ${words?.question ?? fact.id}` },
			...(typed(words?.help)
				? [{ type: 'paragraph' as const, size: 'small' as const, colour: 'muted' as const, text: words.help }]
				: []),
			{
				type: 'paragraph',
				size: 'small',
				colour: 'muted',
				text: t(fact.multiple ? 'blank.tickAll' : 'blank.tickOne')
			},
			...boxLines(boxes.map((text) => [{ text }])),
			...(fact.reasonRequiredFor.length > 0 ? [writingLines([t('answer.reason'), t('blank.name')])] : [])
		]
	};
}

function questionBlocks(context: BlankContext): Block[] {
	const { t, questionnaire, selection, texts } = context;
	const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
	let number = 0;
	return sectionsOf(questionnaire, selection).flatMap(({ id, questions: ids }, index): Block[] => {
		const words = texts.frame.groups[id] ?? texts.frame.themes[id];
		return [
			{ type: 'heading', level: 1, id: `section-${id}`, text: words?.title ?? id, newPage: index === 0 },
			...(typed(words?.text) ? [{ type: 'paragraph' as const, text: words.text, keepWithNext: true }] : []),
			{
				type: 'paragraph',
				size: 'small',
				colour: 'muted',
				text: t('blank.sectionQuestions', { count: ids.length }),
				keepWithNext: true
			},
			...ids
				.flatMap((question) => questions.get(question) ?? [])
				.map((question) => questionBlock(context, question, ++number))
		];
	});
}

function questionBlock(context: BlankContext, question: Question, number: number): Block {
	const { t, texts, questionnaire } = context;
	const words = texts.questions[question.id];
	const facts = [
		texts.frame.duties[question.duty]?.label ?? question.duty,
		...(question.critical ? [t('answers.critical')] : []),
		question.id
	];
	const small = (text: Inline): Block => ({ type: 'paragraph', size: 'small', text, keepWithNext: true });
	const about = [
		commaText(context, facts),
		appliesWhen(context, question),
		question.kind === 'checklist' ? t('blank.tickAll') : null
	].filter((line) => line !== null);
	return {
		type: 'group',
		id: `question-${question.id}`,
		blocks: [
			{ type: 'heading', level: 3, text: `${number}  ${words?.short ?? question.id}` },
			{ type: 'paragraph', text: [bold(words?.question ?? '')], keepWithNext: true },
			small([muted(about.join('\n'))]),
			...boxLines(answerBoxes(context, question)),
			writingLines([
				t('answer.note'),
				...(questionnaire.audience === 'organisation' ? [t('blank.evidenceAndName')] : [])
			])
		]
	};
}

/** The ways in which a question can be answered, each with the words that the app shows. */
function answerBoxes(context: BlankContext, question: Question): Inline[] {
	const { t, texts } = context;
	const words = texts.questions[question.id];
	const anchors = words?.anchors ?? [];
	const graded = (anchor: string, grade: number): Inline => [
		bold(t('colonAfter', { label: texts.frame.grades[grade]?.label ?? String(grade) })),
		{ text: anchor }
	];
	const own: Inline[] =
		question.kind === 'checklist'
			? [
					...(question.elements ?? []).map(({ id }): Inline => [{ text: words?.elements[id] ?? id }]),
					[{ text: t('blank.noneOfThese') }]
				]
			: question.kind === 'yes-no'
				? anchors.map((anchor): Inline => [{ text: anchor }])
				: anchors.map(graded);
	const notApplicable: Inline[] = question.allowsNotApplicable
		? [
				[
					{ text: t('answer.notApplicable') },
					muted(t('space') + t('blank.notApplicable', { when: words?.notApplicable ?? '' }))
				]
			]
		: [];
	return [...own, [{ text: t('answer.unknown') }], ...notApplicable];
}

/** For whom a question is meant, in the words of the scoping conditions; `null` when for everybody. */
function appliesWhen(context: BlankContext, { rule }: Question): string | null {
	const { t, texts } = context;
	if (rule.some((conditions) => conditions.length === 0)) return null;
	const alternatives = rule.map((conditions) =>
		listText(
			context,
			conditions.map((id) => texts.scoping.conditions[id]?.label ?? id)
		)
	);
	return t('blank.appliesWhen', { conditions: alternatives.join(t('blank.or')) });
}

/** Boxes to tick, a paragraph each: to readers' software they are lines to read, not a table. */
function boxLines(texts: readonly Inline[]): Block[] {
	return texts.map((text): Block => ({
		type: 'paragraph',
		size: 'small',
		text: [{ text: `${BOX}  ` }, ...(typeof text === 'string' ? [{ text }] : text)]
	}));
}

/** Labels with room to write by hand. */
function writingLines(labels: readonly string[]): Block {
	return {
		type: 'table',
		columns: [
			{ head: '', weight: 1 },
			{ head: '', weight: 4 }
		],
		rows: labels.map((label) => ({
			cells: [{ paragraphs: [[muted(label)]], rowHead: true }, { paragraphs: [EMPTY_LINE, EMPTY_LINE] }]
		}))
	};
}
