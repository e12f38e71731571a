import {
	disagreementQueue,
	optionsOf,
	readResult,
	type Choice,
	type ResultReading,
	type RoomOption,
	type RoomQuestion,
	type RoomTexts
} from '../../core/room/index.ts';
import type { RoomFile } from '../../core/room/schema.ts';
import { floor, fraction, hongKongTime, type Fraction } from '../../core/index.ts';
import type { Block, Inline, ReportDocument, ReportLanguage, TableRow } from '../blocks.ts';
import { fileIdOf } from '../content/file-id.ts';
import type { Translate } from '../content/input.ts';

export interface RoomReportInput {
	readonly file: RoomFile;
	/** Words of the room's questionnaire in `language`. */
	readonly texts: RoomTexts;
	/** Title of the case in `language`, where the room was about one. */
	readonly caseTitle?: string | undefined;
	/** Words of the namespaces `roomReport`, `room` and `report`. */
	readonly translate: Translate;
	readonly translateList: (key: string) => readonly string[];
	readonly language: ReportLanguage;
	/** ISO time: there is no clock in here. */
	readonly made: string;
}

interface Entry {
	readonly number: number;
	readonly words: RoomQuestion | undefined;
	readonly id: string;
	readonly options: readonly RoomOption[];
	readonly reading: ResultReading | null;
	readonly given: RoomFile['questions'][number];
}

const NONE = '–';

/** Rounded down, as on the screen. */
const percent = (share: Fraction) => floor(fraction(share.n * 100n, share.d));

/**
 * Makes the report of a room, as data: overview, what to talk about, then question by question with every note.
 *
 * Pure: the same input gives the same document.
 */
export function buildRoomReport(input: RoomReportInput): ReportDocument {
	const { file, texts, translate, language, made } = input;
	const t: Translate = (key, params) => translate(`roomReport:${key}`, params);
	const title = file.spec.title || texts.title;
	const entries = entriesOf(input);
	const blocks: Block[] = [
		...cover(input, t, title),
		...overview(entries, input, t),
		...talkFirst(entries, file, t),
		{ type: 'heading', level: 1, text: t('each'), newPage: true },
		...entries.flatMap((entry) => questionBlocks(entry, input, t)),
		{ type: 'heading', level: 1, text: t('rules') },
		{ type: 'list', style: 'bullet', items: input.translateList('roomReport:rulesText') }
	];
	return {
		language,
		info: {
			title: `${t('eyebrow')} – ${title}`,
			created: `D:${hongKongTime(made).replace(/\D/g, '')}+08'00'`,
			fileId: fileIdOf(JSON.stringify([language, made, blocks]))
		},
		furniture: {
			headerStart: title,
			footerStart: t('facts.version', { title: texts.title, version: file.spec.questionnaire.version }),
			pageNumber: t('page')
		},
		blocks
	};
}

function entriesOf({ file, texts, translate }: RoomReportInput): Entry[] {
	const unknown = translate('room:unknown');
	return file.questions.map((given, index) => {
		const words = texts.questions.find(({ id }) => id === given.question);
		return {
			number: index + 1,
			words,
			id: given.question,
			options: words ? optionsOf(words, texts.grades, unknown) : [],
			reading: given.result && readResult(given.result),
			given
		};
	});
}

function dayText({ translate }: RoomReportInput, iso: string): string {
	const [year = '', month = '', day = ''] = hongKongTime(iso).slice(0, 10).split('-');
	return translate('report:date', {
		year,
		month: translate(`report:month.${Number(month)}`),
		day: Number(day)
	});
}

function cover(input: RoomReportInput, t: Translate, title: string): Block[] {
	const { file, texts, made } = input;
	const fact = (key: string, value: string) => ({ label: t(`facts.${key}`), value });
	return [
		{
			type: 'cover',
			eyebrow: t('eyebrow'),
			title,
			badge: t('badge'),
			facts: [
				fact(
					'questionnaire',
					t('facts.version', { title: texts.title, version: file.spec.questionnaire.version })
				),
				...(input.caseTitle ? [fact('case', input.caseTitle)] : []),
				fact('opened', dayText(input, file.opened)),
				fact('joined', String(file.joined)),
				fact('questions', String(file.questions.length)),
				fact('made', dayText(input, made))
			],
			notes: input.translateList('roomReport:notes')
		}
	];
}

const gradeName = (choice: Choice | null, { options }: Entry): string =>
	choice === null ? NONE : (options.find((option) => option.choice === choice)?.label ?? String(choice));

function overview(entries: readonly Entry[], _: RoomReportInput, t: Translate): Block[] {
	const end = { weight: 0, align: 'end' as const };
	return [
		{ type: 'heading', level: 1, text: t('overview') },
		{
			type: 'table',
			columns: [
				{ head: t('question'), weight: 3, minWidth: 150 },
				{ head: t('answered'), ...end },
				{ head: t('median'), weight: 1 },
				{ head: t('agreement'), ...end },
				{ head: t('unknown'), ...end },
				{ head: t('agreed'), weight: 1 }
			],
			rows: entries.map((entry) => overviewRow(entry, t))
		}
	];
}

