import {
	hongKongTime,
	type Assessment,
	type Questionnaire,
	type QuestionnaireTexts
} from '../../core/index.ts';
import { dossierOf, type DossierEvidence, type DossierTheme } from '../../core/dossier/dossier-of.ts';
import type { Block, DefinitionRow, ReportDocument, ReportLanguage, TableRow } from '../blocks.ts';
import { fileIdOf } from './file-id.ts';
import type { Translate } from './input.ts';
import { commaText, dayText, linked, typed } from './words.ts';

/** All that a dossier is made from; the same input gives the same document. */
export interface DossierInput {
	readonly questionnaire: Pick<
		Questionnaire,
		'id' | 'version' | 'themes' | 'facts' | 'questions' | 'conditions'
	>;
	readonly texts: QuestionnaireTexts;
	readonly assessment: Assessment;
	/** Words of the namespace `report` in `language`. */
	readonly translate: Translate;
	readonly language: ReportLanguage;
	/** ISO time at which it is made. */
	readonly made: string;
}

interface Context extends Omit<DossierInput, 'translate'> {
	readonly t: Translate;
}

/** Fields of the details that a dossier's cover names, in order. */
const WHO = ['organisation', 'system', 'systemsCovered', 'period', 'assessor', 'reviewer'] as const;

/**
 * The factual dossier: what an authority may ask to be told, theme by theme. It holds no score, no grade, no level and
 * no word about gaps: it is written to be handed over, and a judgement of one's own has no place in it.
 */
export function buildDossier({ translate, ...input }: DossierInput): ReportDocument {
	const context: Context = { ...input, t: (key, params) => translate(`report:${key}`, params) };
	const { t, texts, assessment, questionnaire, language, made } = context;
	const themes = dossierOf(questionnaire as Questionnaire, assessment, {
		facts: texts.scoping.facts,
		unsure: t('dossier.unsure'),
		colon: t('colon'),
		separator: t('list')
	});
	const organisation = assessment.details.organisation?.trim();
	const confidentiality = assessment.details.confidentiality?.trim();
	const blocks: Block[] = [
		cover(context),
		{ type: 'page-break' },
		{ type: 'contents', id: 'contents', title: t('contents.title'), depth: 1 },
		...themes.flatMap((theme) => themeBlocks(context, theme))
	];
	const furniture = {
		headerStart: t('dossier.title'),
		headerEnd: organisation || undefined,
		footerStart: t('cover.version', { title: texts.frame.title, version: questionnaire.version }),
		footerMark: confidentiality || undefined,
		pageNumber: t('furniture.page')
	};
	return {
		language,
		info: {
			title: [t('dossier.title'), ...(organisation ? [organisation] : [])].join(' – '),
			author: assessment.details.assessor?.trim() || undefined,
			subject: t('dossier.subject'),
			created: `D:${hongKongTime(made).replace(/\D/g, '')}+08'00'`,
			fileId: fileIdOf(JSON.stringify([language, made, furniture, blocks]))
		},
		furniture,
		blocks
	};
}

function cover(context: Context): Block {
	const { t, texts, assessment, questionnaire, language, made } = context;
	const { details } = assessment;
	const asAt = details.asAt ?? hongKongTime(assessment.updated).slice(0, 10);
	const row = (key: string, value: string): DefinitionRow => ({ label: t(`cover.${key}`), value });
	return {
		type: 'cover',
		id: 'cover',
		eyebrow: t('dossier.eyebrow'),
		title: t('dossier.title'),
		subtitle: typed(details.title) ? details.title : undefined,
		facts: [
			...WHO.flatMap((field) => (typed(details[field]) ? [row(field, details[field])] : [])),
			row('asAt', dayText(context, asAt)),
			row('made', commaText(context, [dayText(context, hongKongTime(made)), t(`language.${language}`)])),
			row('questionnaire', t('cover.version', { title: texts.frame.title, version: questionnaire.version }))
		],
		notes: [t('dossier.what'), t('dossier.review'), t('dossier.independent')]
	};
}

function themeBlocks(context: Context, theme: DossierTheme): Block[] {
	const { t, texts } = context;
	const rows = theme.entries.map(({ field, text, source }): DefinitionRow => ({
		label: t(`dossier.field.${field}`),
		value: source === 'none' ? t('dossier.notStated') : text
	}));
	return [
		{
			type: 'heading',
			level: 1,
			id: `theme-${theme.id}`,
			text: texts.frame.themes[theme.id]?.title ?? theme.id
		},
		...(rows.length > 0 ? [{ type: 'definitions' as const, rows }] : []),
		{ type: 'heading', level: 2, outline: false, text: t('dossier.evidence') },
		...evidenceBlocks(context, theme.evidence)
	];
}

function evidenceBlocks(context: Context, evidence: readonly DossierEvidence[]): Block[] {
	const { t } = context;
	if (evidence.length === 0) return [{ type: 'paragraph', colour: 'muted', text: t('dossier.noEvidence') }];
	return [
		{
			type: 'table',
			columns: [
				{ head: t('dossier.document'), weight: 3 },
				{ head: t('dossier.keptAt'), weight: 3 },
				{ head: t('dossier.keeper'), weight: 2 },
				{ head: t('dossier.dates'), weight: 2 }
			],
			rows: evidence.map((row) => evidenceRow(context, row))
		}
	];
}

function evidenceRow(context: Context, { question, evidence, asAt }: DossierEvidence): TableRow {
	const { t, texts } = context;
	const { what, version, where, keeper, expires } = evidence;
	const about = texts.questions[question]?.short ?? question;
	return {
		cells: [
			{
				paragraphs: [
					[{ text: what, bold: true }],
					...(typed(version) ? [version] : []),
					[{ text: t('dossier.about', { about }), colour: 'muted' }]
				],
				rowHead: true
			},
			typed(where) ? linked(where) : '',
			keeper ?? '',
			{
				paragraphs: [
					...(typed(asAt) ? [t('dossier.lookedAt', { date: dayText(context, asAt) })] : []),
					...(typed(expires) ? [t('dossier.validUntil', { date: dayText(context, expires) })] : [])
				]
			}
		]
	};
}
