import { cleanText } from '../text/clean.ts';
import { FACE_NAMES, isWithoutShape } from './chain.ts';
import { findersFor } from './font-stack.ts';
import type { FontManifest } from './types.ts';

/**
 * Finds what will be drawn as □, before a report is made.
 *
 * @param value - plain data; every string in it is looked at
 * @returns code points that no face has, ascending
 */
export function missingCharacters(manifest: FontManifest, value: unknown): number[] {
	const finders = findersFor(manifest);
	const missing = new Set<number>();
	const visit = (inner: unknown): void => {
		if (typeof inner === 'string') {
			for (const character of cleanText(inner).replaceAll('\n', '')) {
				const codePoint = character.codePointAt(0)!;
				if (isWithoutShape(codePoint)) continue;
				if (FACE_NAMES.every((name) => finders[name](codePoint) < 0)) missing.add(codePoint);
			}
		} else if (inner !== null && typeof inner === 'object') Object.values(inner).forEach(visit);
	};
	visit(value);
	return [...missing].sort((a, b) => a - b);
}
