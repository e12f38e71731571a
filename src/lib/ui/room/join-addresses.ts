const LOCAL = /^(localhost|127\.|\[?::1\]?$)/;

export const isLocal = (address: string) => LOCAL.test(new URL(address).hostname);

/**
 * Addresses that phones can reach, best first: where this page itself came from, unless that is this very machine; then
 * what the server knows of itself.
 */
export function reachable(origin: string, addresses: readonly string[]): string[] {
	const all = [...new Set([...(isLocal(origin) ? [] : [origin]), ...addresses, origin])];
	const away = all.filter((address) => !isLocal(address));
	return away.length > 0 ? away : [origin];
}

/** Where a phone joins in its own language. The secret stands behind `#` and reaches no server by navigation. */
export function joinLink(address: string, secret: string): string {
	return `${address}/join/#${secret}`;
}

/** To be read out and typed: without the protocol. */
export function spokenAddress(address: string): string {
	return `${new URL(address).host}/join`;
}

/** `ABC DEF`: two groups of three are remembered more easily. */
export function spokenCode(code: string): string {
	return `${code.slice(0, 3)} ${code.slice(3)}`;
}
