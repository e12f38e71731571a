import type { ContentsBlock } from '../../blocks.ts';
import { columnWidth, type FlowItem, type Frame, type HeadingEntry } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { COLOUR, COLUMN_GUTTER, TYPE } from '../theme.ts';
import { lineItems, textPair } from './text-items.ts';

const INDENT = 14;
/** Room for the page number. */
const NUMBER_WIDTH = 36;

/** Titles with page numbers; the whole line is a link. */
export function layOutContents(block: ContentsBlock, frame: Frame): FlowItem[] {
	const { language, context } = frame;
	const style = {
		type: TYPE.title,
		weight: 700,
		colour: 'accent',
		language,
		tag: tag('H1', frame.tag)
	} as const;
	const space = { after: 12, keepWithNext: true };
	const title = block.second
		? [{ ...textPair(block.title, block.second, style, frame), ...space }]
		: lineItems(new TextBox(block.title, style, context).setWidth(frame.width), space);
	const list = tag('TOC', frame.tag);
	const depth = block.depth ?? 2;
	const entries = [...context.headings.values()].filter((heading) => heading.toc && heading.level <= depth);
	return [...title, ...entries.map((entry) => entryItem(entry, list, frame))];
}

function entryItem(entry: HeadingEntry, list: Tag, frame: Frame): FlowItem {
	const { language, context, width } = frame;
	const element = tag('Link', tag('TOCI', list));
	const top = entry.level === 1;
	const type = top ? TYPE.body : TYPE.small;
	const indent = (entry.level - 1) * INDENT;
	const style = { type, weight: top ? 700 : 400, language, tag: element } as const;
	const column = entry.second ? columnWidth(width) : width - NUMBER_WIDTH;
	const text = new TextBox(entry.text, style, context).setWidth(column - indent);
	const second = entry.second
		? new TextBox(entry.second.text, { ...style, language: entry.second.language }, context).setWidth(
				column - indent - NUMBER_WIDTH
			)
		: null;
	const textHeight = Math.max(text.height, second?.height ?? 0);
	const height = textHeight + 3;
	return {
		height,
		before: top ? 7 : 0,
		draw: (canvas, x, y) => {
			text.draw(canvas, x + indent, y);
			second?.draw(canvas, x + column + COLUMN_GUTTER + indent, y);
			const page = context.pageOf.get(entry.anchor);
			const number = new TextBox(page === undefined ? '' : String(page), { ...style, align: 'end' }, context);
			number.setWidth(NUMBER_WIDTH).draw(canvas, x + width - NUMBER_WIDTH, y + textHeight - type.leading);
			if (top) canvas.line([x, y + height], [x + width, y + height], { colour: COLOUR.rule, width: 0.5 });
			const target = { anchor: entry.anchor };
			const description = page === undefined ? entry.title : `${entry.title} ${page}`;
			canvas.link({ x, y, width, height, target, description, tag: element });
		}
	};
}
