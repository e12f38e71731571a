/** FNV-1a, 32 bits, from a starting value. Source: draft-eastlake-fnv, section 2. */
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

function hash32(text: string, start: number): number {
	let hash = start;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		hash = Math.imul(hash ^ (unit & 0xff), PRIME);
		hash = Math.imul(hash ^ (unit >> 8), PRIME);
	}
	return hash >>> 0;
}

/**
 * An id for a file of this content: the same content gives the same id. It tells files apart and protects nothing.
 *
 * @returns 32 hexadecimal digits
 */
export function fileIdOf(content: string): string {
	return [0, 1, 2, 3]
		.map((part) =>
			hash32(content, OFFSET ^ Math.imul(part, 0x9e3779b1))
				.toString(16)
				.padStart(8, '0')
		)
		.join('');
}
