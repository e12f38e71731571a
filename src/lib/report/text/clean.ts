/**
 * Control characters, soft hyphen, zero-width no-break space (as a byte order mark), bidi
 * controls and noncharacters: nothing to see, and each of them breaks some reader or copies badly.
 */
const INVISIBLE =
	/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** A vertical tab is what a word processor pastes for a line break inside a paragraph. */
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Printable ASCII and line feeds need no cleaning; most English texts are nothing else. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * Makes a text that somebody typed or pasted safe to set: NFC, tab → space, every kind of line
 * break → line feed, no control or direction characters, lone surrogates → U+FFFD.
 *
 * Nothing is converted between Traditional and Simplified, and spaces stay as they were typed.
 */
export function cleanText(text: string): string {
	if (PLAIN.test(text)) return text;
	return text
		.toWellFormed()
		.replace(LINE_BREAK, '\n')
		.replaceAll('\t', ' ')
		.replace(INVISIBLE, '')
		.normalize('NFC');
}
