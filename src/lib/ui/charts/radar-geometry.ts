/** Where the parts of a radar stand, from its centre; y grows downwards. Pure numbers, so that they can be tested. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface LabelPlace extends Point {
	/** Labels on the right start at the chart, labels on the left end there, those above and below are centred. */
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Part of the radius within which a label counts as standing above or below the chart. */
const MIDDLE = 0.2;

/** Point on an axis; the first axis points up, the others follow clockwise. */
export function onAxis(index: number, count: number, distance: number): Point {
	const angle = (index * 2 * Math.PI) / count;
	return { x: distance * Math.sin(angle), y: -distance * Math.cos(angle) };
}

const text = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** The `points` of a regular outline, for rings. */
export function ringPoints(count: number, distance: number): string {
	return Array.from({ length: count }, (_, index) => text(onAxis(index, count, distance))).join(' ');
}

/**
 * One point for each value, `null` where there is none; values are held between 0 and `max`.
 *
 * @param max - value at the end of an axis
 */
export function valuePoints(
	values: readonly (number | null)[],
	max: number,
	radius: number
): (Point | null)[] {
	return values.map((value, index) =>
		value === null ? null : onAxis(index, values.length, (radius * Math.min(Math.max(value, 0), max)) / max)
	);
}

/**
 * The line through the values as path data: closed when every value is there, else only between neighbours that
 * both have one. A missing value is never drawn as 0.
 */
export function linePath(points: readonly (Point | null)[]): string {
	const known = points.filter((point) => point !== null);
	if (known.length === points.length && known.length > 0) return `M${known.map(text).join('L')}Z`;
	return points
		.flatMap((point, index) => {
			const next = points[(index + 1) % points.length];
			return point && next && points.length > 1 ? [`M${text(point)}L${text(next)}`] : [];
		})
		.join('');
}

/** Place and side of an axis label that stands `distance` from the centre. */
export function labelPlace(index: number, count: number, distance: number): LabelPlace {
	const point = onAxis(index, count, distance);
	const anchor = Math.abs(point.x) < MIDDLE * distance ? 'middle' : point.x > 0 ? 'start' : 'end';
	return { ...point, anchor };
}

/**
 * Height of a label's first line above its place, so that labels at the top stand wholly above and labels at the
 * bottom wholly below it.
 *
 * @param lines - how many lines the label has
 */
export function firstLineOffset(place: Point, distance: number, lines: number, lineHeight: number): number {
	const share = (1 - place.y / distance) / 2;
	return -share * (lines - 1) * lineHeight + (0.5 - share) * lineHeight * 0.8;
}

/** Rough width of a text in characters; a Chinese character is as wide as two Latin ones. */
function widthOf(words: string): number {
	return [...words].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);
}

/** Breaks a label into at most two lines of even width where it is long and has spaces. */
export function labelLines(label: string, most = 13): string[] {
	const words = label.split(' ');
	if (widthOf(label) <= most || words.length < 2) return [label];
	const cuts = words
		.slice(1)
		.map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
	const longest = (lines: readonly string[]) => Math.max(...lines.map(widthOf));
	return cuts.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
