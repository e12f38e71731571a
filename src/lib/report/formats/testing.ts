/** For tests only: reads the files back with other readers than our writers. */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

/** The parts of a zip package, by path. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
	const files = unzipSync(bytes);
	return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
}

/** Parses XML. @throws {Error} when it is not well formed */
export function parseXml(text: string): Document {
	const { window } = new JSDOM('');
	return new window.DOMParser().parseFromString(text, 'application/xml');
}

/** The text of a Word document: a line a paragraph, line breaks as they are. */
export function docxText(bytes: Uint8Array): string {
	const document = parseXml(partsOf(bytes)['word/document.xml'] ?? '');
	return [...document.getElementsByTagName('w:p')]
		.map((paragraph) =>
			[...paragraph.querySelectorAll('*')]
				.map((node) => (node.tagName === 'w:t' ? node.textContent : node.tagName === 'w:br' ? '\n' : ''))
				.join('')
		)
		.join('\n');
}
