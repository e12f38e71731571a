import type { Severity, TextColour, TextSize } from '../blocks.ts';

/** A page and its type area, in pt. */
export interface PageShape {
	readonly width: number;
	readonly height: number;
	readonly margin: number;
	/** First and last place for content; header and footer stand outside. */
	readonly top: number;
	readonly bottom: number;
	/** Baselines. */
	readonly header: number;
	readonly footer: number;
}

/** A4; the text block is 505 pt wide. */
export const PORTRAIT: PageShape = {
	width: 595.28,
	height: 841.89,
	margin: 45,
	top: 68,
	bottom: 775,
	header: 45,
	footer: 803
};

/** A4 on its side, for two languages beside each other: two columns of 369 pt. */
export const LANDSCAPE: PageShape = {
	width: 841.89,
	height: 595.28,
	margin: 40,
	top: 58,
	bottom: 540,
	header: 37,
	footer: 564
};

/** Space between two languages beside each other, in pt; a rule stands in its middle. */
export const COLUMN_GUTTER = 24;

export const contentWidth = ({ width, margin }: PageShape): number => width - 2 * margin;
export const contentHeight = ({ top, bottom }: PageShape): number => bottom - top;

/** Colours as `rrggbb`; every text colour reaches 4.5 : 1 on white and on the tints. */
export const COLOUR = {
	ink: '1b2733',
	muted: '5b6773',
	accent: '0b4f8a',
	rule: 'd3dae1',
	ruleStrong: '8793a0',
	tint: 'f3f6f9',
	track: 'e6ebf0',
	white: 'ffffff',
	good: '2b7553'
} as const;

export const TEXT_COLOUR: Record<TextColour, string> = {
	ink: COLOUR.ink,
	muted: COLOUR.muted,
	accent: COLOUR.accent
};

export const SEVERITY_COLOUR: Record<Severity, string> = {
	critical: '8c1d40',
	required: COLOUR.accent,
	high: 'd55e00',
	medium: 'e69f00',
	low: COLOUR.ruleStrong
};

/** Bar and background of a callout. */
export const TONE = {
	neutral: { bar: COLOUR.ruleStrong, tint: COLOUR.tint },
	warning: { bar: 'd55e00', tint: 'fdf4ec' },
	law: { bar: COLOUR.accent, tint: 'edf4fa' },
	good: { bar: COLOUR.good, tint: 'eef6f2' }
} as const;

/** Size and distance of baselines, in pt. */
export interface TypeSize {
	readonly size: number;
	readonly leading: number;
}

export const TYPE = {
	// Set solid enough to read as one title; all other sizes have 1.42–1.5.
	display: { size: 32, leading: 42 },
	title: { size: 17, leading: 24.5 },
	lead: { size: 12, leading: 17.5 },
	body: { size: 9.5, leading: 14.25 },
	small: { size: 8.5, leading: 12.5 },
	tiny: { size: 7.5, leading: 11 }
} as const satisfies Record<string, TypeSize>;

export const TEXT_SIZE: Record<TextSize, TypeSize> = {
	lead: TYPE.lead,
	body: TYPE.body,
	small: TYPE.small
};

/** Cells and boxes, in pt. */
export const CELL_PADDING = 4;
