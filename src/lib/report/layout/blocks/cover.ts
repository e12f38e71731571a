import type { CoverBlock } from '../../blocks.ts';
import type { Canvas } from '../canvas.ts';
import { drawAll, heightOf, type FlowItem, type Frame } from '../flow.ts';
import { tag } from '../tag.ts';
import { TextBox, type TextOptions } from '../text-box.ts';
import { COLOUR, CONTENT_WIDTH, PAGE, TYPE } from '../theme.ts';
import { layOutDefinitions } from './definitions.ts';

/** Places on the page, in pt from its top. */
const BAND_HEIGHT = 10;
const EYEBROW_TOP = 118;
const TITLE_WIDTH = 440;
/** Facts stand here, lower when the title needs the room. */
const FACTS_TOP = 372;
const NOTES_BOTTOM = PAGE.height - 54;

export function layOutCover(block: CoverBlock, frame: Frame): FlowItem[] {
	const { language, context } = frame;
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
		{ ...frame, width: CONTENT_WIDTH, tag: element }
	);
	const notes = (block.notes ?? []).map((text) =>
		new TextBox(
			text,
			{ type: TYPE.small, colour: 'muted', language, tag: tag('P', element) },
			context
		).setWidth(CONTENT_WIDTH)
	);
	const draw = (canvas: Canvas): void => {
		const x = PAGE.margin;
		canvas.box(0, 0, PAGE.width, BAND_HEIGHT, COLOUR.accent);
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
		if (badge) y = drawBadge(canvas, badge, x, y);
		drawAll(facts, canvas, x, Math.max(FACTS_TOP, Math.min(y + 24, NOTES_BOTTOM - heightOf(facts))));
		drawNotes(canvas, notes, x);
	};
	return [{ height: PAGE.height, fullPage: true, draw }];
}

const BADGE_COLOUR = '8c1d40';

/** @returns the place below the frame */
function drawBadge(canvas: Canvas, badge: TextBox, x: number, y: number): number {
	const height = badge.height + 8;
	const stroke = { colour: BADGE_COLOUR, width: 1.2 };
	canvas.add({ kind: 'rect', x, y, width: badge.usedWidth + 20, height, stroke, tag: null });
	badge.draw(canvas, x + 10, y + 4);
	return y + height;
}

/** Notes end at the foot of the page, below a rule. */
function drawNotes(canvas: Canvas, notes: readonly TextBox[], x: number): void {
	if (notes.length === 0) return;
	const gap = 6;
	const height = notes.reduce((total, note) => total + note.height + gap, -gap);
	let y = NOTES_BOTTOM - height;
	canvas.line([x, y - 12], [x + CONTENT_WIDTH, y - 12], { colour: COLOUR.rule, width: 0.6 });
	for (const note of notes) {
		note.draw(canvas, x, y);
		y += note.height + gap;
	}
}
