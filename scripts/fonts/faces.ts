import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACE_NAMES, WEIGHTS } from '../../src/lib/report/fonts/chain.ts';
import type { FaceId, FaceName, Weight } from '../../src/lib/report/fonts/types.ts';

const FONTS: Record<FaceName, { folder: string; name: string; frequencies?: string }> = {
	latin: { folder: 'noto-sans', name: 'NotoSans' },
	hk: { folder: 'noto-sans-hk', name: 'NotoSansHK', frequencies: '@fontsource/noto-sans-hk/unicode.json' },
	sc: { folder: 'noto-sans-sc', name: 'NotoSansSC', frequencies: '@fontsource/noto-sans-sc/unicode.json' },
	emoji: { folder: 'noto-emoji', name: 'NotoEmoji' }
};

export const FACES: readonly { id: FaceId; name: FaceName; weight: Weight }[] = FACE_NAMES.flatMap((name) =>
	WEIGHTS.map((weight) => ({ id: `${name}-${weight}` as const, name, weight }))
);

/** @returns the bytes of a face's TrueType file, from its package */
export function readFace(root: string, name: FaceName, weight: Weight): Uint8Array {
	const { folder, name: file } = FONTS[name];
	const style = weight === 400 ? '400Regular' : '700Bold';
	return readFileSync(join(root, 'node_modules/@expo-google-fonts', folder, style, `${file}_${style}.ttf`));
}

/**
 * Code points from frequent to rare, by the slices in which Google Fonts serves the same face: a lower slice number is rarer.
 * Empty for a face without such a plan.
 */
export function readFrequencies(root: string, name: FaceName): number[] {
	const { frequencies } = FONTS[name];
	if (frequencies === undefined) return [];
	const plan = JSON.parse(readFileSync(join(root, 'node_modules', frequencies), 'utf8')) as Record<
		string,
		string
	>;
	const rank = (key: string) => Number(/^\[(\d+)\]$/.exec(key)?.[1] ?? Infinity);
	const keys = Object.keys(plan).sort((a, b) => (rank(a) === rank(b) ? (a < b ? -1 : 1) : rank(b) - rank(a)));
	return keys.flatMap((key) =>
		plan[key]!.split(',').flatMap((range) => {
			const [first, last = first] = range
				.replace('U+', '')
				.split('-')
				.map((hex) => parseInt(hex, 16)) as [number, number?];
			return Array.from({ length: last! - first + 1 }, (_, i) => first + i);
		})
	);
}
