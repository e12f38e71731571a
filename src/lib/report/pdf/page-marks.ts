import type { Primitive } from '../layout/canvas.ts';
import type { Tag } from '../layout/tag.ts';

/** Left, top, right and bottom edge in pt, y downwards. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Ink above and below the baseline, in em: enough for every face in use. */
const ASCENT = 0.9;
const DESCENT = 0.25;

/** What one page says to the document's structure. */
export class PageMarks {
	/** Element of each marked piece of content; the index is its MCID. */
	readonly elements: Tag[] = [];
	/** What figures cover. */
	readonly boxes = new Map<Tag, Box>();

	/** @returns the MCID of a new piece of content */
	start(element: Tag): number {
		return this.elements.push(element) - 1;
	}

	cover(element: Tag, primitive: Primitive): void {
		const box = boxOf(primitive);
		const known = this.boxes.get(element) ?? box;
		this.boxes.set(element, [
			Math.min(known[0], box[0]),
			Math.min(known[1], box[1]),
			Math.max(known[2], box[2]),
			Math.max(known[3], box[3])
		]);
	}
}

function boxOf(primitive: Primitive): Box {
	switch (primitive.kind) {
		case 'text': {
			const { x, y, width, size } = primitive;
			return [x, y - ASCENT * size, x + width, y + DESCENT * size];
		}
		case 'rect': {
			const { x, y, width, height } = primitive;
			return [x, y, x + width, y + height];
		}
		case 'circle': {
			const { x, y, radius } = primitive;
			return [x - radius, y - radius, x + radius, y + radius];
		}
		case 'path': {
			const xs = primitive.points.map(([x]) => x);
			const ys = primitive.points.map(([, y]) => y);
			return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
		}
	}
}
