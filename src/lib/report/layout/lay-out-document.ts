import type { Block, HeadingBlock, Inline, ReportDocument } from '../blocks.ts';
import type { FontStack } from '../fonts/types.ts';
import { cleanText } from '../text/clean.ts';
import { layOutBlocks } from './blocks/lay-out-block.ts';
import { Canvas } from './canvas.ts';
import type { HeadingEntry, LayoutContext } from './flow.ts';
import { drawFurniture } from './furniture.ts';
import { paginate, type Placed } from './paginate.ts';
import { tag, type Tag } from './tag.ts';
import { COLOUR, contentHeight, contentWidth, LANDSCAPE, PORTRAIT, type PageShape } from './theme.ts';

/** A place that links lead to: page from 1, and its top in pt from the page's top. */
export interface Anchor {
	readonly page: number;
	readonly y: number;
}

/** A document as pages of marks, ready to be written. */
export interface LaidOutDocument {
	/** Of every page. */
	readonly shape: PageShape;
	readonly pages: readonly Canvas[];
	readonly anchors: ReadonlyMap<string, Anchor>;
	/** Headings for the viewer's bookmarks, in order. */
	readonly outline: readonly HeadingEntry[];
	/** The element that all others stand below. */
	readonly root: Tag;
}

/**
 * Lays out a whole document. The fonts must be prepared with all of its texts.
 *
 * @param missing - code points that no face has
 * @throws {ReportError} `invalid_block`
 */
export function layOutDocument(
	document: ReportDocument,
	fonts: FontStack,
	missing: readonly number[]
): LaidOutDocument {
	const headings = collectHeadings(document.blocks);
	const pageOf = new Map<string, number>();
	const ids = [...collectIds(document.blocks), ...[...headings.values()].map((entry) => entry.anchor)];
	const shape = document.secondLanguage ? LANDSCAPE : PORTRAIT;
	const context: LayoutContext = {
		shape,
		fonts,
		missing: new Set(missing),
		anchors: new Set(ids),
		headings,
		pageOf
	};
	const root = tag('Document', null, { language: document.language });
	const frame = { width: contentWidth(shape), language: document.language, tag: root, context };
	const flow = paginate(layOutBlocks(document.blocks, frame, chapterOf(root)), contentHeight(shape));
	// A PDF without pages is no PDF.
	const placed = flow.length > 0 ? flow : [[]];
	const anchors = locate(placed, shape);
	for (const [id, anchor] of anchors) pageOf.set(id, anchor.page);
	const pages = placed.map((page, index) => drawPage(document, context, page, index + 1, placed.length));
	const outline = [...headings.values()].filter((entry) => entry.outline);
	return { shape, pages, anchors, outline, root };
}

/** A chapter is a section of the document: it starts with a heading of the first level, or with the contents. */
function chapterOf(root: Tag): (block: Block) => Tag {
	let section = root;
	return (block) => {
		// The cover makes a section of its own.
		if (block.type === 'cover' || (block.type === 'pair' && block.first.type === 'cover')) return root;
		if (startsChapter(block)) section = tag('Sect', root);
		return section;
	};
}

function startsChapter(block: Block): boolean {
	if (block.type === 'group') return block.blocks.some(startsChapter);
	return block.type === 'contents' || (block.type === 'heading' && block.level === 1);
}

function drawPage(
	document: ReportDocument,
	context: LayoutContext,
	placed: Placed[],
	page: number,
	pages: number
): Canvas {
	const canvas = new Canvas();
	if (placed[0]?.item.fullPage) {
		placed[0].item.draw(canvas, 0, 0);
		return canvas;
	}
	const { margin, top } = context.shape;
	for (const { item, y, headY } of placed) {
		if (headY !== undefined) item.head!.draw(canvas, margin, top + headY);
		item.draw(canvas, margin, top + y);
	}
	drawColumnRules(canvas, placed, context.shape);
	drawFurniture(canvas, document.furniture, page, pages, document.language, context);
	return canvas;
}

/** A thin rule between two languages, unbroken from the first of them to the last. */
function drawColumnRules(canvas: Canvas, placed: readonly Placed[], shape: PageShape): void {
	const x = shape.width / 2;
	let start: number | null = null;
	placed.forEach(({ item, y, headY }, index) => {
		if (!item.inColumns) return;
		start ??= headY ?? y;
		if (placed[index + 1]?.item.inColumns) return;
		const [from, to] = [shape.top + start, shape.top + y + item.height];
		canvas.line([x, from], [x, to], { colour: COLOUR.rule, width: 0.5 });
		start = null;
	});
}

/** The first place of an id counts. */
function locate(pages: readonly Placed[][], shape: PageShape): Map<string, Anchor> {
	const anchors = new Map<string, Anchor>();
	pages.forEach((placed, index) => {
		for (const { item, y } of placed) {
			const top = item.fullPage ? 0 : shape.top + y;
			for (const id of item.anchors ?? []) if (!anchors.has(id)) anchors.set(id, { page: index + 1, y: top });
		}
	});
	return anchors;
}

/** Headings in the order of the document, also those inside groups; one without an id gets one. */
function collectHeadings(
	blocks: readonly Block[],
	found = new Map<HeadingBlock, HeadingEntry>(),
	path: number[] = [],
	beside = false
): Map<HeadingBlock, HeadingEntry> {
	for (const block of blocks) {
		if (block.type === 'group') collectHeadings(block.blocks, found, path);
		if (block.type === 'radar' && block.beside) collectHeadings(block.beside, found, path, true);
		if (block.type !== 'heading') continue;
		while (path.length > 0 && path.at(-1)! >= block.level) path.pop();
		path.push(block.level);
		// Beside a chart nothing can be led to: the chart is one piece.
		const outline = !beside && (block.outline ?? block.level < 3);
		found.set(block, {
			level: block.level,
			depth: path.length as HeadingEntry['depth'],
			title: block.second
				? `${plainText(block.text)} · ${plainText(block.second.text)}`
				: plainText(block.text),
			second: block.second && { ...block.second, text: textOnly(block.second.text) },
			text: textOnly(block.text),
			outline,
			toc: !beside && (block.toc ?? outline),
			// A space keeps made-up ids apart from given ones.
			anchor: block.id ?? `heading ${found.size}`
		});
	}
	return found;
}

function collectIds(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block) => [
		...(block.id ? [block.id] : []),
		...(block.type === 'group' ? collectIds(block.blocks) : []),
		...(block.type === 'pair' ? collectIds([block.first]) : []),
		...(block.type === 'table' ? block.rows.flatMap((row) => (row.id ? [row.id] : [])) : [])
	]);
}

const plainText = (text: Inline): string =>
	cleanText(typeof text === 'string' ? text : text.map((run) => run.text).join(''))
		.replaceAll('\n', ' ')
		.trim();

/** Keeps the runs apart: fonts were made ready for them as they are, not for what they compose to. */
const textOnly = (text: Inline): Inline =>
	typeof text === 'string' ? text : text.map((run) => ({ text: run.text, language: run.language }));
