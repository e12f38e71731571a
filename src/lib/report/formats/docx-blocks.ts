import {
	BorderStyle,
	HeadingLevel,
	Paragraph,
	ShadingType,
	Table,
	TableLayoutType,
	TableRow,
	WidthType,
	type FileChild,
	type IParagraphOptions
} from 'docx';
import type { Block, CalloutBlock, CoverBlock, Inline, ListBlock, SignOffBlock } from '../blocks.ts';
import { cellOf, docxTable, RULES, TEXT_WIDTH } from './docx-table.ts';
import { paragraph } from './docx-text.ts';

const SIZES = { lead: 12, body: 10.5, small: 9 } as const;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const AFTER = { after: 100 } as const;
/** Colour of the bar beside a box. */
const TONES = { neutral: '5B6773', warning: 'D55E00', law: '0B4F8A', good: '2E7D4F' } as const;

/** One ordered list; each has numbers of its own. */
export interface Lists {
	next(): number;
}

/**
 * Blocks of a report as parts of a Word document. Charts have no part here: the numbers of each stand in the table
 * behind it. The table of contents is left to the word processor, which makes it from the headings.
 */
export function docxBlocks(blocks: readonly Block[], lists: Lists): FileChild[] {
	return blocks.flatMap((block) => blockParts(block, lists));
}

function blockParts(block: Block, lists: Lists): FileChild[] {
	switch (block.type) {
		case 'cover':
			return coverParts(block);
		case 'heading':
			return [
				paragraph(
					block.text,
					{},
					{ heading: HEADINGS[block.level], keepNext: true, pageBreakBefore: block.newPage ?? false }
				)
			];
		case 'paragraph':
			return [
				paragraph(
					block.text,
					{ size: SIZES[block.size ?? 'body'], colour: block.colour },
					{ spacing: AFTER, keepNext: block.keepWithNext ?? false }
				)
			];
		case 'list':
			return listParts(block, lists);
		case 'callout':
			return calloutParts(block);
		case 'key-figures':
			return block.figures.map(({ value, unit, label, note }) =>
				paragraph([
					{ text: `${value}${unit ? ` ${unit}` : ''}  `, bold: true },
					{ text: [label, note].filter(Boolean).join(' · ') }
				])
			);
		case 'table':
			return [
				...(block.caption ? [paragraph(block.caption, { bold: true }, { keepNext: true })] : []),
				docxTable(block),
				new Paragraph({ spacing: AFTER })
			];
		case 'definitions':
			return definitionParts(block.rows);
		case 'sign-off':
			return block.signatories.flatMap(signatoryParts);
		case 'pair':
			// A narrow page has no room for two columns: one language follows the other.
			return docxBlocks([block.first, block.second], lists);
		case 'group':
			return docxBlocks(block.blocks, lists);
		case 'radar':
			return docxBlocks(block.beside ?? [], lists);
		case 'page-break':
			return [new Paragraph({ pageBreakBefore: true })];
		case 'bar-chart':
		case 'spacer':
		case 'contents':
			return [];
	}
}

function coverParts(block: CoverBlock): FileChild[] {
	return [
		...(block.eyebrow ? [paragraph(block.eyebrow, { colour: 'accent', bold: true })] : []),
		paragraph(block.title, {}, { heading: HeadingLevel.TITLE }),
		...(block.subtitle ? [paragraph(block.subtitle, { size: SIZES.lead }, { spacing: AFTER })] : []),
		...(block.badge ? [paragraph(block.badge, { bold: true, colour: 'accent' }, { spacing: AFTER })] : []),
		...definitionParts(block.facts),
		...(block.notes ?? []).map((note) =>
			paragraph(note, { size: SIZES.small, colour: 'muted' }, { spacing: AFTER })
		)
	];
}

function definitionParts(rows: readonly { readonly label: string; readonly value: Inline }[]): FileChild[] {
	return [
		docxTable({
			type: 'table',
			columns: [
				{ head: '', weight: 1 },
				{ head: '', weight: 2.5 }
			],
			rows: rows.map(({ label, value }) => ({
				cells: [[{ text: label, colour: 'muted' }], value.length === 0 ? '–' : value]
			}))
		}),
		new Paragraph({ spacing: AFTER })
	];
}

function listParts(block: ListBlock, lists: Lists): FileChild[] {
	const size = SIZES[block.size ?? 'body'];
	const instance = lists.next();
	const looks: IParagraphOptions =
		block.style === 'bullet'
			? { bullet: { level: 0 } }
			: { numbering: { reference: 'numbers', level: 0, instance } };
	return block.items.flatMap((item) => {
		const { text, items = [] } = typeof item === 'object' && 'text' in item ? item : { text: item };
		return [
			paragraph(text, { size }, looks),
			...items.map((inner) => paragraph(inner, { size }, { bullet: { level: 1 } }))
		];
	});
}

function calloutParts({ tone, title, paragraphs }: CalloutBlock): FileChild[] {
	const box: IParagraphOptions = {
		shading: { type: ShadingType.CLEAR, fill: 'F3F6F9' },
		border: { left: { style: BorderStyle.SINGLE, size: 24, color: TONES[tone], space: 6 } },
		indent: { left: 140 }
	};
	const texts = [
		...(title ? [{ text: title, bold: true }] : []),
		...paragraphs.map((text) => ({ text, bold: false }))
	];
	return [
		...texts.map(({ text, bold }) => paragraph(text, { bold: bold || undefined }, box)),
		new Paragraph({ spacing: AFTER })
	];
}

/** A label and room to write, or what was entered already. */
function signatoryParts({ role, fields }: SignOffBlock['signatories'][number]): FileChild[] {
	const half = Math.floor(TEXT_WIDTH / 4);
	const rows = fields.map(
		({ label, value }) =>
			new TableRow({
				height: { value: 480, rule: 'atLeast' },
				children: [
					cellOf([paragraph(label, { size: SIZES.small, colour: 'muted' })], half),
					cellOf([paragraph(value ?? '')], TEXT_WIDTH - half)
				]
			})
	);
	const table = new Table({
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		columnWidths: [half, TEXT_WIDTH - half],
		layout: TableLayoutType.FIXED,
		borders: RULES,
		rows
	});
	return [
		...(role ? [paragraph(role, { bold: true }, { keepNext: true })] : []),
		...(rows.length > 0 ? [table] : []),
		new Paragraph({ spacing: AFTER })
	];
}
