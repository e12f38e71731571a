import type { LinkTarget, ReportLanguage } from '../blocks.ts';
import type { FaceId } from '../fonts/types.ts';
import type { Tag, TagOrArtifact } from './tag.ts';

/**
 * Positioned marks on a page, in pt from the page's top left corner, y downwards; colours are
 * `rrggbb`.
 */
export type Primitive = TextPrimitive | ShapePrimitive;

interface Marked {
	readonly tag: TagOrArtifact;
}

/** Glyphs of one face, one after the other. */
export interface GlyphSpan {
	readonly face: FaceId;
	readonly glyphs: number[];
	/** Extra space after each glyph, in 1/1000 em. */
	readonly gaps: number[];
	/** What the single □ of this span stands for. */
	readonly actualText?: string | undefined;
	/** Letters from right to left: marked off, since readers guess one direction for everything that they read as one piece. */
	readonly apart?: boolean | undefined;
}

export interface TextPrimitive extends Marked {
	readonly kind: 'text';
	readonly x: number;
	/** Baseline. */
	readonly y: number;
	/** In pt. */
	readonly width: number;
	readonly size: number;
	readonly colour: string;
	readonly language: ReportLanguage;
	readonly spans: readonly GlyphSpan[];
}

/** How an outline is drawn. */
export interface Stroke {
	readonly colour: string;
	readonly width: number;
	readonly dash?: readonly number[] | undefined;
}

interface Painted extends Marked {
	readonly fill?: string | undefined;
	readonly stroke?: Stroke | undefined;
}

export type Point = readonly [x: number, y: number];

export type ShapePrimitive =
	| (Painted & {
			readonly kind: 'rect';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
	  })
	| (Painted & { readonly kind: 'path'; readonly points: readonly Point[]; readonly closed: boolean })
	| (Painted & { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number });

/** A rectangle to click on. */
export interface LinkArea {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly target: LinkTarget;
	/** What the link says, for those who hear it apart from its text. */
	readonly description: string;
	readonly tag: Tag;
}

/** One page as it fills. */
export class Canvas {
	readonly primitives: Primitive[] = [];
	readonly links: LinkArea[] = [];

	add(primitive: Primitive): void {
		this.primitives.push(primitive);
	}

	link(area: LinkArea): void {
		this.links.push(area);
	}

	/** Filled rectangle. */
	box(x: number, y: number, width: number, height: number, fill: string, tag: TagOrArtifact = null): void {
		this.primitives.push({ kind: 'rect', x, y, width, height, fill, tag });
	}

	/** Straight line. */
	line(from: Point, to: Point, stroke: Stroke, tag: TagOrArtifact = null): void {
		this.primitives.push({ kind: 'path', points: [from, to], closed: false, stroke, tag });
	}
}
