import { inflate } from './inflate.ts';
import { readSlice, type Slice } from './slice-format.ts';
import type { FontSource } from './types.ts';

/**
 * Slices already read, by source, so that a second report does not unpack them again. A name carries the hash of its content, so
 * an entry is never out of date; it goes when nobody holds the source any more.
 */
const cache = new WeakMap<FontSource, Map<string, Promise<Slice>>>();

/** @throws {FontError} `font_file_unavailable`, `font_file_damaged`; the next call tries again */
export function loadSlice(source: FontSource, file: string): Promise<Slice> {
	const slices = cache.get(source) ?? new Map<string, Promise<Slice>>();
	cache.set(source, slices);
	const known = slices.get(file);
	if (known !== undefined) return known;
	const loading = source.load(file).then(async (bytes) => readSlice(await inflate(bytes, file), file));
	slices.set(file, loading);
	loading.catch(() => slices.delete(file));
	return loading;
}
