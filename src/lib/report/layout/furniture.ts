import type { PageFurniture, ReportLanguage } from '../blocks.ts';
import type { ShapingContext } from '../text/shape-inline.ts';
import type { Canvas } from './canvas.ts';
import { baselineOf } from './draw-line.ts';
import type { Furniture } from './tag.ts';
import { TextBox, type TextOptions } from './text-box.ts';
import { COLOUR, CONTENT_WIDTH, PAGE, TYPE } from './theme.ts';

/** The page number in the document's words: "Page 3 of 12". */
export function pageNumberText(template: string, page: number, pages: number): string {
	return template.replaceAll('{n}', String(page)).replaceAll('{N}', String(pages));
}

/** Draws header and footer outside the content; none of it is read out. */
export function drawFurniture(
	canvas: Canvas,
	furniture: PageFurniture,
	page: number,
	pages: number,
	language: ReportLanguage,
	context: ShapingContext
): void {
	const set = (
		text: string | undefined,
		tag: Furniture,
		options: Partial<TextOptions> = {}
	): TextBox | null =>
		text ? new TextBox(text, { type: TYPE.tiny, colour: 'muted', language, tag, ...options }, context) : null;
	const draw = (box: TextBox | null, x: number, baseline: number, width: number): void => {
		box?.setWidth(width).drawLine(canvas, 0, x, baseline - baselineOf(TYPE.tiny));
	};
	const { margin } = PAGE;
	const half = CONTENT_WIDTH / 2;
	draw(set(furniture.headerStart, 'header'), margin, PAGE.header, half * 1.3);
	draw(set(furniture.headerEnd, 'header', { align: 'end' }), margin + half * 1.3, PAGE.header, half * 0.7);
	if (furniture.headerStart || furniture.headerEnd) rule(canvas, PAGE.header + 7, 'header');
	rule(canvas, PAGE.footer - 14, 'footer');
	const number = set(pageNumberText(furniture.pageNumber, page, pages), 'footer', {
		align: 'end',
		colour: 'ink'
	})!;
	const mark = set(furniture.footerMark, 'footer', { weight: 700, align: 'end', paint: '8c1d40' });
	const numberWidth = number.naturalWidth;
	const markWidth = mark ? mark.naturalWidth + 14 : 0;
	draw(number, margin + CONTENT_WIDTH - numberWidth, PAGE.footer, numberWidth);
	draw(mark, margin, PAGE.footer, CONTENT_WIDTH - numberWidth - 14);
	draw(
		set(furniture.footerStart, 'footer'),
		margin,
		PAGE.footer,
		CONTENT_WIDTH - numberWidth - markWidth - 20
	);
}

function rule(canvas: Canvas, y: number, tag: Furniture): void {
	const right = PAGE.margin + CONTENT_WIDTH;
	canvas.line([PAGE.margin, y], [right, y], { colour: COLOUR.rule, width: 0.5 }, tag);
}
