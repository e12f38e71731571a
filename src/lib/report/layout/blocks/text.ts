import type { HeadingBlock, ListBlock, ListItem, ParagraphBlock } from '../../blocks.ts';
import type { Draw, FlowItem, Frame } from '../flow.ts';
import { ARTIFACT, tag, type Tag, type TagOrArtifact } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { TEXT_SIZE, TYPE, type TypeSize } from '../theme.ts';
import { lineItems, textPair } from './text-items.ts';

/** Space above and below by level, in pt. */
const HEADING_SPACE = {
	1: { before: 34, after: 10 },
	2: { before: 22, after: 6 },
	3: { before: 13, after: 3 }
} as const;
const HEADING_TYPE = { 1: TYPE.title, 2: TYPE.lead, 3: TYPE.body } as const;
const LIST_INDENT = 14;

export function layOutHeading(block: HeadingBlock, frame: Frame): FlowItem[] {
	const { level } = block;
	const entry = frame.context.headings.get(block);
	const style = {
		type: HEADING_TYPE[level],
		language: frame.language,
		weight: 700,
		colour: level === 1 ? 'accent' : 'ink',
		tag: tag(`H${entry?.depth ?? level}`, frame.tag)
	} as const;
	const extra = {
		...HEADING_SPACE[level],
		keepWithNext: true,
		barrier: true,
		newPage: block.newPage,
		anchors: entry ? [entry.anchor] : undefined
	};
	const { second } = block;
	if (second) return [{ ...textPair(block.text, second, style, frame), ...extra }];
	const text = new TextBox(block.text, style, frame.context).setBalanced(frame.width);
	return lineItems(text, extra).map((item) => ({ ...item, keepWithNext: true }));
}

export function layOutParagraph(block: ParagraphBlock, frame: Frame): FlowItem[] {
	const text = new TextBox(
		block.text,
		{
			type: TEXT_SIZE[block.size ?? 'body'],
			language: frame.language,
			colour: block.colour,
			tag: tag('P', frame.tag)
		},
		frame.context
	).setWidth(frame.width);
	const space = block.size === 'small' ? 5 : 7;
	return lineItems(text, { before: space, after: space, keepWithNext: block.keepWithNext });
}

export function layOutList(block: ListBlock, frame: Frame): FlowItem[] {
	const list = tag('L', frame.tag, { numbering: block.style === 'number' ? 'Decimal' : 'Disc' });
	const start = block.start ?? 1;
	const entries = block.items.map((entry, index): Entry => {
		const item: ListItem = typeof entry === 'string' || !('text' in entry) ? { text: entry } : entry;
		return { item, marker: block.style === 'number' ? `${start + index}.` : '•' };
	});
	const set = new ListSetter(block, frame);
	const indent = set.indentFor(entries.map(({ marker }) => marker));
	return entries.flatMap(({ item, marker }) => {
		const { items, body } = set.item(item.text, marker, 0, indent, list);
		if (!item.items?.length) return items;
		const inner = tag('L', body, { numbering: 'Disc' });
		return [...items, ...item.items.flatMap((text) => set.item(text, '–', indent, LIST_INDENT, inner).items)];
	});
}

interface Entry {
	readonly item: ListItem;
	readonly marker: string;
}

/** Sets the items of one list, all with the same type. */
class ListSetter {
	readonly #type: TypeSize;
	readonly #frame: Frame;

	constructor(block: ListBlock, frame: Frame) {
		this.#type = TEXT_SIZE[block.size ?? 'body'];
		this.#frame = frame;
	}

	/** Room for the widest marker, so that all texts start on one edge. */
	indentFor(markers: readonly string[]): number {
		const widths = markers.map((marker) => this.#marker(marker, ARTIFACT).naturalWidth + 6);
		return Math.max(LIST_INDENT, ...widths);
	}

	/** @param start - of the marker; the text starts `indent` behind it */
	item(
		text: ListItem['text'],
		marker: string,
		start: number,
		indent: number,
		list: Tag
	): { items: FlowItem[]; body: Tag } {
		const { language, context, width } = this.#frame;
		const element = tag('LI', list);
		const label = this.#marker(marker, tag('Lbl', element)).setWidth(indent);
		const content = tag('LBody', element);
		const options = { type: this.#type, language, tag: content };
		const body = new TextBox(text, options, context).setWidth(width - start - indent);
		const [first, ...rest] = lineItems(body, { before: 4, after: 4 }, start + indent);
		const draw: Draw = (canvas, x, y) => {
			label.draw(canvas, x + start, y);
			first!.draw(canvas, x, y);
		};
		return { items: [{ ...first!, draw }, ...rest], body: content };
	}

	#marker(text: string, element: TagOrArtifact): TextBox {
		const { language, context } = this.#frame;
		return new TextBox(
			text,
			{ type: this.#type, language, colour: 'accent', weight: 700, tag: element },
			context
		);
	}
}
