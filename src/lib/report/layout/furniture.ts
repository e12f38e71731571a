import type { Inline, PageFurniture, ReportLanguage, Run } from '../blocks.ts';
import type { Canvas } from './canvas.ts';
import { baselineOf } from './draw-line.ts';
import type { LayoutContext } from './flow.ts';
import type { Furniture } from './tag.ts';
import { TextBox, type TextOptions } from './text-box.ts';
import { COLOUR, contentWidth, TYPE, type PageShape } from './theme.ts';

/** The page number in the document's words: "Page 3 of 12". */
export function pageNumberText(template: Inline, page: number, pages: number): Inline {
	const filled = (text: string): string =>
		text.replaceAll('{n}', String(page)).replaceAll('{N}', String(pages));
	return typeof template === 'string'
		? filled(template)
		: template.map((run) => ({ ...run, text: filled(run.text) }));
}

/** Draws header and footer outside the content; none of it is read out. */
export function drawFurniture(
	canvas: Canvas,
	furniture: PageFurniture,
	page: number,
	pages: number,
	language: ReportLanguage,
	context: LayoutContext
): void {
	const set = (
		text: Inline | undefined,
		tag: Furniture,
		options: Partial<TextOptions> = {}
	): TextBox | null =>
		text ? new TextBox(text, { type: TYPE.tiny, colour: 'muted', language, tag, ...options }, context) : null;
	const draw = (box: TextBox | null, x: number, baseline: number, width: number): void => {
		box?.setWidth(width).drawLine(canvas, 0, x, baseline - baselineOf(TYPE.tiny));
	};
	const { shape } = context;
	const { margin } = shape;
	const whole = contentWidth(shape);
	const half = whole / 2;
	draw(set(furniture.headerStart, 'header'), margin, shape.header, half * 1.3);
	draw(set(furniture.headerEnd, 'header', { align: 'end' }), margin + half * 1.3, shape.header, half * 0.7);
	if (furniture.headerStart || furniture.headerEnd) rule(canvas, shape, shape.header + 7, 'header');
	rule(canvas, shape, shape.footer - 14, 'footer');
	const number = set(pageNumberText(furniture.pageNumber, page, pages), 'footer', {
		align: 'end',
		colour: 'ink'
	})!;
	const mark = set(furniture.footerMark, 'footer', { weight: 700, align: 'end', paint: '8c1d40' });
	const numberWidth = number.naturalWidth;
	const markWidth = mark ? mark.naturalWidth + 14 : 0;
	draw(number, margin + whole - numberWidth, shape.footer, numberWidth);
	draw(mark, margin, shape.footer, whole - numberWidth - 14);
	const room = whole - numberWidth - markWidth - 20;
	const fits = (text: Inline): boolean => set(text, 'footer')!.naturalWidth <= room;
	const start = furniture.footerStart && wholeParts(furniture.footerStart, fits);
	draw(set(start, 'footer'), margin, shape.footer, room);
}

const BETWEEN = ' · ';

/** As many of the parts of a line as fit, from its start: a part is left out rather than cut. The first one always stays. */
export function wholeParts(text: Inline, fits: (text: Inline) => boolean): Inline {
	let runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
	while (!fits(runs)) {
		const shorter = withoutLastPart(runs);
		if (shorter.length === 0) break;
		runs = shorter;
	}
	return runs;
}

function withoutLastPart(runs: readonly Run[]): readonly Run[] {
	const last = runs.at(-1);
	if (!last) return [];
	const end = last.text.lastIndexOf(BETWEEN);
	const before = runs.slice(0, -1);
	if (end > 0) return [...before, { ...last, text: last.text.slice(0, end) }];
	// What is left of this run is the separator itself, or a part whose separator stands in a run before.
	return end === 0 ? before : withoutLastPart(before);
}

function rule(canvas: Canvas, shape: PageShape, y: number, tag: Furniture): void {
	const right = shape.width - shape.margin;
	canvas.line([shape.margin, y], [right, y], { colour: COLOUR.rule, width: 0.5 }, tag);
}
