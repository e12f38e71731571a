import type { Block, GroupBlock } from '../../blocks.ts';
import { heightOf, together, type FlowItem, type Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { CONTENT_HEIGHT } from '../theme.ts';
import { layOutBarChart } from './bar-chart.ts';
import { layOutCallout } from './callout.ts';
import { layOutContents } from './contents.ts';
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
	return blocks.flatMap((block) => {
		if (block.type === 'page-break') {
			newPage = true;
			return [];
		}
		const items = layOutBlock(block, { ...frame, tag: elementFor(block) });
		if (items.length === 0) return items;
		const first = items[0]!;
		const anchors =
			block.id && !first.anchors?.includes(block.id) ? [block.id, ...(first.anchors ?? [])] : first.anchors;
		items[0] = { ...first, anchors, newPage: newPage || first.newPage };
		newPage = false;
		return items;
	});
}

function layOutBlock(block: Exclude<Block, { type: 'page-break' }>, outer: Frame): FlowItem[] {
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

function layOutGroup(block: GroupBlock, frame: Frame): FlowItem[] {
	const items = layOutBlocks(block.blocks, frame);
	if (items.length < 2 || heightOf(items) > CONTENT_HEIGHT) return items;
	// Links to something inside lead to the group's top: it stands on one page as a whole.
	return [together(items, { newPage: items[0]!.newPage, barrier: items.some((item) => item.barrier) })];
}
