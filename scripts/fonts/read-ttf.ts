import type { Glyph, Outline } from '../../src/lib/report/fonts/outline.ts';
import type { FaceMetrics } from '../../src/lib/report/fonts/types.ts';

/** A TrueType font file, read far enough to take its outlines out. Everything is in 1/1000 em. */
export interface TrueTypeFont {
	/** Glyph id by code point. */
	glyphIds: ReadonlyMap<number, number>;
	/** Every measure except the width of a stem. */
	metrics: Omit<FaceMetrics, 'stemV'>;
	/** Composites come flattened and without hinting. */
	glyph(glyphId: number): Glyph;
}

const EMPTY: Outline = { ends: [], xs: [], ys: [], on: [] };

/**
 * @param file bytes of a .ttf with 32-bit character map (format 12)
 * @throws {Error} naming what is missing when the file is of another kind
 */
export function readTrueType(file: Uint8Array): TrueTypeFont {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const u16 = (at: number) => view.getUint16(at);
	const i16 = (at: number) => view.getInt16(at);
	const u32 = (at: number) => view.getUint32(at);
	const tables = new Map<string, number>();
	for (let i = 0, at = 12; i < u16(4); i++, at += 16) {
		tables.set(String.fromCharCode(...file.subarray(at, at + 4)), u32(at + 8));
	}
	const table = (tag: string): number => {
		const at = tables.get(tag);
		if (at === undefined) throw new Error(`The font file has no "${tag}" table`);
		return at;
	};
	const [head, hhea, os2, glyf, loca, hmtx] = ['head', 'hhea', 'OS/2', 'glyf', 'loca', 'hmtx'].map(table) as [
		number,
		number,
		number,
		number,
		number,
		number
	];
	const unitsPerEm = u16(head + 18);
	// + 0 makes 0 of -0.
	const scale = (value: number) => Math.round((value * 1000) / unitsPerEm) + 0;
	const isLongLoca = i16(head + 50) === 1;
	const glyphStart = (id: number) => glyf + (isLongLoca ? u32(loca + 4 * id) : 2 * u16(loca + 2 * id));
	const metricCount = u16(hhea + 34);

	/** In font units, so that a composite is rounded once, at the end. */
	function outline(id: number): Outline {
		const at = glyphStart(id);
		if (at === glyphStart(id + 1)) return EMPTY;
		return i16(at) >= 0 ? readSimple(view, at) : readComposite(at + 10);
	}

	function readComposite(at: number): Outline {
		const whole: Outline = { ends: [], xs: [], ys: [], on: [] };
		for (let flags = 0x20; flags & 0x20;) {
			flags = u16(at);
			const part = outline(u16(at + 2));
			at += 4;
			if (!(flags & 2)) throw new Error('Composites joined by point numbers are not supported');
			const [dx, dy] = flags & 1 ? [i16(at), i16(at + 2)] : [view.getInt8(at), view.getInt8(at + 1)];
			at += flags & 1 ? 4 : 2;
			let [a, b, c, d] = [1, 0, 0, 1];
			const f2dot14 = () => i16((at += 2) - 2) / 16384;
			if (flags & 0x08) a = d = f2dot14();
			else if (flags & 0x40) [a, d] = [f2dot14(), f2dot14()];
			else if (flags & 0x80) [a, b, c, d] = [f2dot14(), f2dot14(), f2dot14(), f2dot14()];
			const first = whole.xs.length;
			whole.ends.push(...part.ends.map((end) => end + first));
			part.xs.forEach((x, i) => {
				whole.xs.push(a * x + c * part.ys[i]! + dx);
				whole.ys.push(b * x + d * part.ys[i]! + dy);
				whole.on.push(part.on[i]!);
			});
		}
		return whole;
	}

	return {
		glyphIds: readCharacterMap(view, table('cmap')),
		metrics: {
			unitsPerEm: 1000,
			ascent: scale(i16(hhea + 4)),
			descent: scale(i16(hhea + 6)),
			capHeight: scale(i16(os2 + 88)),
			bbox: [36, 38, 40, 42].map((field) => scale(i16(head + field))) as [number, number, number, number],
			italicAngle: view.getInt32(table('post') + 4) / 65536,
			postscriptName: readPostScriptName(view, table('name'))
		},
		glyph(id) {
			const { ends, xs, ys, on } = outline(id);
			const bearing = i16(hmtx + (id < metricCount ? 4 * id + 2 : 4 * metricCount + 2 * (id - metricCount)));
			// A renderer moves the outline so that its left edge stands at the side bearing.
			const shift = xs.length === 0 ? 0 : bearing - i16(glyphStart(id) + 2);
			const advance = scale(u16(hmtx + 4 * Math.min(id, metricCount - 1)));
			return { advance, ends, xs: xs.map((x) => scale(x + shift)), ys: ys.map(scale), on };
		}
	};
}

function readSimple(view: DataView, start: number): Outline {
	const contours = view.getInt16(start);
	const ends = Array.from({ length: contours }, (_, i) => view.getUint16(start + 10 + 2 * i));
	const count = (ends.at(-1) ?? -1) + 1;
	let at = start + 10 + 2 * contours;
	at += 2 + view.getUint16(at);
	const flags: number[] = [];
	while (flags.length < count) {
		const flag = view.getUint8(at++);
		const times = flag & 8 ? view.getUint8(at++) + 1 : 1;
		for (let i = 0; i < times; i++) flags.push(flag);
	}
	const coordinates = (short: number, same: number): number[] => {
		let value = 0;
		return flags.map((flag) => {
			if (flag & short) value += (flag & same ? 1 : -1) * view.getUint8(at++);
			else if (!(flag & same)) value += view.getInt16((at += 2) - 2);
			return value;
		});
	};
	return { ends, xs: coordinates(2, 16), ys: coordinates(4, 32), on: flags.map((flag) => flag & 1) };
}

function readCharacterMap(view: DataView, cmap: number): Map<number, number> {
	const glyphIds = new Map<number, number>();
	for (let i = 0; i < view.getUint16(cmap + 2); i++) {
		const at = cmap + view.getUint32(cmap + 8 + 8 * i);
		if (view.getUint16(at) !== 12) continue;
		for (let group = 0; group < view.getUint32(at + 12); group++) {
			const [start, end, id] = [0, 4, 8].map((field) => view.getUint32(at + 16 + 12 * group + field)) as [
				number,
				number,
				number
			];
			for (let codePoint = start; codePoint <= end; codePoint++)
				glyphIds.set(codePoint, id + codePoint - start);
		}
		return glyphIds;
	}
	throw new Error('The font file has no 32-bit character map');
}

function readPostScriptName(view: DataView, name: number): string {
	const texts = name + view.getUint16(name + 4);
	for (let i = 0, at = name + 6; i < view.getUint16(name + 2); i++, at += 12) {
		if (view.getUint16(at) !== 3 || view.getUint16(at + 6) !== 6) continue;
		const [length, start] = [view.getUint16(at + 8), texts + view.getUint16(at + 10)];
		return Array.from({ length: length / 2 }, (_, c) =>
			String.fromCharCode(view.getUint16(start + 2 * c))
		).join('');
	}
	throw new Error('The font file has no PostScript name');
}
