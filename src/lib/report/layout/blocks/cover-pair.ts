import type { CoverBlock, ReportLanguage } from '../../blocks.ts';
import { besideEachOther } from '../beside.ts';
import type { Canvas } from '../canvas.ts';
import { columnWidth, drawAll, heightOf, type FlowItem, type Frame } from '../flow.ts';
import { tag } from '../tag.ts';
import { TextBox, type TextOptions } from '../text-box.ts';
import { COLOUR, TYPE } from '../theme.ts';
import { BADGE_COLOUR, badgeHeight, BAND_HEIGHT, drawBadge } from './cover.ts';
import { layOutDefinitions } from './definitions.ts';
import { lineItems, textPair } from './text-items.ts';

/** Smaller than on a page of one language: two titles share the width. */
const TITLE = { size: 24, leading: 33 } as const;
/** Places on the page, in pt from its top and foot. */
const TOP = 46;
const FOOT = 34;

/**
 * A cover in two languages. What it says about itself stands at its foot; where that does not fit, on the page behind.
 *
 * @param second - of the same shape as the first
 */
export function layOutCoverPair(
	first: CoverBlock,
	second: CoverBlock,
	secondLanguage: ReportLanguage,
	frame: Frame
): FlowItem[] {
	const { shape } = frame.context;
	const element = tag('Sect', frame.tag);
	const style = { type: TITLE, weight: 700, language: frame.language, tag: tag('H1', element) } as const;
	const title = textPair(first.title, { text: second.title, language: secondLanguage }, style, frame);
	const left = new CoverColumn(first, { ...frame, tag: tag('Div', element, { language: frame.language }) });
	const right = new CoverColumn(second, {
		...frame,
		language: secondLanguage,
		tag: tag('Div', element, { language: secondLanguage })
	});
	const both = (part: (column: CoverColumn) => FlowItem[], after: number): FlowItem[] => {
		const items = besideEachOther(part(left), part(right), frame.width);
		const last = items.at(-1);
		return last ? [...items.slice(0, -1), { ...last, after }] : [];
	};
	const upper = [
		...both((column) => column.eyebrow, 10),
		{ ...title, after: 6 },
		...both((column) => column.subtitle, 12),
		...both((column) => column.badge, 12),
		...both((column) => column.facts, 0)
	];
	const notes = both((column) => column.notes, 0);
	const room = shape.height - TOP - FOOT - heightOf(upper);
	const fits = heightOf(notes) + 16 <= room;
	const draw = (canvas: Canvas): void => {
		canvas.box(0, 0, shape.width, BAND_HEIGHT, COLOUR.accent);
		drawAll(upper, canvas, shape.margin, TOP);
		if (fits) drawAll(notes, canvas, shape.margin, shape.height - FOOT - heightOf(notes));
	};
	const page: FlowItem = { height: shape.height, fullPage: true, draw };
	return fits ? [page] : [page, ...notes];
}

/** The texts of one side; made in the order in which they are read. */
class CoverColumn {
	readonly eyebrow: FlowItem[];
	readonly subtitle: FlowItem[];
	readonly badge: FlowItem[];
	readonly facts: FlowItem[];
	readonly notes: FlowItem[];

	constructor(block: CoverBlock, frame: Frame) {
		const width = columnWidth(frame.width);
		const set = (text: NonNullable<CoverBlock['notes']>[number], options: Partial<TextOptions>): TextBox => {
			const { language, context } = frame;
			const all = { type: TYPE.lead, language, tag: tag('P', frame.tag), ...options };
			return new TextBox(text, all, context).setWidth(width);
		};
		this.eyebrow = block.eyebrow ? lineItems(set(block.eyebrow, { weight: 700, colour: 'accent' })) : [];
		this.subtitle = block.subtitle ? lineItems(set(block.subtitle, { colour: 'muted' })) : [];
		this.badge = block.badge ? [badgeItem(set(block.badge, { weight: 700, paint: BADGE_COLOUR }))] : [];
		const rows = { type: 'definitions', rows: block.facts, size: 'small' } as const;
		this.facts = layOutDefinitions(rows, { ...frame, width });
		this.notes = (block.notes ?? []).flatMap((text) =>
			lineItems(set(text, { type: TYPE.tiny, colour: 'muted' }), { after: 3 })
		);
	}
}

function badgeItem(badge: TextBox): FlowItem {
	return { height: badgeHeight(badge), draw: (canvas, x, y) => drawBadge(canvas, badge, x, y) };
}
