import type { Inline, SecondText } from '../../blocks.ts';
import { columnWidth, type FlowItem, type Frame } from '../flow.ts';
import { TextBox, type TextOptions } from '../text-box.ts';
import { COLUMN_GUTTER } from '../theme.ts';

/** Least number of lines of a paragraph on either side of a page break. */
const LEAST_LINES = 2;

/**
 * Makes one flow item a line, so that a paragraph can go over pages without widows and orphans.
 *
 * @param text - already set to a width
 * @param indent - of the text, in pt
 */
export function lineItems(text: TextBox, extra: Partial<FlowItem> = {}, indent = 0): FlowItem[] {
	const count = text.lineCount;
	return Array.from({ length: count }, (_, index): FlowItem => {
		const done = index + 1;
		const last = done === count;
		return {
			height: text.leading,
			continues: index > 0,
			before: index === 0 ? extra.before : undefined,
			after: last ? extra.after : undefined,
			keepWithNext: last ? extra.keepWithNext : done < LEAST_LINES || count - done < LEAST_LINES,
			anchors: index === 0 ? extra.anchors : undefined,
			newPage: index === 0 ? extra.newPage : undefined,
			barrier: index === 0 ? extra.barrier : undefined,
			draw: (canvas, x, y) => text.drawLine(canvas, index, x + indent, y)
		};
	});
}

/** One element in two languages side by side, read one after the other. */
export function textPair(first: Inline, second: SecondText, style: TextOptions, frame: Frame): FlowItem {
	const width = columnWidth(frame.width);
	const left = new TextBox(first, style, frame.context).setBalanced(width);
	const { text, language } = second;
	const right = new TextBox(text, { ...style, language }, frame.context).setBalanced(width);
	return {
		height: Math.max(left.height, right.height),
		inColumns: true,
		draw: (canvas, x, y) => {
			left.draw(canvas, x, y);
			right.draw(canvas, x + width + COLUMN_GUTTER, y);
		}
	};
}
