/** For tests only: reads a PDF back with an independent reader. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadItem {
	readonly text: string;
	readonly x: number;
	/** From the bottom of the page. */
	readonly y: number;
	readonly width: number;
}

export interface ReadPdf {
	readonly pages: { readonly items: ReadItem[]; readonly links: (string | null)[] }[];
	/** Title and level of each bookmark, level from 1. */
	readonly outline: { readonly title: string; readonly level: number; readonly page: number }[];
	readonly info: Record<string, unknown>;
	readonly language: unknown;
	readonly fileIds: unknown;
}

type Task = ReturnType<typeof getDocument>;
type Reader = Awaited<Task['promise']>;

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS });
	const reader = await task.promise;
	const pages = [];
	for (let number = 1; number <= reader.numPages; number++) pages.push(await readPage(reader, number));
	const { info } = await reader.getMetadata();
	const outline = await readOutline(reader);
	const result = {
		pages,
		outline,
		info: info as Record<string, unknown>,
		language: (info as Record<string, unknown>)['Language'],
		fileIds: reader.fingerprints
	};
	await task.destroy();
	return result;
}

async function readPage(reader: Reader, number: number): Promise<ReadPdf['pages'][number]> {
	const page = await reader.getPage(number);
	const { items } = await page.getTextContent({ disableNormalization: true });
	const annotations = (await page.getAnnotations()) as { url?: string }[];
	return {
		items: items.flatMap((item) =>
			'str' in item && item.str !== ''
				? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
				: []
		),
		links: annotations.map(({ url }) => url ?? null)
	};
}

async function readOutline(reader: Reader): Promise<ReadPdf['outline']> {
	type Entry = { title: string; dest: unknown; items: Entry[] };
	const found: { title: string; level: number; page: number }[] = [];
	const visit = async (entries: Entry[], level: number): Promise<void> => {
		for (const entry of entries) {
			const [target] = entry.dest as [Parameters<Reader['getPageIndex']>[0]];
			found.push({ title: entry.title, level, page: (await reader.getPageIndex(target)) + 1 });
			await visit(entry.items, level + 1);
		}
	};
	await visit(((await reader.getOutline()) ?? []) as Entry[], 1);
	return found;
}

/** Text of a page without any white space, which readers put in by guess. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Items of one line joined: those of the same baseline that touch. */
export function linesOf(items: readonly ReadItem[]): string[] {
	const lines: { text: string; y: number; end: number }[] = [];
	for (const item of items) {
		const last = lines.at(-1);
		if (last && Math.abs(last.y - item.y) < 0.5 && item.x >= last.end - 1 && item.x - last.end < 4) {
			last.text += item.text;
			last.end = item.x + item.width;
		} else lines.push({ text: item.text, y: item.y, end: item.x + item.width });
	}
	return lines.map((line) => line.text.trim()).filter((text) => text !== '');
}
