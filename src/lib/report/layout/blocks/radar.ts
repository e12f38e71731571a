import type { RadarBlock, RadarSeries } from '../../blocks.ts';
import { ReportError } from '../../errors.ts';
import type { Canvas, Point, Stroke } from '../canvas.ts';
import { drawAll, heightOf, type FlowItem, type Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { COLOUR, TYPE } from '../theme.ts';
import { Legend, lineSwatch, smallText } from './chart-parts.ts';

const RADIUS = 80;
/** Widest label, where the chart has the room. */
const LABEL_WIDTH = 110;
const LABEL_GAP = 8;
/** Width of the chart when something stands beside it, and the space between. */
const BESIDE = { chart: 298, gap: 18 } as const;
/** Narrower than this, what would stand beside the chart stands below it. */
const WIDE_ENOUGH = 460;
const STROKES: Record<RadarSeries['kind'], Stroke> = {
	score: { colour: COLOUR.accent, width: 1.6 },
	target: { colour: COLOUR.ink, width: 1, dash: [3, 2.5] },
	before: { colour: COLOUR.ruleStrong, width: 1 }
};
/** A wash of the accent. */
const SCORE_FILL = 'dfeaf4';

/** An axis label and where its box stands, from the centre. */
interface Label {
	readonly box: TextBox;
	readonly x: number;
	readonly y: number;
}

/** Lays out the inner blocks of a narrow column; given from outside since blocks may hold a radar again. */
export type LayOutInner = (blocks: NonNullable<RadarBlock['beside']>, frame: Frame) => FlowItem[];

/** @throws {ReportError} `invalid_block` when a series has another number of values than there are axes */
export function layOutRadar(block: RadarBlock, frame: Frame, layOutInner: LayOutInner): FlowItem[] {
	for (const series of block.series) {
		if (series.values.length === block.axes.length) continue;
		throw new ReportError(
			'invalid_block',
			`Radar series "${series.name}" has ${series.values.length} values for ${block.axes.length} axes.`
		);
	}
	const stands = block.beside && frame.width >= WIDE_ENOUGH;
	const width = stands ? BESIDE.chart : frame.width;
	const title = titleBox(block, frame, width);
	const figure = tag('Figure', frame.tag, { alt: block.alt });
	const labels = block.axes.map((axis, index) =>
		placeLabel(axis, index, block.axes.length, width, figure, frame)
	);
	const top = Math.max(...labels.map((label) => -label.y));
	const bottom = Math.max(...labels.map((label) => label.y + label.box.height));
	const titleHeight = title ? title.height + 6 : 0;
	const entries = block.series.map(({ name, kind }) => {
		const { colour, width: lineWidth, dash } = STROKES[kind];
		return { text: name, swatch: lineSwatch(colour, lineWidth, figure, dash) };
	});
	const legend = new Legend(entries, width, figure, frame);
	const height = titleHeight + top + bottom + 12 + legend.height;
	const innerWidth = stands ? frame.width - BESIDE.chart - BESIDE.gap : frame.width;
	const inner = block.beside ? layOutInner(block.beside, { ...frame, width: innerWidth }) : [];
	const [beside, below] = stands ? [inner, []] : [[], inner];
	const draw = (canvas: Canvas, x: number, y: number): void => {
		title?.draw(canvas, x, y);
		const centre: Point = [x + width / 2, y + titleHeight + top];
		for (const series of block.series) drawArea(canvas, block, series, centre, figure);
		drawRings(canvas, block, centre, figure);
		for (const series of block.series) drawSeries(canvas, block, series, centre, figure);
		drawRingNumbers(canvas, block, centre, figure, frame);
		for (const label of labels) label.box.draw(canvas, centre[0] + label.x, centre[1] + label.y);
		legend.draw(canvas, x + (width - legend.width) / 2, y + height - legend.height);
		drawAll(beside, canvas, x + BESIDE.chart + BESIDE.gap, y);
	};
	return [
		{ height: Math.max(height, heightOf(beside)), before: 10, after: 14, mayFloat: below.length === 0, draw },
		...below
	];
}

function titleBox(block: RadarBlock, frame: Frame, width: number): TextBox | null {
	if (!block.title) return null;
	const options = {
		type: TYPE.body,
		weight: 700,
		language: frame.language,
		tag: tag('P', frame.tag)
	} as const;
	return new TextBox(block.title, options, frame.context).setWidth(width);
}

/** Point on an axis, from the centre; the first axis points up, the others follow clockwise. */
function onAxis(index: number, count: number, distance: number): Point {
	const angle = (index * 2 * Math.PI) / count;
	return [distance * Math.sin(angle), -distance * Math.cos(angle)];
}

/** Labels stand outside the outermost ring, set towards it: left of it at the end, above and below in the middle. */
function placeLabel(
	text: string,
	index: number,
	count: number,
	width: number,
	figure: Tag,
	frame: Frame
): Label {
	const [x, y] = onAxis(index, count, RADIUS + LABEL_GAP);
	const side = Math.abs(x) < 0.2 * RADIUS ? 'center' : x > 0 ? 'start' : 'end';
	const options = { type: TYPE.tiny, language: frame.language, align: side, tag: figure } as const;
	const box = new TextBox(text, options, frame.context);
	const room =
		side === 'center'
			? LABEL_WIDTH
			: Math.min(LABEL_WIDTH, Math.max(width / 2 - Math.abs(x), box.longestWord));
	box.setWidth(room);
	const left = side === 'center' ? x - room / 2 : side === 'start' ? x : x - room;
	// From wholly above at the top to wholly below at the bottom.
	const share = (1 - y / (RADIUS + LABEL_GAP)) / 2;
	return { box, x: left, y: y - box.height * share };
}

function drawRings(canvas: Canvas, block: RadarBlock, centre: Point, figure: Tag): void {
	const count = block.axes.length;
	for (const ring of block.rings) {
		const points = block.axes.map((_, index) =>
			shift(centre, onAxis(index, count, (RADIUS * ring) / block.max))
		);
		canvas.add({
			kind: 'path',
			points,
			closed: true,
			stroke: { colour: COLOUR.rule, width: 0.6 },
			tag: figure
		});
	}
	for (let index = 0; index < count; index++) {
		canvas.line(
			centre,
			shift(centre, onAxis(index, count, RADIUS)),
			{ colour: COLOUR.rule, width: 0.6 },
			figure
		);
	}
}

function drawRingNumbers(canvas: Canvas, block: RadarBlock, centre: Point, figure: Tag, frame: Frame): void {
	for (const ring of block.rings) {
		const box = smallText(String(ring), figure, frame, 'end').setWidth(30);
		const y = centre[1] - (RADIUS * ring) / block.max;
		box.draw(canvas, centre[0] - 35, y - TYPE.tiny.leading / 2 + (ring === block.max ? 4 : 0));
	}
}

function seriesPoints(block: RadarBlock, series: RadarSeries, centre: Point): (Point | null)[] {
	return series.values.map((value, index) => {
		if (value === null) return null;
		const distance = (RADIUS * Math.min(Math.max(value, 0), block.max)) / block.max;
		return shift(centre, onAxis(index, block.axes.length, distance));
	});
}

/** The score's area lies below the rings, so that they can still be counted. */
function drawArea(canvas: Canvas, block: RadarBlock, series: RadarSeries, centre: Point, figure: Tag): void {
	const points = seriesPoints(block, series, centre).filter((point) => point !== null);
	if (series.kind !== 'score' || points.length < block.axes.length) return;
	canvas.add({ kind: 'path', points, closed: true, fill: SCORE_FILL, tag: figure });
}

/** A closed line, or its pieces where values are missing; markers on the points of scores. */
function drawSeries(
	canvas: Canvas,
	block: RadarBlock,
	series: RadarSeries,
	centre: Point,
	figure: Tag
): void {
	const count = block.axes.length;
	const points = seriesPoints(block, series, centre);
	const stroke = STROKES[series.kind];
	const known = points.filter((point) => point !== null);
	if (known.length === count) {
		canvas.add({ kind: 'path', points: known, closed: true, stroke, tag: figure });
	} else {
		points.forEach((point, index) => {
			const next = points[(index + 1) % count];
			if (point && next) canvas.line(point, next, stroke, figure);
		});
	}
	if (series.kind !== 'score') return;
	for (const [x, y] of known)
		canvas.add({ kind: 'circle', x, y, radius: 2.4, fill: COLOUR.accent, tag: figure });
}

const shift = (centre: Point, [x, y]: Point): Point => [centre[0] + x, centre[1] + y];
