/** For tests only: a font stack without files, where a Han character is one em wide and any other half an em. */
import { isEastAsian } from '../text/characters.ts';
import type { FaceMetrics, FontStack, GlyphRun } from '../fonts/types.ts';
import type { ShapingContext } from '../text/shape-inline.ts';

const WITHOUT_SHAPE = /[\u200b-\u200f\u2060\ufe00-\ufe0f]/u;

const METRICS: FaceMetrics = {
	unitsPerEm: 1000,
	ascent: 880,
	descent: -120,
	capHeight: 714,
	bbox: [0, -120, 1000, 880],
	italicAngle: 0,
	stemV: 80,
	postscriptName: 'Fake-Regular'
};

export function createFakeFonts(): FontStack {
	const shape: FontStack['shape'] = (text, _language, weight) => {
		const run: GlyphRun = {
			face: `latin-${weight}`,
			glyphs: [],
			codePoints: [],
			advances: [],
			texts: new Map()
		};
		for (const character of text) {
			if (WITHOUT_SHAPE.test(character)) continue;
			const codePoint = character.codePointAt(0)!;
			run.glyphs.push((codePoint & 0x7fff) + 1);
			run.codePoints.push(codePoint);
			run.advances.push(isEastAsian(codePoint) ? 1000 : 500);
		}
		return run.glyphs.length > 0 ? [run] : [];
	};
	return {
		prepare: async () => ({ missing: [] }),
		shape,
		measure: (text, language, weight) =>
			shape(text, language, weight)
				.flatMap((run) => run.advances)
				.reduce((sum, advance) => sum + advance, 0),
		metrics: () => METRICS,
		subsets: () => []
	};
}

export const fakeContext = (): ShapingContext => ({
	fonts: createFakeFonts(),
	missing: new Set(),
	anchors: new Set()
});
