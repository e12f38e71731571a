/** One glyph's shape on a grid of 1000 units per em: closed contours of quadratic curves, as in TrueType. */
export interface Outline {
	/** Index of the last point of each contour, ascending; empty for a space. */
	ends: number[];
	xs: number[];
	ys: number[];
	/** 1 for a point on the curve, 0 for a control point. */
	on: number[];
}

/** A shape with its advance width in 1/1000 em. */
export interface Glyph extends Outline {
	advance: number;
}

/** @returns xMin, yMin, xMax, yMax over all points, control points included; zeros for a glyph without points */
export function boundsOf({ xs, ys }: Outline): [number, number, number, number] {
	if (xs.length === 0) return [0, 0, 0, 0];
	let xMin = xs[0]!;
	let xMax = xMin;
	let yMin = ys[0]!;
	let yMax = yMin;
	for (let i = 1; i < xs.length; i++) {
		const x = xs[i]!;
		const y = ys[i]!;
		if (x < xMin) xMin = x;
		else if (x > xMax) xMax = x;
		if (y < yMin) yMin = y;
		else if (y > yMax) yMax = y;
	}
	return [xMin, yMin, xMax, yMax];
}
