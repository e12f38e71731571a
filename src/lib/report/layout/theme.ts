import type { Severity, TextColour, TextSize } from '../blocks.ts';

/** A4 and its type area, in pt. The text block is 505 pt wide. */
export const PAGE = {
	width: 595.28,
	height: 841.89,
	margin: 45,
	/** First and last place for content; header and footer stand outside. */
	top: 68,
	bottom: 775,
	/** Baselines. */
	header: 45,
	footer: 803
} as const;

export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;
export const CONTENT_HEIGHT = PAGE.bottom - PAGE.top;

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