function overviewRow(entry: Entry, t: Translate): TableRow {
	const { number, words, id, reading, given } = entry;
	return {
		cells: [
			{ paragraphs: [`${number}. ${words?.short ?? id}`], rowHead: true },
			reading ? String(reading.answered) : NONE,
			gradeName(reading?.median ?? null, entry),
			reading?.agreement ? String(percent(reading.agreement)) : NONE,
			reading?.unknown ? t('percent', { n: percent(reading.unknown) }) : NONE,
			gradeName(given.agreed, entry)
		]
	};
}

function talkFirst(entries: readonly Entry[], file: RoomFile, t: Translate): Block[] {
	const order = disagreementQueue(file.questions.map(({ result }, item) => ({ item, result })));
	const flagged = order.flatMap((item) => {
		const entry = entries[item];
		return entry?.reading && (entry.reading.disagreement || entry.reading.rolesApart) ? [entry] : [];
	});
	return [
		{ type: 'heading', level: 1, text: t('talk') },
		flagged.length === 0
			? { type: 'paragraph', text: t('talkNone') }
			: {
					type: 'list',
					style: 'bullet',
					items: flagged.map(({ number, words, id, reading }) =>
						t('talkItem', {
							question: `${number}. ${words?.short ?? id}`,
							n: reading?.agreement ? percent(reading.agreement) : NONE
						})
					)
				}
	];
}

function questionBlocks(entry: Entry, input: RoomReportInput, t: Translate): Block[] {
	const { number, words, id, given } = entry;
	const note: Block[] =
		given.note.trim() === ''
			? []
			: [{ type: 'callout', tone: 'neutral', title: t('note'), paragraphs: given.note.split('\n') }];
	return [
		{ type: 'heading', level: 2, text: `${number}. ${words?.short ?? id}` },
		{ type: 'paragraph', text: words?.question ?? id, keepWithNext: true },
		...resultBlocks(entry, input, t),
		...(given.agreed === null
			? []
			: [
					{
						type: 'definitions' as const,
						rows: [{ label: t('agreed'), value: [{ text: gradeName(given.agreed, entry), bold: true }] }]
					}
				]),
		...note
	];
}

function resultBlocks(entry: Entry, input: RoomReportInput, t: Translate): Block[] {
	const { given, reading, options } = entry;
	const { translate, file } = input;
	if (!given.result || !reading) {
		const why = given.held
			? translate(`room:held.${given.held}`)
			: given.state === 'waiting' || given.state === 'open'
				? t(`state.${given.state}`)
				: translate('room:held.too_few');
		return [{ type: 'paragraph', text: why, colour: 'muted' }];
	}
	const { counts } = given.result;
	const countOf = (choice: Choice) => counts[choice === 'unknown' ? 4 : choice];
	const spread = options.map(({ choice, label }) => `${label} ${countOf(choice)}`).join(t('join'));
	const pair = (key: string, value: string | number) => t('pair', { label: t(key), value });
	const line: Inline = [
		pair('median', gradeName(reading.median, entry)),
		pair('agreement', reading.agreement ? percent(reading.agreement) : NONE),
		pair('answered', reading.answered),
		...(reading.disagreement || reading.rolesApart ? [t('flag')] : [])
	].join(' · ');
	return [
		{
			type: 'bar-chart',
			bars: options.map(({ choice, label }) => ({
				label,
				value: countOf(choice),
				valueText: String(countOf(choice))
			})),
			max: Math.max(1, ...counts),
			alt: t('alt', { spread })
		},
		{ type: 'paragraph', text: line },
		...(reading.roles.length === 0 ? [] : [rolesTable(entry, file, translate)])
	];
}

function rolesTable({ given, reading, options }: Entry, file: RoomFile, translate: Translate): Block {
	const nameOf = (place: number) => {
		const role = file.spec.roles[place];
		return role?.name ?? translate(`room:roles.${role?.id ?? 'none'}`);
	};
	return {
		type: 'table',
		caption: translate('room:figures.byRole'),
		columns: [
			{ head: translate('room:figures.role'), weight: 2 },
			...options.map(({ label }) => ({ head: label, weight: 0, align: 'end' as const })),
			{ head: translate('room:figures.median'), weight: 1 }
		],
		rows: (given.result?.roles ?? []).map(({ role, counts }, index) => ({
			cells: [
				{ paragraphs: [nameOf(role)], rowHead: true },
				...options.map(({ choice }) => String(counts[choice === 'unknown' ? 4 : choice])),
				gradeName(reading?.roles[index]?.median ?? null, { options } as Entry)
			]
		}))
	};
}
