import type { Inline } from '../blocks.ts';
import { runsOf } from '../content/words.ts';

/** The words of a text without its looks. */
export function plainText(text: Inline): string {
	return runsOf(text)
		.map((run) => run.text)
		.join('');
}

/** Paragraphs as lines of one cell. */
export function plainLines(texts: readonly Inline[]): string {
	return texts.map(plainText).join('\n');
}
