import type { CoverBlock } from '../../blocks.ts';
import type { Canvas } from '../canvas.ts';
import { drawAll, heightOf, type FlowItem, type Frame } from '../flow.ts';
import { tag } from '../tag.ts';
import { TextBox, type TextOptions } from '../text-box.ts';
import { COLOUR, contentWidth, TYPE } from '../theme.ts';
import { layOutDefinitions } from './definitions.ts';

/** Height of the band at the top, in pt. */
export const BAND_HEIGHT = 10;
/** Places on the page, in pt from its top. */
const EYEBROW_TOP = 118;
const TITLE_WIDTH = 440;
/** Facts stand here, lower when the title needs the room. */
const FACTS_TOP = 372;
/** Between the last note and the page's foot, in pt. */
const NOTES_FOOT = 54;

export function layOutCover(block: CoverBlock, frame: Frame): FlowItem[] {
	const { language, context } = frame;
	const { shape } = context;
	const width = contentWidth(shape);
	const notesBottom = shape.height - NOTES_FOOT;
	const element = tag('Sect', frame.tag);
	const set = (
		text: CoverBlock['title'],
		options: Omit<TextOptions, 'language' | 'tag'>,
		role: 'P' | 'H1' = 'P'
	): TextBox =>
		new TextBox(text, { language, tag: tag(role, element), ...options }, context).setBalanced(TITLE_WIDTH);
	const eyebrow = block.eyebrow
		? set(block.eyebrow, { type: TYPE.lead, weight: 700, colour: 'accent' })
		: null;
	const title = set(block.title, { type: TYPE.display, weight: 700 }, 'H1');
	const subtitle = block.subtitle ? set(block.subtitle, { type: TYPE.title, colour: 'muted' }) : null;
	const badge = block.badge ? set(block.badge, { type: TYPE.lead, weight: 700, paint: BADGE_COLOUR }) : null;
	const facts = layOutDefinitions(
		{ type: 'definitions', rows: block.facts },
		{ ...frame, width, tag: element }
	);
	const notes = (block.notes ?? []).map((text) =>
		new TextBox(
			text,
			{ type: TYPE.small, colour: 'muted', language, tag: tag('P', element) },
			context
		).setWidth(width)
	);
	const draw = (canvas: Canvas): void => {
		const x = shape.margin;
		canvas.box(0, 0, shape.width, BAND_HEIGHT, COLOUR.accent);
		let y = EYEBROW_TOP;
		for (const [box, gap] of [
			[eyebrow, 14],
			[title, 10],
			[subtitle, 22]
		] as const) {
			if (!box) continue;
			box.draw(canvas, x, y);
			y += box.height + gap;
		}
		if (badge) {
			drawBadge(canvas, badge, x, y);
			y += badgeHeight(badge);
		}
		drawAll(facts, canvas, x, Math.max(FACTS_TOP, Math.min(y + 24, notesBottom - heightOf(facts))));
		drawNotes(canvas, notes, x, notesBottom, width);
	};
	return [{ height: shape.height, fullPage: true, draw }];
}

export const BADGE_COLOUR = '8c1d40';

export const badgeHeight = (badge: TextBox): number => badge.height + 8;

export function drawBadge(canvas: Canvas, badge: TextBox, x: number, y: number): void {
	const stroke = { colour: BADGE_COLOUR, width: 1.2 };
	const [width, height] = [badge.usedWidth + 20, badgeHeight(badge)];
	canvas.add({ kind: 'rect', x, y, width, height, stroke, tag: null });
	badge.draw(canvas, x + 10, y + 4);
}

/** Notes end at the foot of the page, below a rule. */
function drawNotes(
	canvas: Canvas,
	notes: readonly TextBox[],
	x: number,
	bottom: number,
	width: number
): void {
	if (notes.length === 0) return;
	const gap = 6;
	const height = notes.reduce((total, note) => total + note.height + gap, -gap);
	let y = bottom - height;
	canvas.line([x, y - 12], [x + width, y - 12], { colour: COLOUR.rule, width: 0.6 });
	for (const note of notes) {
		note.draw(canvas, x, y);
		y += note.height + gap;
	}
}
