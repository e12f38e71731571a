import type { Text } from '../../src/lib/core/languages.ts';

/** Every text in a tree of plain data, with the path at which it stands. */
export function allTexts(node: unknown, path = ''): { path: string; text: Text }[] {
	if (typeof node !== 'object' || node === null) return [];
	if ('en' in node && 'zh-Hant' in node && 'zh-Hans' in node) return [{ path, text: node as Text }];
	return Object.entries(node).flatMap(([key, value]) => {
		const id = (value as { id?: string } | null)?.id;
		return allTexts(value, [path, id ?? key].filter(Boolean).join('.'));
	});
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const common = [...a].filter((item) => b.has(item)).length;
	return common / (a.size + b.size - common || 1);
}

function grams(units: readonly string[], length: number): Set<string> {
	return new Set(units.slice(length - 1).map((_, i) => units.slice(i, i + length).join(' ')));
}

/** Shared word pairs, 0–1. */
export function wordSimilarity(a: string, b: string): number {
	const words = (text: string) => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
	return jaccard(grams(words(a), 2), grams(words(b), 2));
}

/** Shared three-character runs, 0–1. */
export function hanSimilarity(a: string, b: string): number {
	const characters = (text: string) => [...text.replace(/[\p{P}\s]/gu, '')];
	return jaccard(grams(characters(a), 3), grams(characters(b), 3));
}
