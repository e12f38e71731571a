import type { CalloutBlock } from '../../blocks.ts';
import { gapBetween, heightOf, together, type FlowItem, type Frame } from '../flow.ts';
import { tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { CONTENT_HEIGHT, TONE, TYPE } from '../theme.ts';
import { lineItems } from './text-items.ts';

const PADDING = { x: 14, y: 10, bar: 3 } as const;

export function layOutCallout(block: CalloutBlock, frame: Frame): FlowItem[] {
	const element = tag('Div', frame.tag);
	const width = frame.width - 2 * PADDING.x - PADDING.bar;
	const options = { type: TYPE.body, language: frame.language };
	const set = (text: CalloutBlock['paragraphs'][number], weight: 400 | 700): TextBox =>
		new TextBox(text, { ...options, weight, tag: tag('P', element) }, frame.context).setWidth(width);
	const indent = PADDING.bar + PADDING.x;
	const inner = [
		...(block.title ? lineItems(set(block.title, 700), { after: 2, keepWithNext: true }, indent) : []),
		...block.paragraphs.flatMap((text) => lineItems(set(text, 400), { before: 2, after: 5 }, indent))
	];
	const strips = inner.map((item, index) => strip(block, frame, inner, item, index));
	const space = { before: 10, after: 10 };
	if (heightOf(strips) <= CONTENT_HEIGHT) return [together(strips, space)];
	return strips.map((item, index) => ({
		...item,
		before: index === 0 ? space.before : 0,
		after: index === strips.length - 1 ? space.after : 0
	}));
}

/** One line with its piece of the box, which reaches up to the line above. */
function strip(
	block: CalloutBlock,
	frame: Frame,
	inner: FlowItem[],
	item: FlowItem,
	index: number
): FlowItem {
	const above = index === 0 ? PADDING.y : gapBetween(inner[index - 1]!, item);
	const below = index === inner.length - 1 ? PADDING.y : 0;
	const height = above + item.height + below;
	const { bar, tint } = TONE[block.tone];
	return {
		height,
		keepWithNext: item.keepWithNext,
		draw: (canvas, x, y) => {
			canvas.box(x, y, frame.width, height, tint);
			canvas.box(x, y, PADDING.bar, height, bar);
			item.draw(canvas, x, y + above);
		}
	};
}
