import { FACE_NAMES, facesFor, FONT_LANGUAGES, isWithoutShape, WEIGHTS } from './chain.ts';
import { readCoverage, type FileFinder } from './coverage.ts';
import { FontError } from './errors.ts';
import { loadSlice } from './slice-cache.ts';
import type { Slice } from './slice-format.ts';
import { writeSubset } from './subset.ts';
import type {
	FaceId,
	FaceName,
	FontLanguage,
	FontManifest,
	FontSource,
	FontStack,
	FontSubset,
	GlyphRun,
	Weight
} from './types.ts';

/** □, drawn for a character that no face has. */
const REPLACEMENT = 0x25a1;

/** Ready without being asked for: what page numbers and labels made during layout consist of. */
const ALWAYS = [...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i), 0xa0, REPLACEMENT];

/** One character of one face; its place in the subset is given when it is first shaped. */
interface Entry {
	face: FaceId;
	codePoint: number;
	slice: Slice;
	/** Position in the slice. */
	index: number;
	advance: number;
	/** Glyph id in the subset, or 0 while unused. */
	glyphId: number;
}

/** `null` for a character without a shape. */
type Resolved = Entry | null;

/**
 * @param manifest content of `static/fonts/manifest.json`
 * @throws {RangeError} when the manifest is of another format version
 */
export function createFontStack(manifest: FontManifest, source: FontSource): FontStack {
	if (manifest.format !== 1)
		throw new RangeError(`Font manifest has format ${String(manifest.format)}; this version reads 1.`);
	const finders = findersFor(manifest);
	const slices = new Map<string, Slice>();
	const used = new Map<FaceId, Entry[]>();
	/** One entry a face and character, shared by the languages, so that a glyph is embedded once. */
	const entries = new Map<FaceId, Map<number, Entry>>();
	const resolved = new Map<string, Map<number, Resolved>>();

	const pick = (codePoint: number, language: FontLanguage): FaceName | undefined =>
		facesFor(codePoint, language).find((name) => finders[name](codePoint) >= 0);
	const fileOf = (codePoint: number, name: FaceName, weight: Weight): string =>
		manifest.faces[`${name}-${weight}`].files[finders[name](codePoint)]!.file;

	function resolve(codePoint: number, language: FontLanguage, weight: Weight): Resolved {
		if (isWithoutShape(codePoint)) return null;
		const own = pick(codePoint, language);
		const drawn = own === undefined ? REPLACEMENT : codePoint;
		const name = own ?? pick(REPLACEMENT, language)!;
		const face: FaceId = `${name}-${weight}`;
		const ofFace = getOrAdd(entries, face, () => new Map<number, Entry>());
		return getOrAdd(ofFace, codePoint, () => {
			const slice = slices.get(fileOf(drawn, name, weight));
			if (slice === undefined) throw notPrepared(codePoint, language, weight);
			const index = slice.find(drawn);
			if (index < 0)
				throw new FontError(
					'font_file_damaged',
					`Font file of ${face} lacks ${label(drawn)}, which the manifest lists.`
				);
			return { face, codePoint, slice, index, advance: slice.advance(index), glyphId: 0 };
		});
	}

	/** Calls back for each drawn character; the code point is read here, as a string iterator would take twice the time. */
	function forEachEntry(
		text: string,
		language: FontLanguage,
		weight: Weight,
		callback: (entry: Entry) => void
	): void {
		const known = getOrAdd(resolved, language + weight, () => new Map<number, Resolved>());
		for (let i = 0; i < text.length; i++) {
			const codePoint = text.codePointAt(i)!;
			if (codePoint > 0xffff) i++;
			let entry = known.get(codePoint);
			if (entry === undefined) known.set(codePoint, (entry = resolve(codePoint, language, weight)));
			if (entry !== null) callback(entry);
		}
	}

	function glyphIdOf(entry: Entry): number {
		if (entry.glyphId === 0) entry.glyphId = getOrAdd(used, entry.face, () => []).push(entry);
		return entry.glyphId;
	}

	return {
		async prepare(texts, { languages = FONT_LANGUAGES, weights = WEIGHTS } = {}) {
			const wanted = new Set(ALWAYS);
			for (const text of texts) for (const character of text) wanted.add(character.codePointAt(0)!);
			const files = new Set<string>();
			const missing: number[] = [];
			for (const codePoint of wanted) {
				if (isWithoutShape(codePoint)) continue;
				for (const language of languages) {
					const name = pick(codePoint, language);
					if (name !== undefined) for (const weight of weights) files.add(fileOf(codePoint, name, weight));
				}
				if (FACE_NAMES.every((name) => finders[name](codePoint) < 0)) missing.push(codePoint);
			}
			await Promise.all([...files].map(async (file) => slices.set(file, await loadSlice(source, file))));
			return { missing: missing.sort((a, b) => a - b) };
		},

		shape(text, language, weight) {
			const runs: GlyphRun[] = [];
			let run: GlyphRun | undefined;
			forEachEntry(text, language, weight, (entry) => {
				if (run?.face !== entry.face)
					runs.push((run = { face: entry.face, glyphs: [], codePoints: [], advances: [] }));
				run.glyphs.push(glyphIdOf(entry));
				run.codePoints.push(entry.codePoint);
				run.advances.push(entry.advance);
			});
			return runs;
		},

		measure(text, language, weight) {
			let width = 0;
			forEachEntry(text, language, weight, (entry) => (width += entry.advance));
			return width;
		},

		metrics(face) {
			const { files: _, ...metrics } = manifest.faces[face];
			return metrics;
		},

		subsets(): FontSubset[] {
			return FACE_NAMES.flatMap((name) => WEIGHTS.map((weight): FaceId => `${name}-${weight}`)).flatMap(
				(face) => {
					const glyphs = used
						.get(face)
						?.map(({ codePoint, slice, index }) => ({ codePoint, glyph: slice.glyph(index) }));
					return glyphs === undefined ? [] : [writeSubset(face, this.metrics(face), glyphs)];
				}
			);
		}
	};
}

/** The tables take some milliseconds to unfold; a manifest is read once and used for every report. */
const findersByManifest = new WeakMap<FontManifest, Record<FaceName, FileFinder>>();

/** Which file of a face holds a character, face by face. */
export function findersFor(manifest: FontManifest): Record<FaceName, FileFinder> {
	let finders = findersByManifest.get(manifest);
	if (finders === undefined) {
		const { latin, hk, sc, emoji } = manifest.coverage;
		finders = {
			latin: readCoverage(latin),
			hk: readCoverage(hk),
			sc: readCoverage(sc),
			emoji: readCoverage(emoji)
		};
		findersByManifest.set(manifest, finders);
	}
	return finders;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, create: () => V): V {
	let value = map.get(key);
	if (value === undefined) map.set(key, (value = create()));
	return value;
}

const label = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

const notPrepared = (codePoint: number, language: FontLanguage, weight: Weight) =>
	new FontError(
		'not_prepared',
		`${label(codePoint)} was not made ready for ${language}, weight ${weight}: give its text to prepare() first.`
	);
