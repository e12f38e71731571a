import type { KeyFigure, KeyFiguresBlock } from '../../blocks.ts';
import { baselineOf } from '../draw-line.ts';
import type { FlowItem, Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox, type TextOptions } from '../text-box.ts';
import { COLOUR, SEVERITY_COLOUR, TYPE, type TypeSize } from '../theme.ts';

const GUTTER = 16;
/** Between the rule above a figure and the figure. */
const TOP = 8;
/** A value of up to so many characters is set in the largest size that fits a report page. */
const SHORT_VALUE = 4;
const LARGE: TypeSize = { size: 24, leading: 34 };

interface Column {
	readonly figure: KeyFigure;
	readonly value: TextBox;
	readonly unit: TextBox | null;
	readonly unitDrop: number;
	readonly label: TextBox;
	readonly note: TextBox | null;
}

export function layOutKeyFigures(block: KeyFiguresBlock, frame: Frame): FlowItem[] {
	const list = tag('Div', frame.tag);
	const count = block.figures.length;
	const width = (frame.width - GUTTER * (count - 1)) / count;
	const short = block.figures.every((figure) => [...figure.value].length <= SHORT_VALUE);
	const columns = block.figures.map((figure) =>
		layOutFigure(figure, width, short ? LARGE : TYPE.title, list, frame)
	);
	const heights = columns.map(
		({ value, label, note }) => value.height + label.height + (note ? note.height + 2 : 0)
	);
	const height = TOP + Math.max(0, ...heights);
	return [
		{
			height,
			before: 12,
			after: 14,
			draw: (canvas, x, y) => {
				columns.forEach((column, index) => {
					const left = x + index * (width + GUTTER);
					const colour = column.figure.severity ? SEVERITY_COLOUR[column.figure.severity] : COLOUR.accent;
					canvas.box(left, y, width, 1.5, colour);
					let top = y + TOP;
					column.value.draw(canvas, left, top);
					column.unit?.draw(canvas, left + column.value.usedWidth + 4, top + column.unitDrop);
					top += column.value.height;
					column.label.draw(canvas, left, top);
					column.note?.draw(canvas, left, top + column.label.height + 2);
				});
			}
		}
	];
}

function layOutFigure(figure: KeyFigure, width: number, type: TypeSize, list: Tag, frame: Frame): Column {
	const element = tag('P', list);
	const { language, context } = frame;
	const make = (text: string, options: Partial<TextOptions>): TextBox =>
		new TextBox(text, { type: TYPE.small, language, tag: element, ...options }, context);
	const value = make(figure.value, { type, weight: 700, severity: figure.severity });
	const unit = figure.unit ? make(figure.unit, { type: TYPE.body, colour: 'muted' }) : null;
	return {
		figure,
		value: value.setWidth(width),
		unit: unit?.setWidth(width) ?? null,
		// Puts the unit on the value's baseline.
		unitDrop: baselineOf(type) - baselineOf(TYPE.body),
		label: make(figure.label, { weight: 700 }).setWidth(width),
		note: figure.note ? make(figure.note, { type: TYPE.tiny, colour: 'muted' }).setWidth(width) : null
	};
}
