/**
 * Makes `static/fonts` from the Noto packages: for each face and weight a core of what the product itself prints and slices of
 * everything else, most frequent first. Does nothing when the inputs are those of the last time.
 *
 * Run with `node scripts/build-fonts.ts`; `--force` builds in any case. Licence of the faces: `LICENSES/OFL-Noto.txt`.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	globSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import { FACE_NAMES } from '../src/lib/report/fonts/chain.ts';
import { boundsOf, type Glyph } from '../src/lib/report/fonts/outline.ts';
import type {
	FaceId,
	FaceName,
	FontCoverage,
	FontFile,
	FontManifest,
	FontManifestFace
} from '../src/lib/report/fonts/types.ts';
import { FACES, readFace, readFrequencies } from './fonts/faces.ts';
import { describeCoverage, planFaces, planSlices } from './fonts/plan-slices.ts';
import { collectProductCharacters } from './fonts/product-text.ts';
import { readTrueType, type TrueTypeFont } from './fonts/read-ttf.ts';
import { writeSlice } from './fonts/write-slice.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EM_DASH = 0x2014;
const HORIZONTAL_BAR = 0x2015;

/**
 * @param force build although nothing has changed
 * @returns the manifest, and whether anything was written
 * @throws {Error} when a font package is not installed or not of the expected kind
 */
export function buildFonts(force = false): { manifest: FontManifest; isNew: boolean } {
	const target = join(ROOT, 'static/fonts');
	const product = collectProductCharacters(ROOT);
	const files = Object.fromEntries(
		FACES.map(({ id, name, weight }) => [id, readFace(ROOT, name, weight)])
	) as Record<FaceId, Uint8Array>;
	const inputs = hashInputs(
		Object.values(files),
		Object.values(product).map((set) => [...set].sort((a, b) => a - b))
	);
	const before = readManifest(target);
	if (!force && before?.inputs === inputs) return { manifest: before, isNew: false };

	mkdirSync(target, { recursive: true });
	const fonts = Object.fromEntries(FACES.map(({ id }) => [id, readTrueType(files[id])])) as Record<
		FaceId,
		TrueTypeFont
	>;
	const characters = Object.fromEntries(
		FACE_NAMES.map((name) => [name, fonts[`${name}-400`].glyphIds])
	) as Record<FaceName, Map<number, number>>;
	const plans = planFaces(characters, product);
	const coverage = {} as Record<FaceName, FontCoverage>;
	const faces = {} as Record<FaceId, FontManifestFace>;
	for (const { id, name } of FACES) {
		const regular = fonts[`${name}-400`];
		// Planned on the regular weight for both, so that one table in the manifest serves both.
		const slices = planSlices(
			plans[name],
			readFrequencies(ROOT, name),
			(c) => glyphFor(regular, name, c).xs.length
		);
		coverage[name] ??= describeCoverage(slices);
		const font = fonts[id];
		const written = slices.map((slice): FontFile => {
			const glyphs = new Map(slice.map((codePoint) => [codePoint, glyphFor(font, name, codePoint)]));
			// fflate rather than zlib: the same bytes on every processor and Node version.
			const bytes = gzipSync(writeSlice(glyphs), { level: 9, mtime: 0 });
			const file = `${id}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.gz`;
			writeWhole(join(target, file), bytes);
			return { file, bytes: bytes.length };
		});
		faces[id] = { ...font.metrics, stemV: stemOf(font), files: written };
	}
	const manifest: FontManifest = { format: 1, inputs, coverage, faces };
	copyFileSync(join(ROOT, 'LICENSES/OFL-Noto.txt'), join(target, 'OFL.txt'));
	writeWhole(join(target, 'manifest.json'), JSON.stringify(manifest) + '\n');
	const wanted = new Set(FACES.flatMap(({ id }) => faces[id].files.map(({ file }) => file)));
	for (const file of readdirSync(target))
		if (file.endsWith('.gz') && !wanted.has(file)) rmSync(join(target, file));
	return { manifest, isNew: true };
}

function glyphFor(font: TrueTypeFont, name: FaceName, codePoint: number): Glyph {
	const glyph = (c: number) => font.glyph(font.glyphIds.get(c)!);
	if (codePoint !== EM_DASH || (name !== 'hk' && name !== 'sc')) return glyph(codePoint);
	// The Chinese dash is two of these and has no gap. The faces do that by substitution; here the full-width bar is drawn out to
	// both edges of its square instead.
	const bar = glyph(HORIZONTAL_BAR);
	const [xMin, , xMax] = boundsOf(bar);
	return { ...bar, xs: bar.xs.map((x) => (x === xMin ? 0 : x === xMax ? bar.advance : x)) };
}

/** The narrower of l and I: one has a tail in some faces, the other has serifs. The emoji face has neither. */
function stemOf(font: TrueTypeFont): number {
	const widths = [0x6c, 0x49].flatMap((letter) => {
		const id = font.glyphIds.get(letter);
		if (id === undefined) return [];
		const [xMin, , xMax] = boundsOf(font.glyph(id));
		return [xMax - xMin];
	});
	return widths.length === 0 ? 80 : Math.min(...widths);
}

function hashInputs(files: Uint8Array[], texts: number[][]): string {
	const hash = createHash('sha256');
	for (const file of files) hash.update(file);
	hash.update(JSON.stringify(texts));
	const sources = [
		'scripts/build-fonts.ts',
		...globSync('scripts/fonts/*.ts', { cwd: ROOT }).sort(),
		'LICENSES/OFL-Noto.txt'
	];
	const shared = ['chain', 'coverage', 'outline', 'slice-format', 'types'].map(
		(name) => `src/lib/report/fonts/${name}.ts`
	);
	for (const source of [...sources, ...shared]) hash.update(readFileSync(join(ROOT, source)));
	return hash.digest('hex');
}

function readManifest(target: string): FontManifest | undefined {
	const file = join(target, 'manifest.json');
	if (!existsSync(file)) return undefined;
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as FontManifest;
	const isWhole = FACES.every(({ id }) =>
		manifest.faces[id]?.files.every((entry) => existsSync(join(target, entry.file)))
	);
	return isWhole ? manifest : undefined;
}

/** Whoever reads the folder at the same time sees the old file or the new one, never half of one. */
function writeWhole(file: string, content: Uint8Array | string): void {
	const draft = `${file}.${randomUUID()}.tmp`;
	writeFileSync(draft, content);
	renameSync(draft, file);
}

function printSizes({ faces, coverage }: FontManifest): void {
	for (const { id, name } of FACES) {
		const sizes = faces[id].files.map(({ bytes }) => bytes / 1000);
		const total = sizes.reduce((sum, size) => sum + size, 0);
		const rest = sizes.slice(2);
		const mean = rest.reduce((sum, size) => sum + size, 0) / (rest.length || 1);
		console.log(
			`${id}: ${coverage[name].plan.length} characters in ${sizes.length} files, ${total.toFixed(0)} KB; ` +
				`first ${sizes[0]!.toFixed(1)} KB, second ${(sizes[1] ?? 0).toFixed(1)} KB, others ${mean.toFixed(1)} KB each`
		);
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const start = performance.now();
	const { manifest, isNew } = buildFonts(process.argv.includes('--force'));
	printSizes(manifest);
	console.log(
		`static/fonts ${isNew ? 'built' : 'is up to date'} (${((performance.now() - start) / 1000).toFixed(1)} s)`
	);
}
