/**
 * The report as data: what it says and what each part means, without fonts, pages or PDF.
 *
 * All texts are plain strings in the document's language, or in its second one where that is named. They may hold anything that people
 * typed or pasted (tabs, emoji, rare Han characters): the layout cleans them. A line feed
 * inside a text is a forced line break. All sizes are in pt, all ids are free strings.
 */

/** The three languages of the product; also decides fonts and line breaking. */
export type ReportLanguage = 'en' | 'zh-Hant' | 'zh-Hans';

/** Colour by meaning; the layout owns the values. */
export type TextColour = 'ink' | 'muted' | 'accent';

/** Rank of a gap, drawn as shape + colour; the word beside it is the caller's own text. */
export type Severity = 'critical' | 'required' | 'high' | 'medium' | 'low';

/** Where a link leads: an address outside, or the `id` of a block in this document. */
export type LinkTarget = { readonly url: string } | { readonly anchor: string };

/** A stretch of text with one appearance. */
export interface Run {
	readonly text: string;
	readonly bold?: boolean | undefined;
	/** Default: the colour of the block around it. */
	readonly colour?: TextColour | undefined;
	/** Drawn in the accent colour, unless `colour` says otherwise. */
	readonly link?: LinkTarget | undefined;
	/** Only when it differs from the document's language. */
	readonly language?: ReportLanguage | undefined;
	/** Mark drawn before the text, on the same line. */
	readonly severity?: Severity | undefined;
}

/** Running text: one plain string, or runs. */
export type Inline = string | readonly Run[];

/** What every block may carry. */
interface BlockBase {
	/** Anchor that links, the table of contents and the outline lead to; unique in the document. */
	readonly id?: string | undefined;
	/** Language of the whole block, when it differs from the document's. */
	readonly language?: ReportLanguage | undefined;
}

/** First page; draws title, facts and note on a page of its own (no header, no footer). */
export interface CoverBlock extends BlockBase {
	readonly type: 'cover';
	/** Small line above the title: kind of document. */
	readonly eyebrow?: string | undefined;
	readonly title: string;
	readonly subtitle?: string | undefined;
	/** Shown as a label in a frame: "Incomplete", "Draft". */
	readonly badge?: string | undefined;
	/** Organisation, AI system, period, assessor … */
	readonly facts: readonly DefinitionRow[];
	/** Paragraphs at the foot of the page: confidentiality, what is embedded, the legend. */
	readonly notes?: readonly Inline[] | undefined;
}

/** The same words in the document's second language, set beside the first. */
export interface SecondText {
	readonly text: Inline;
	readonly language: ReportLanguage;
}

/** Keeps with what follows it. */
export interface HeadingBlock extends BlockBase {
	readonly type: 'heading';
	readonly level: 1 | 2 | 3;
	readonly text: Inline;
	/** Still one heading, in the bookmarks too. */
	readonly second?: SecondText | undefined;
	/** In the viewer's bookmarks; default: levels 1 and 2 are. */
	readonly outline?: boolean | undefined;
	/** In the table of contents; default: as `outline`. */
	readonly toc?: boolean | undefined;
	/** Starts on a new page; default: no. */
	readonly newPage?: boolean | undefined;
}

/** `lead` is larger, `small` smaller than `body` (9.5 pt). */
export type TextSize = 'lead' | 'body' | 'small';

export interface ParagraphBlock extends BlockBase {
	readonly type: 'paragraph';
	readonly text: Inline;
	readonly size?: TextSize | undefined;
	readonly colour?: TextColour | undefined;
	/** Stays on the page of the next block's first lines. */
	readonly keepWithNext?: boolean | undefined;
}

export interface ListItem {
	readonly text: Inline;
	/** Second level; bulleted. */
	readonly items?: readonly Inline[] | undefined;
}

export interface ListBlock extends BlockBase {
	readonly type: 'list';
	readonly style: 'bullet' | 'number';
	readonly items: readonly (Inline | ListItem)[];
	readonly size?: TextSize | undefined;
	/** First number; default 1. */
	readonly start?: number | undefined;
}

/** `law` is a legal duty, `warning` needs attention, `good` is an achievement. */
export type CalloutTone = 'neutral' | 'warning' | 'law' | 'good';

/** Text in a tinted box with a bar at its side; kept whole where a page can hold it. */
export interface CalloutBlock extends BlockBase {
	readonly type: 'callout';
	readonly tone: CalloutTone;
	readonly title?: Inline | undefined;
	readonly paragraphs: readonly Inline[];
}

