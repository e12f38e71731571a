/** For tests only: the real faces, built on first use. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFontStack } from './font-stack.ts';
import { createNodeSource, readNodeManifest } from './node-source.ts';
import type { FontManifest, FontSource, FontStack } from './types.ts';

const FOLDER = fileURLToPath(new URL('../../../../static/fonts', import.meta.url));
// One source for a whole run, so that slices are unpacked once.
const source = createNodeSource(FOLDER);

/** @returns manifest and source of `static/fonts`, and a way to start a document on them */
export async function openTestFonts(): Promise<{
	manifest: FontManifest;
	source: FontSource;
	createStack: () => FontStack;
}> {
	if (!existsSync(join(FOLDER, 'manifest.json'))) {
		const { buildFonts } = await import('../../../../scripts/build-fonts.ts');
		buildFonts();
	}
	const manifest = await readNodeManifest(FOLDER);
	return { manifest, source, createStack: () => createFontStack(manifest, source) };
}
