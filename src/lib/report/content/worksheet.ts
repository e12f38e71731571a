import { hongKongTime } from '../../core/index.ts';
import type { Block, ReportDocument, ReportLanguage } from '../blocks.ts';
import { fileIdOf } from './file-id.ts';
import type { Translate } from './input.ts';

/** A case for workshops in one language, with its questions in words. */
export interface WorksheetCase {
	readonly id: string;
	readonly title: string;
	readonly organisation: string;
	readonly system: string;
	readonly story: readonly string[];
	readonly facts: readonly { readonly label: string; readonly text: string }[];
	readonly roles: readonly { readonly title: string; readonly knows: string; readonly wants: string }[];
	readonly worksheet: readonly { readonly task: string; readonly lines: number }[];
}

export interface WorksheetInput {
	readonly case: WorksheetCase;
	/** Words of the namespace `report` in `language`. */
	readonly translate: Translate;
	readonly language: ReportLanguage;
	/** ISO time at which it is made. */
	readonly made: string;
}

/** Printable sheets of a case: the story and its facts, one card a role to cut out, and the tasks with lines to write on. */
export function buildWorksheet({ case: told, translate, language, made }: WorksheetInput): ReportDocument {
	const t: Translate = (key, params) => translate(`report:${key}`, params);
	const blocks: Block[] = [
		{ type: 'heading', level: 1, id: 'story', text: told.title },
		{ type: 'paragraph', colour: 'muted', text: t('worksheet.fictional') },
		...told.story.map((text): Block => ({ type: 'paragraph', text })),
		{ type: 'heading', level: 2, text: t('worksheet.facts') },
		{ type: 'definitions', rows: told.facts.map(({ label, text }) => ({ label, value: text })) },
		{ type: 'heading', level: 1, id: 'roles', newPage: true, text: t('worksheet.roles') },
		{ type: 'paragraph', text: t('worksheet.rolesIntro') },
		...told.roles.map(({ title, knows, wants }): Block => ({
			type: 'callout',
			tone: 'neutral',
			title,
			paragraphs: [
				[{ text: t('worksheet.knows') + t('colon'), bold: true }, { text: knows }],
				[{ text: t('worksheet.wants') + t('colon'), bold: true }, { text: wants }]
			]
		})),
		{ type: 'heading', level: 1, id: 'tasks', newPage: true, text: t('worksheet.tasks') },
		{
			type: 'definitions',
			rows: [
				{ label: t('worksheet.group'), value: t('worksheet.blank') },
				{ label: t('worksheet.date'), value: t('worksheet.blank') }
			]
		},
		...told.worksheet.flatMap((task, index) => taskBlocks(task, index))
	];
	const furniture = {
		headerStart: told.title,
		headerEnd: told.organisation,
		footerStart: t('worksheet.footer'),
		pageNumber: t('furniture.page')
	};
	return {
		language,
		info: {
			title: `${t('worksheet.title')} – ${told.title}`,
			subject: t('worksheet.fictional'),
			created: `D:${hongKongTime(made).replace(/\D/g, '')}+08'00'`,
			fileId: fileIdOf(JSON.stringify([language, made, furniture, blocks]))
		},
		furniture,
		blocks
	};
}

/** Ruled rows of a table are the lines to write on; the task is its head and stays with them. */
function taskBlocks({ task, lines }: WorksheetCase['worksheet'][number], index: number): Block[] {
	const rows = Array.from({ length: lines }, () => ({ cells: [{ paragraphs: ['\u00a0'] }] }));
	return [
		{ type: 'spacer', height: 10 },
		{
			type: 'group',
			blocks: [{ type: 'table', size: 'lead', columns: [{ head: `${index + 1}. ${task}` }], rows }]
		}
	];
}