export interface KeyFigure {
	/** "62", "2.1", "3 of 7". */
	readonly value: string;
	/** Set small behind the value: "/ 100", "%". */
	readonly unit?: string | undefined;
	readonly label: string;
	readonly note?: string | undefined;
	/** Mark beside the value. */
	readonly severity?: Severity | undefined;
}

/** Two to five large numbers side by side. */
export interface KeyFiguresBlock extends BlockBase {
	readonly type: 'key-figures';
	readonly figures: readonly KeyFigure[];
}

export interface TableColumn {
	readonly head: Inline;
	/** Share of the width left after the minimum widths; default 1; 0 keeps it at its natural width. */
	readonly weight?: number | undefined;
	/** Least width, in pt; default: what the longest word needs, within reason. */
	readonly minWidth?: number | undefined;
	/** Default `start`; numbers are set at the end (right), with fixed decimals. */
	readonly align?: 'start' | 'end' | 'center' | undefined;
}

/** One text, or paragraphs, or paragraphs with a mark and an alignment of their own. */
export type TableCell = Inline | CellContent;

export interface CellContent {
	readonly paragraphs: readonly Inline[];
	/** Mark before the first line; give the word in the text as well. */
	readonly severity?: Severity | undefined;
	/** Score drawn as a small bar under the text, 0–1; its number stands in the text. */
	readonly bar?: number | undefined;
	/** Cell names its row, for readers' software (default: no). */
	readonly rowHead?: boolean | undefined;
}

export interface TableRow {
	readonly cells: readonly TableCell[];
	readonly id?: string | undefined;
	/** `group` is a sub-heading over all columns (first cell only); `total` is bold with a rule above. */
	readonly kind?: 'body' | 'group' | 'total' | undefined;
}

/**
 * A table; its head is repeated on each page. A row is kept whole unless it is taller than a
 * page; then it is split by line.
 */
export interface TableBlock extends BlockBase {
	readonly type: 'table';
	/** Shown above, and the table's name for readers' software. */
	readonly caption?: Inline | undefined;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly TableRow[];
	/** Thin rules between rows (default), or every second row tinted, or neither. */
	readonly style?: 'rules' | 'zebra' | 'plain' | undefined;
	/** Default `small` (8.5 pt). */
	readonly size?: TextSize | undefined;
}

export interface ChartBar {
	readonly label: string;
	/** In units of the chart's `max`; `null` when there is no score (drawn as a dash, no bar). */
	readonly value: number | null;
	/** Text at the end of the bar: "62", "2.1 of 3". */
	readonly valueText: string;
	/** Tick on the bar, same unit. */
	readonly target?: number | undefined;
	/** Drawn in the colour of this rank instead of the accent, with its mark before the label. */
	readonly severity?: Severity | undefined;
}

/** Horizontal bars with labels; follow it with a table of its numbers. */
export interface BarChartBlock extends BlockBase {
	readonly type: 'bar-chart';
	readonly title?: Inline | undefined;
	readonly bars: readonly ChartBar[];
	/** End of the scale: 100, 3 … starts at 0. */
	readonly max: number;
	/** Values on the scale that get a thin line and a number below; default none. */
	readonly ticks?: readonly number[] | undefined;
	/** Legend entries: bar and target tick. */
	readonly legend?: { readonly value: string; readonly target?: string | undefined } | undefined;
	/** What a reader who cannot see it should know; a sentence or two. */
	readonly alt: string;
}

export interface RadarSeries {
	readonly name: string;
	/** One per axis; `null` leaves a gap in the line. */
	readonly values: readonly (number | null)[];
	/** `score` is solid with markers, `target` dashed, `before` thin and grey. */
	readonly kind: 'score' | 'target' | 'before';
}

/** Radar (spider) chart, three axes or more; follow it with a table of its numbers. */
export interface RadarBlock extends BlockBase {
	readonly type: 'radar';
	readonly title?: Inline | undefined;
	readonly axes: readonly string[];
	readonly series: readonly RadarSeries[];
	/** Value of the outermost ring. */
	readonly max: number;
	/** Values of the rings, written along the first axis: [25, 50, 75, 100]. */
	readonly rings: readonly number[];
	/** See `BarChartBlock.alt`. */
	readonly alt: string;
	/** Blocks set beside it, where the page is wide enough (narrow column, about 210 pt). */
	readonly beside?: readonly Block[] | undefined;
}

