const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * 128 random bits in base64url, 22 characters. `getRandomValues` is there without a secure context (a laptop's own
 * address in a closed network), `randomUUID` and `crypto.subtle` are not.
 */
export function randomToken(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(22));
	// 22 × 6 bits are 132; the last letter carries the two that make 128.
	return Array.from(bytes, (byte, index) => LETTERS[index < 21 ? byte & 63 : (byte & 3) << 4]).join('');
}
