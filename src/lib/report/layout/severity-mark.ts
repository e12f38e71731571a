import type { Severity } from '../blocks.ts';
import type { Canvas, Point } from './canvas.ts';
import type { TagOrArtifact } from './tag.ts';
import { COLOUR, SEVERITY_COLOUR } from './theme.ts';

/** Corners of a unit shape around its centre, y downwards; radii chosen so that all weigh the same to the eye. */
const SHAPES: Record<Exclude<Severity, 'low'>, readonly Point[]> = {
	critical: polygon(3, 0.52, 0),
	required: polygon(5, 0.45, 0),
	high: polygon(4, 0.48, Math.PI / 4),
	medium: polygon(4, 0.47, 0)
};

function polygon(corners: number, radius: number, turn: number): Point[] {
	return Array.from({ length: corners }, (_, index): Point => {
		const angle = turn + (index * 2 * Math.PI) / corners;
		return [radius * Math.sin(angle), -radius * Math.cos(angle)];
	});
}

/**
 * Draws the mark of a rank: ▲ critical, pentagon required by law, ■ high, ◆ medium, ○ low.
 * Vectors, not characters: no text face has them all, and they must look alike in every language.
 *
 * @param baseline - of the text beside it
 * @param size - of the text beside it, in pt
 */
export function drawSeverityMark(
	canvas: Canvas,
	severity: Severity,
	x: number,
	baseline: number,
	size: number,
	tag: TagOrArtifact
): void {
	const centreX = x + 0.45 * size;
	const centreY = baseline - 0.36 * size;
	const colour = SEVERITY_COLOUR[severity];
	if (severity === 'low') {
		const stroke = { colour, width: 0.11 * size };
		canvas.add({
			kind: 'circle',
			x: centreX,
			y: centreY,
			radius: 0.33 * size,
			stroke,
			fill: COLOUR.white,
			tag
		});
		return;
	}
	// A triangle's centre of gravity lies low: moved down so that it stands on the line.
	const shift = severity === 'critical' ? 0.1 * size : 0;
	const points = SHAPES[severity].map(([dx, dy]): Point => [
		centreX + dx * size,
		centreY + shift + dy * size
	]);
	canvas.add({ kind: 'path', points, closed: true, fill: colour, tag });
}
