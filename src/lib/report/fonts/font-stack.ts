import { FACE_NAMES, facesFor, FONT_LANGUAGES, isWithoutShape, leansBack, WEIGHTS } from './chain.ts';
import { readCoverage, type FileFinder } from './coverage.ts';
import { FontError } from './errors.ts';
import { loadSlice } from './slice-cache.ts';
import type { Glyph } from './outline.ts';
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

/** □, drawn for a character that no face has. It is in the Latin face, so that it stands in one run with spaces and digits. */
const BOX: Glyph = {
	advance: 1000,
	ends: [3, 7],
	xs: [90, 90, 910, 910, 145, 855, 855, 145],
	ys: [-30, 790, 790, -30, 25, 25, 735, 735],
	on: [1, 1, 1, 1, 1, 1, 1, 1]
};

/** Ready without being asked for: what page numbers and labels made during layout consist of. */
const ALWAYS = [...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i), 0xa0];

/** What characters without a shape get where no neighbour can carry their text. */
const BLANK: Glyph = { advance: 0, ends: [], xs: [], ys: [], on: [] };

/** One character of one face; its place in the subset is given when it is first shaped. */
interface Entry {
	face: FaceId;
	codePoint: number;
	/** The character, with those without a shape that go with it. */
	text: string;
	draw: () => Glyph;
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
	const variants = new Map<FaceId, Map<string, Entry>>();
	const resolved = new Map<string, Map<number, Resolved>>();

	const pick = (codePoint: number, language: FontLanguage): FaceName | undefined =>
		facesFor(codePoint, language).find((name) => finders[name](codePoint) >= 0);
	const fileOf = (codePoint: number, name: FaceName, weight: Weight): string =>
		manifest.faces[`${name}-${weight}`].files[finders[name](codePoint)]!.file;

	function resolve(codePoint: number, language: FontLanguage, weight: Weight): Resolved {
		if (isWithoutShape(codePoint)) return null;
		const own = pick(codePoint, language);
		const face: FaceId = `${own ?? 'latin'}-${weight}`;
		const ofFace = getOrAdd(entries, face, () => new Map<number, Entry>());
		return getOrAdd(ofFace, codePoint, () => {
			const common = { face, codePoint, text: String.fromCodePoint(codePoint), glyphId: 0 };
			if (own === undefined) return { ...common, draw: () => BOX, advance: BOX.advance };
			const slice = slices.get(fileOf(codePoint, own, weight));
			if (slice === undefined) throw notPrepared(codePoint, language, weight);
			const index = slice.find(codePoint);
			if (index < 0)
				throw new FontError(
					'font_file_damaged',
					`Font file of ${face} lacks ${label(codePoint)}, which the manifest lists.`
				);
			return { ...common, draw: () => slice.glyph(index), advance: slice.advance(index) };
		});
	}

	/** The same drawing for a longer text is a glyph of its own. */
	function variant(entry: Entry, text: string): Entry {
		const ofFace = getOrAdd(variants, entry.face, () => new Map<string, Entry>());
		return getOrAdd(ofFace, text, () => ({ ...entry, text, glyphId: 0 }));
	}

	/** Stands for characters that are not drawn, at the end of a text. */
	function blank(text: string, language: FontLanguage, weight: Weight): Entry {
		const { face } = resolve(0x20, language, weight)!;
		return variant(
			{ face, codePoint: text.codePointAt(0)!, text, draw: () => BLANK, advance: 0, glyphId: 0 },
			text
		);
	}

	/** The characters of a text that are drawn, each with those that go with it unseen. */
	function entriesOf(text: string, language: FontLanguage, weight: Weight): Entry[] {
		const found: Entry[] = [];
		let held = '';
		const hold = (codePoint: number): void => {
			const character = String.fromCodePoint(codePoint);
			const last = found.at(-1);
			if (last && !held && leansBack(codePoint))
				found[found.length - 1] = variant(last, last.text + character);
			else held += character;
		};
		forEachCharacter(text, language, weight, hold, (entry) => {
			found.push(held ? variant(entry, held + entry.text) : entry);
			held = '';
		});
		if (held) found.push(blank(held, language, weight));
		return found;
	}

	/** Calls back for each drawn character; the code point is read here, as a string iterator would take twice the time. */
	function forEachCharacter(
		text: string,
		language: FontLanguage,
		weight: Weight,
		unseen: ((codePoint: number) => void) | null,
		drawn: (entry: Entry) => void
	): void {
		const known = getOrAdd(resolved, language + weight, () => new Map<number, Resolved>());
		for (let i = 0; i < text.length; i++) {
			const codePoint = text.codePointAt(i)!;
			if (codePoint > 0xffff) i++;
			let entry = known.get(codePoint);
			if (entry === undefined) known.set(codePoint, (entry = resolve(codePoint, language, weight)));
			if (entry !== null) drawn(entry);
			else unseen?.(codePoint);
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
			for (const entry of entriesOf(text, language, weight)) {
				if (run?.face !== entry.face)
					runs.push((run = { face: entry.face, glyphs: [], codePoints: [], advances: [], texts: new Map() }));
				if (entry.text.length > (entry.codePoint > 0xffff ? 2 : 1))
					run.texts.set(run.glyphs.length, entry.text);
				run.glyphs.push(glyphIdOf(entry));
				run.codePoints.push(entry.codePoint);
				run.advances.push(entry.advance);
			}
			return runs;
		},

		measure(text, language, weight) {
			let width = 0;
			forEachCharacter(text, language, weight, null, (entry) => (width += entry.advance));
			return width;
		},

		metrics(face) {
			const { files: _, ...metrics } = manifest.faces[face];
			return metrics;
		},

		subsets(): FontSubset[] {
			return FACE_NAMES.flatMap((name) => WEIGHTS.map((weight): FaceId => `${name}-${weight}`)).flatMap(
				(face) => {
					const glyphs = used.get(face)?.map(({ text, draw }) => ({ text, glyph: draw() }));
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