/** A label and its value; an empty value shows as a dash. */
export interface DefinitionRow {
	readonly label: string;
	readonly value: Inline;
}

/** Rows of label and value, labels in one column. */
export interface DefinitionsBlock extends BlockBase {
	readonly type: 'definitions';
	readonly rows: readonly DefinitionRow[];
	readonly size?: TextSize | undefined;
}

/** One person who signs. The labels stand above the values or the empty lines to write on. */
export interface Signatory {
	/** "Reviewed by" */
	readonly role: Inline;
	readonly fields: readonly { readonly label: Inline; readonly value?: string | undefined }[];
}

/** Lines to sign on, two persons side by side; kept whole. */
export interface SignOffBlock extends BlockBase {
	readonly type: 'sign-off';
	readonly signatories: readonly Signatory[];
}

export interface SpacerBlock extends BlockBase {
	readonly type: 'spacer';
	/** In pt; falls away at the top of a page. */
	readonly height: number;
}

export interface PageBreakBlock extends BlockBase {
	readonly type: 'page-break';
}

/** Blocks that stay on one page, where a page can hold them. */
export interface GroupBlock extends BlockBase {
	readonly type: 'group';
	readonly blocks: readonly Block[];
}

/** Headings with their page numbers, as links. */
export interface ContentsBlock extends BlockBase {
	readonly type: 'contents';
	/** Its own heading; not listed in itself. */
	readonly title: string;
	readonly second?: SecondText | undefined;
	/** Deepest heading level listed; default 2. */
	readonly depth?: 1 | 2 | 3 | undefined;
}

/** What may stand in a column of its own; headings, contents and signatures are one for both languages. */
export type ColumnBlock = Exclude<
	Block,
	HeadingBlock | ContentsBlock | SignOffBlock | GroupBlock | PairBlock | PageBreakBlock | SpacerBlock
>;

/**
 * One block in two languages, side by side: row by row at the same height, so that either column can be read alone. Both
 * sides are of one type and have the same rows.
 */
export interface PairBlock extends BlockBase {
	readonly type: 'pair';
	readonly first: ColumnBlock;
	readonly second: ColumnBlock;
	/** Of the second column; the first has the document's. */
	readonly secondLanguage: ReportLanguage;
}

export type Block =
	| CoverBlock
	| HeadingBlock
	| ParagraphBlock
	| ListBlock
	| CalloutBlock
	| KeyFiguresBlock
	| TableBlock
	| BarChartBlock
	| RadarBlock
	| DefinitionsBlock
	| SignOffBlock
	| SpacerBlock
	| PageBreakBlock
	| GroupBlock
	| PairBlock
	| ContentsBlock;

/** Document properties, outside the page. */
export interface DocumentInfo {
	/** Shown in the viewer's title bar. */
	readonly title: string;
	readonly author?: string | undefined;
	readonly subject?: string | undefined;
	readonly keywords?: string | undefined;
	/** PDF date as a string, `D:YYYYMMDDhhmmss+00'00'`: the engine has no clock. */
	readonly created: string;
	/** 32 hexadecimal digits; the same document gives the same id. */
	readonly fileId: string;
}

/** What stands on every page but the cover. */
export interface PageFurniture {
	/** Top, left: the document's title; top, right: organisation or chapter. */
	readonly headerStart?: Inline | undefined;
	readonly headerEnd?: Inline | undefined;
	/** Bottom, left: "Acme Ltd · AI privacy and ethics 1.0.0 · scoring 1". */
	readonly footerStart?: Inline | undefined;
	/** Bottom, before the page number, bold: "Incomplete", "Confidential". */
	readonly footerMark?: Inline | undefined;
	/** With `{n}` and `{N}`: "Page {n} of {N}", "第 {n} 頁，共 {N} 頁". */
	readonly pageNumber: Inline;
}

/** A file that travels inside the report. */
export interface Attachment {
	/** ASCII, with its ending. */
	readonly name: string;
	/** What it is, in the document's words. */
	readonly description: string;
	readonly json: string;
}

/** A whole report, ready to be laid out. */
export interface ReportDocument {
	readonly language: ReportLanguage;
	/** Set beside the first one; the pages then lie on their side. */
	readonly secondLanguage?: ReportLanguage | undefined;
	readonly info: DocumentInfo;
	readonly furniture: PageFurniture;
	readonly blocks: readonly Block[];
	readonly attachment?: Attachment | undefined;
}
