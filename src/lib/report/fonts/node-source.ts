import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FontError } from './errors.ts';
import type { FontManifest, FontSource } from './types.ts';

/** @param folder path of `static/fonts`, which `node scripts/build-fonts.ts` fills */
export function createNodeSource(folder: string): FontSource {
	return { load: (file) => read(folder, file) };
}

/** @throws {FontError} `font_file_unavailable` when the folder was never built */
export async function readNodeManifest(folder: string): Promise<FontManifest> {
	return JSON.parse((await read(folder, 'manifest.json')).toString('utf8')) as FontManifest;
}

async function read(folder: string, file: string): Promise<Buffer> {
	try {
		return await readFile(join(folder, basename(file)));
	} catch (cause) {
		throw new FontError(
			'font_file_unavailable',
			`Font file "${file}" is not in ${folder}; run node scripts/build-fonts.ts.`,
			{ cause }
		);
	}
}
