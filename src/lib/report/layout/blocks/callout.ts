import type { CalloutBlock } from '../../blocks.ts';
import type { Canvas } from '../canvas.ts';
import { gapBetween, heightOf, together, type Draw, type FlowItem, type Frame } from '../flow.ts';
import { tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { contentHeight, TONE, TYPE } from '../theme.ts';
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
	const natural = heightOf(strips);
	if (natural <= contentHeight(frame.context.shape)) {
		const whole = together(strips, space);
		const stretched =
			(height: number): Draw =>
			(canvas, x, y) => {
				drawBox(block, frame, canvas, x, y + natural, height - natural);
				whole.draw(canvas, x, y);
			};
		return [{ ...whole, stretched }];
	}
	return strips.map((item, index) => ({
		...item,
		before: index === 0 ? space.before : 0,
		after: index === strips.length - 1 ? space.after : 0
	}));
}

function drawBox(
	block: CalloutBlock,
	frame: Frame,
	canvas: Canvas,
	x: number,
	y: number,
	height: number
): void {
	if (height <= 0) return;
	const { bar, tint } = TONE[block.tone];
	canvas.box(x, y, frame.width, height, tint);
	canvas.box(x, y, PADDING.bar, height, bar);
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
	return {
		height,
		keepWithNext: item.keepWithNext,
		draw: (canvas, x, y) => {
			drawBox(block, frame, canvas, x, y, height);
			item.draw(canvas, x, y + above);
		}
	};
}
