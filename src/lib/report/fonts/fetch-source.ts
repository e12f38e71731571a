import { FontError } from './errors.ts';
import type { FontManifest, FontSource } from './types.ts';

/** The part of `fetch` that is needed; a page, a worker and a test each bring their own. */
export type Fetch = (url: string) => Promise<Response>;

/**
 * Reads font files over the network and keeps them in memory while the source lives. Files that the browser or a service worker
 * holds are found there by `fetch` itself.
 *
 * @param base address of the folder, with or without a slash at the end: `/fonts/`
 */
export function createFetchSource(base: string, fetchFile: Fetch = (url) => fetch(url)): FontSource {
	const files = new Map<string, Promise<Uint8Array>>();
	return {
		load(file) {
			const known = files.get(file);
			if (known !== undefined) return known;
			const loading = get(base, file, fetchFile).then(
				async (response) => new Uint8Array(await response.arrayBuffer())
			);
			files.set(file, loading);
			// After a failure the next attempt asks again: the connection may be back.
			loading.catch(() => files.delete(file));
			return loading;
		}
	};
}

/** @throws {FontError} `font_file_unavailable` */
export async function fetchManifest(
	base: string,
	fetchFile: Fetch = (url) => fetch(url)
): Promise<FontManifest> {
	return (await (await get(base, 'manifest.json', fetchFile)).json()) as FontManifest;
}

async function get(base: string, file: string, fetchFile: Fetch): Promise<Response> {
	const url = `${base.replace(/\/$/, '')}/${file}`;
	let response: Response;
	try {
		response = await fetchFile(url);
	} catch (cause) {
		throw new FontError('font_file_unavailable', `Font file ${url} could not be fetched.`, { cause });
	}
	if (!response.ok)
		throw new FontError(
			'font_file_unavailable',
			`Font file ${url} could not be fetched: status ${response.status}.`
		);
	return response;
}
