import type {
	Block,
	ColumnBlock,
	DocumentInfo,
	Inline,
	PageFurniture,
	PairBlock,
	ReportDocument,
	ReportLanguage,
	Run,
	Signatory
} from '../blocks.ts';
import { ReportError } from '../errors.ts';
import { fileIdOf } from './file-id.ts';

/**
 * Puts the same report in two languages side by side. Headings, table of contents and signatures stand once, for both; all else
 * stands in a column of its own.
 *
 * @throws {ReportError} `invalid_block` when the two do not have the same blocks: they are not of the same report
 */
export function pairDocuments(first: ReportDocument, second: ReportDocument): ReportDocument {
	const { language } = second;
	return {
		language: first.language,
		secondLanguage: language,
		info: pairInfo(first.info, second.info),
		furniture: pairFurniture(first.furniture, second.furniture, language),
		blocks: pairBlocks(first.blocks, second.blocks, language),
		attachment: first.attachment
	};
}

function pairInfo(first: DocumentInfo, second: DocumentInfo): DocumentInfo {
	const both = (a: string | undefined, b: string | undefined): string | undefined =>
		a === b || !a || !b ? (a ?? b) : `${a} / ${b}`;
	return {
		...first,
		title: both(first.title, second.title) ?? first.title,
		subject: both(first.subject, second.subject),
		fileId: fileIdOf(JSON.stringify([first.fileId, second.fileId]))
	};
}

function pairFurniture(a: PageFurniture, b: PageFurniture, language: ReportLanguage): PageFurniture {
	const join = (key: keyof PageFurniture): Inline | undefined =>
		a[key] && b[key] ? once(a[key], b[key], language) : a[key];
	return {
		headerStart: join('headerStart'),
		headerEnd: join('headerEnd'),
		footerStart: join('footerStart'),
		footerMark: join('footerMark'),
		pageNumber: once(a.pageNumber, b.pageNumber, language)
	};
}

const runsOf = (text: Inline): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

const inLanguage = (text: Inline, language: ReportLanguage): Run[] =>
	runsOf(text).map((run) => ({ ...run, language: run.language ?? language }));

/** Both, one behind the other; what says the same in both languages stands once. */
function once(first: Inline, second: Inline, language: ReportLanguage): Inline {
	if (JSON.stringify(first) === JSON.stringify(second)) return first;
	// Marks that somebody typed are the same in both languages: they stand once, or they push out the line beside them.
	const known = typeof first === 'string' ? first.split(' · ') : [];
	const rest =
		typeof second === 'string'
			? second
					.split(' · ')
					.filter((part) => !known.includes(part))
					.join(' · ')
			: second;
	return [...runsOf(first), { text: ' · ' }, ...inLanguage(rest, language)];
}

function pairBlocks(first: readonly Block[], second: readonly Block[], language: ReportLanguage): Block[] {
	if (first.length !== second.length) throw differs(`${first.length} blocks`, `${second.length}`);
	return first.map((block, index) => pairBlock(block, second[index]!, language));
}

function pairBlock(a: Block, b: Block, language: ReportLanguage): Block {
	switch (a.type) {
		case 'heading':
			if (b.type === 'heading') return { ...a, second: { text: b.text, language } };
			break;
		case 'contents':
			if (b.type === 'contents') return { ...a, second: { text: b.title, language } };
			break;
		case 'group':
			if (b.type === 'group') return { ...a, blocks: pairBlocks(a.blocks, b.blocks, language) };
			break;
		case 'sign-off':
			if (b.type === 'sign-off')
				return {
					...a,
					signatories: a.signatories.map((own, index) => pairSignatory(own, b.signatories[index]!, language))
				};
			break;
		case 'page-break':
		case 'spacer':
		case 'pair':
			if (b.type === a.type) return a;
			break;
		default:
			if (isAlike(a, b))
				return { type: 'pair', id: a.id, first: a, second: b, secondLanguage: language } satisfies PairBlock;
	}
	throw differs(describe(a), describe(b));
}

/** Nobody signs twice: one line, its label in both languages. */
function pairSignatory(a: Signatory, b: Signatory, language: ReportLanguage): Signatory {
	return {
		role: once(a.role, b.role, language),
		fields: a.fields.map((field, index) => ({
			...field,
			label: once(field.label, b.fields[index]?.label ?? field.label, language)
		}))
	};
}

/** Whether two blocks have the same rows, so that they can stand level. */
function isAlike(a: ColumnBlock, b: Block): b is ColumnBlock {
	return a.type === b.type && describe(a) === describe(b);
}

function describe(block: Block): string {
	if (block.type === 'table' || block.type === 'definitions') return `${block.type} of ${block.rows.length}`;
	return block.type === 'list' ? `list of ${block.items.length}` : block.type;
}

function differs(first: string, second: string): ReportError {
	return new ReportError(
		'invalid_block',
		`The two languages do not say the same: ${first} beside ${second}.`
	);
}
