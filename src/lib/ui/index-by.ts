/** @returns a look-up of items by key; of two with the same key the last one */
export function indexBy<T, V = T>(
	items: readonly T[],
	key: (item: T) => string,
	value: (item: T) => V = (item) => item as unknown as V
): ReadonlyMap<string, V> {
	return new Map(items.map((item) => [key(item), value(item)]));
}
