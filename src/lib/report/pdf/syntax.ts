/** Number in page content: hundredths of a point are finer than any printer. */
export function num(value: number): string {
	const rounded = Math.round(value * 100) / 100;
	return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Text string in hexadecimal UTF-16, `<FEFF…>`: safe whatever the characters, also beyond U+FFFF. */
export function hexText(text: string): string {
	let hex = '<FEFF';
	for (let index = 0; index < text.length; index++) hex += hex16(text.charCodeAt(index));
	return `${hex}>`;
}

const HEX16: string[] = [];

/** Four hexadecimal digits. */
export function hex16(value: number): string {
	return (HEX16[value] ??= value.toString(16).toUpperCase().padStart(4, '0'));
}

/** ASCII text as a literal string. */
export function literal(text: string): string {
	return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

/** Bytes as a string of one unit a byte, which is what jsPDF joins its file from. */
export function binaryString(bytes: Uint8Array): string {
	// Not `TextDecoder('latin1')`: in browsers that is windows-1252. In pieces: arguments fill the stack.
	let text = '';
	for (let start = 0; start < bytes.length; start += 8192) {
		text += String.fromCharCode(...bytes.subarray(start, start + 8192));
	}
	return text;
}

/** The reverse of {@link binaryString}. */
export function binaryBytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes;
}

/** Colour operand from `rrggbb`. */
export function rgb(colour: string): string {
	const channel = (at: number): string =>
		String(Math.round((parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000);
	return `${channel(0)} ${channel(2)} ${channel(4)}`;
}
