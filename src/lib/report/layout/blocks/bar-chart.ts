import type { BarChartBlock, ChartBar } from '../../blocks.ts';
import type { Canvas } from '../canvas.ts';
import { together, type FlowItem, type Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { COLOUR, SEVERITY_COLOUR, TYPE } from '../theme.ts';
import { drawTarget, Legend, smallText, type LegendEntry } from './chart-parts.ts';
import { lineItems } from './text-items.ts';

const BAR_HEIGHT = 8;
const ROW_GAP = 7;
const COLUMN_GAP = 12;
/** Labels may not take more of the width than this. */
const WIDEST_LABEL = 0.42;
/** From so many bars on the chart may go over pages, bar by bar. */
const LONG_CHART = 24;

/** Columns of the chart, in pt from its left edge. */
interface Scale {
	readonly labelWidth: number;
	readonly start: number;
	readonly width: number;
	readonly max: number;
	readonly ticks: readonly number[];
}

export function layOutBarChart(block: BarChartBlock, frame: Frame): FlowItem[] {
	const heading = title(block, frame);
	const figure = tag('Figure', frame.tag, { alt: block.alt });
	const labels = block.bars.map((bar) => labelBox(bar, figure, frame));
	const values = block.bars.map((bar) => valueBox(bar, figure, frame));
	const labelWidth = Math.min(
		Math.max(0, ...labels.map((box) => box.naturalWidth)),
		frame.width * WIDEST_LABEL
	);
	const valueWidth = Math.max(0, ...values.map((box) => box.naturalWidth));
	const start = labelWidth + COLUMN_GAP;
	const width = frame.width - start - COLUMN_GAP - valueWidth;
	const scale: Scale = { labelWidth, start, width, max: block.max, ticks: block.ticks ?? [] };
	const rows = block.bars.map((bar, index) => {
		const label = labels[index]!.setWidth(labelWidth);
		const value = values[index]!.setWidth(valueWidth);
		return barRow(bar, label, value, scale, frame.width - valueWidth, figure);
	});
	const items = [...heading, ...legend(block, figure, frame), ...rows, ...axis(scale, figure, frame)];
	const space = { before: 12, after: 14 };
	if (block.bars.length < LONG_CHART) return [together(items, { ...space, mayFloat: true })];
	items[0] = { ...items[0]!, before: space.before };
	items[items.length - 1] = { ...items.at(-1)!, after: space.after };
	return items;
}

function labelBox(bar: ChartBar, figure: Tag, frame: Frame): TextBox {
	const { language, context } = frame;
	return new TextBox(bar.label, { type: TYPE.small, language, severity: bar.severity, tag: figure }, context);
}

function valueBox(bar: ChartBar, figure: Tag, frame: Frame): TextBox {
	const { language, context } = frame;
	const colour = bar.value === null ? 'muted' : 'ink';
	const options = { type: TYPE.small, weight: 700, colour, align: 'end', language, tag: figure } as const;
	return new TextBox(bar.valueText, options, context);
}

function title(block: BarChartBlock, frame: Frame): FlowItem[] {
	if (!block.title) return [];
	const options = {
		type: TYPE.body,
		weight: 700,
		language: frame.language,
		tag: tag('P', frame.tag)
	} as const;
	const text = new TextBox(block.title, options, frame.context).setWidth(frame.width);
	return lineItems(text, { after: 5 }).map((item) => ({ ...item, keepWithNext: true }));
}

function legend(block: BarChartBlock, figure: Tag, frame: Frame): FlowItem[] {
	if (!block.legend) return [];
	const { value, target } = block.legend;
	const entries: LegendEntry[] = [
		{ text: value, swatch: (canvas, x, y) => canvas.box(x, y - 3, 16, 6, COLOUR.accent, figure) }
	];
	if (target)
		entries.push({ text: target, swatch: (canvas, x, y) => drawTarget(canvas, x + 8, y, 11, figure) });
	const drawn = new Legend(entries, frame.width, figure, frame);
	return [
		{ height: drawn.height, after: 8, keepWithNext: true, draw: (canvas, x, y) => drawn.draw(canvas, x, y) }
	];
}

function barRow(
	bar: ChartBar,
	label: TextBox,
	value: TextBox,
	scale: Scale,
	valueX: number,
	figure: Tag
): FlowItem {
	const height = Math.max(label.height, value.height, BAR_HEIGHT + 4);
	const colour = bar.severity ? SEVERITY_COLOUR[bar.severity] : COLOUR.accent;
	return {
		height,
		before: ROW_GAP,
		draw: (canvas, x, y) => {
			const middle = y + height / 2;
			const top = middle - BAR_HEIGHT / 2;
			const left = x + scale.start;
			const at = (number: number): number => scale.width * Math.min(Math.max(number / scale.max, 0), 1);
			drawTicks(canvas, scale, left, y - ROW_GAP / 2, height + ROW_GAP, figure);
			canvas.box(left, top, scale.width, BAR_HEIGHT, COLOUR.track, figure);
			if (bar.value !== null && bar.value > 0)
				canvas.box(left, top, at(bar.value), BAR_HEIGHT, colour, figure);
			if (bar.target !== undefined) drawTarget(canvas, left + at(bar.target), middle, BAR_HEIGHT + 6, figure);
			label.draw(canvas, x, middle - label.height / 2);
			value.draw(canvas, x + valueX, middle - value.height / 2);
		}
	};
}

function drawTicks(
	canvas: Canvas,
	scale: Scale,
	left: number,
	top: number,
	height: number,
	figure: Tag
): void {
	for (const tick of scale.ticks) {
		const x = left + (scale.width * tick) / scale.max;
		canvas.line([x, top], [x, top + height], { colour: COLOUR.rule, width: 0.5 }, figure);
	}
}

function axis(scale: Scale, figure: Tag, frame: Frame): FlowItem[] {
	if (scale.ticks.length === 0) return [];
	const numbers = scale.ticks.map((tick) => smallText(String(tick), figure, frame, 'center').setWidth(40));
	return [
		{
			height: TYPE.tiny.leading,
			before: ROW_GAP / 2,
			draw: (canvas, x, y) =>
				numbers.forEach((box, index) => {
					const at = (scale.width * scale.ticks[index]!) / scale.max;
					box.draw(canvas, x + scale.start + at - 20, y + 1);
				})
		}
	];
}
