import type { Block, GroupBlock, PairBlock, ReportLanguage } from '../../blocks.ts';
import { besideEachOther } from '../beside.ts';
import { columnWidth, heightOf, together, type FlowItem, type Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { contentHeight } from '../theme.ts';
import { layOutBarChart } from './bar-chart.ts';
import { layOutCallout } from './callout.ts';
import { layOutContents } from './contents.ts';
import { layOutCoverPair } from './cover-pair.ts';
import { layOutCover } from './cover.ts';
import { layOutDefinitions } from './definitions.ts';
import { layOutKeyFigures } from './key-figures.ts';
import { layOutRadar } from './radar.ts';
import { layOutSignOff } from './sign-off.ts';
import { layOutTable } from './table.ts';
import { layOutHeading, layOutList, layOutParagraph } from './text.ts';

/**
 * Lays out blocks one below the other.
 *
 * @param elementFor - the element that a block belongs to, when that is not the frame's
 * @throws {ReportError} `invalid_block`
 */
export function layOutBlocks(
	blocks: readonly Block[],
	frame: Frame,
	elementFor: (block: Block) => Tag = () => frame.tag
): FlowItem[] {
	let newPage = false;
	const columns = new ColumnTags();
	return blocks.flatMap((block) => {
		if (block.type === 'page-break') {
			newPage = true;
			return [];
		}
		const inner = { ...frame, tag: elementFor(block) };
		if (block.type !== 'pair') columns.end();
		const items = block.type === 'pair' ? layOutPair(block, inner, columns) : layOutBlock(block, inner);
		if (items.length === 0) return items;
		const first = items[0]!;
		const anchors =
			block.id && !first.anchors?.includes(block.id) ? [block.id, ...(first.anchors ?? [])] : first.anchors;
		items[0] = { ...first, anchors, newPage: newPage || first.newPage };
		newPage = false;
		return items;
	});
}

function layOutBlock(block: Exclude<Block, { type: 'page-break' | 'pair' }>, outer: Frame): FlowItem[] {
	const frame = inLanguageOf(block, outer);
	switch (block.type) {
		case 'cover':
			return layOutCover(block, frame);
		case 'heading':
			return layOutHeading(block, frame);
		case 'paragraph':
			return layOutParagraph(block, frame);
		case 'list':
			return layOutList(block, frame);
		case 'callout':
			return layOutCallout(block, frame);
		case 'key-figures':
			return layOutKeyFigures(block, frame);
		case 'table':
			return layOutTable(block, frame);
		case 'definitions':
			return layOutDefinitions(block, frame);
		case 'bar-chart':
			return layOutBarChart(block, frame);
		case 'radar':
			return layOutRadar(block, frame, layOutBlocks);
		case 'sign-off':
			return layOutSignOff(block, frame);
		case 'spacer':
			return [{ height: 0, before: block.height, draw: () => {} }];
		case 'group':
			return layOutGroup(block, frame);
		case 'contents':
			return layOutContents(block, frame);
	}
}

function inLanguageOf(block: Block, frame: Frame): Frame {
	if (!block.language || block.language === frame.language) return frame;
	const { language } = block;
	return { ...frame, language, tag: tag('Div', frame.tag, { language }) };
}

/** The elements of two columns: between two headings all of one language is read, then all of the other. */
class ColumnTags {
	#open: { readonly parent: Tag; readonly first: Tag; readonly second: Tag } | null = null;

	of(parent: Tag, first: ReportLanguage, second: ReportLanguage): { first: Tag; second: Tag } {
		if (this.#open?.parent !== parent) {
			const make = (language: ReportLanguage): Tag => tag('Div', parent, { language });
			this.#open = { parent, first: make(first), second: make(second) };
		}
		return this.#open;
	}

	/** Something stands between that belongs to both. */
	end(): void {
		this.#open = null;
	}
}

function layOutPair(block: PairBlock, frame: Frame, columns: ColumnTags): FlowItem[] {
	const { first, second, secondLanguage } = block;
	if (first.type === 'cover' && second.type === 'cover')
		return layOutCoverPair(first, second, secondLanguage, frame);
	const tags = columns.of(frame.tag, frame.language, secondLanguage);
	const width = columnWidth(frame.width);
	const left = layOutBlocks([first], { ...frame, width, tag: tags.first });
	const right = layOutBlocks([second], { ...frame, width, language: secondLanguage, tag: tags.second });
	return besideEachOther(left, right, frame.width);
}

function layOutGroup(block: GroupBlock, frame: Frame): FlowItem[] {
	const items = layOutBlocks(block.blocks, frame);
	if (items.length < 2 || heightOf(items) > contentHeight(frame.context.shape)) return items;
	// Links to something inside lead to the group's top: it stands on one page as a whole.
	return [together(items, { newPage: items[0]!.newPage, barrier: items.some((item) => item.barrier) })];
}
