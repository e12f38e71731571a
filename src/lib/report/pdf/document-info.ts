import type { DocumentInfo } from '../blocks.ts';
import { cleanText } from '../text/clean.ts';
import { hexText } from './syntax.ts';

const KEYS = ['title', 'author', 'subject', 'keywords'] as const;

/**
 * Document properties with any characters, through jsPDF's own writer.
 *
 * jsPDF writes them as raw UTF-16 in a literal string, where a byte 0D (half of 不, U+4E0D)
 * counts as a line end. So it gets placeholders of the same length as the hexadecimal strings,
 * which take their place in the finished file without moving a single offset.
 */
export class InfoStrings {
	readonly #strings = new Map<string, { placeholder: string; hex: string }>();

	constructor(info: DocumentInfo) {
		for (const key of KEYS) {
			const text = cleanText(info[key] ?? '');
			if (!text) continue;
			const hex = hexText(text);
			this.#strings.set(key, { placeholder: key.padEnd(hex.length - 2, '.'), hex });
		}
	}

	/** What to give to `setDocumentProperties`. */
	get placeholders(): Record<string, string> {
		return Object.fromEntries([...this.#strings].map(([key, { placeholder }]) => [key, placeholder]));
	}

	/** Puts the true strings into a finished file. */
	fill(file: string): string {
		for (const { placeholder, hex } of this.#strings.values()) {
			const literal = `(${placeholder})`;
			const at = file.lastIndexOf(literal);
			file = file.slice(0, at) + hex + file.slice(at + literal.length);
		}
		return file;
	}
}
