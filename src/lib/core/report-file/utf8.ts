/**
 * The bytes of a text in UTF-8. Source: RFC 3629.
 *
 * Written out, since TextEncoder belongs to the platform and not to the language.
 *
 * @param text well-formed, as all JSON text is; half of a surrogate pair becomes U+FFFD, as TextEncoder has it
 */
export function utf8(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 3);
	let length = 0;
	for (const character of text) {
		const point = character.codePointAt(0)!;
		const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
		if (code < 0x80) bytes[length++] = code;
		else {
			if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
			else {
				if (code < 0x1_0000) bytes[length++] = 0xe0 | (code >> 12);
				else {
					bytes[length++] = 0xf0 | (code >> 18);
					bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
				}
				bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
			}
			bytes[length++] = 0x80 | (code & 0x3f);
		}
	}
	return bytes.subarray(0, length);
}
