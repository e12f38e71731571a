import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportLanguage } from './blocks.ts';
import { createPdf, type CreatedPdf } from './create-pdf.ts';
import { openTestFonts } from './fonts/testing.ts';
import { isNoLineEnd, isNoLineStart } from './text/characters.ts';
import { linesOf, readPdf, squeezed, type ReadPdf } from './testing/read-pdf.ts';
import { DIFFICULT_NOTES, sampleDocument } from './testing/sample-document.ts';
import { SAMPLE_WORDS } from './testing/sample-words.ts';

const LANGUAGES: ReportLanguage[] = ['en', 'zh-Hant', 'zh-Hans'];

async function make(language: ReportLanguage): Promise<CreatedPdf> {
	const { createStack } = await openTestFonts();
	return createPdf(sampleDocument(language), createStack());
}

describe.each(LANGUAGES)('a report in %s', (language) => {
	const words = SAMPLE_WORDS[language];
	let created: CreatedPdf;
	let pdf: ReadPdf;
	let text: string;

	beforeAll(async () => {
		created = await make(language);
		pdf = await readPdf(created.bytes);
		text = squeezed(pdf.pages.flatMap((page) => page.items.map((item) => item.text)).join(''));
	}, 120_000);

	test('gives back every text that went in', () => {
		const texts = [
			words.title,
			words.subtitle,
			words.badge,
			...words.facts.flat(),
			...words.notes,
			...words.summary,
			...words.law,
			...words.actionItems,
			...words.principles,
			...words.gaps.flat(),
			...Object.values(words.severity),
			...words.answers,
			...words.figures.flat(),
			DIFFICULT_NOTES.rare,
			DIFFICULT_NOTES.url,
			'Serial Keeper Expiry',
			DIFFICULT_NOTES.noFace
		];
		expect(texts.filter((wanted) => !text.includes(squeezed(wanted)))).toEqual([]);
	});

	test('gives back a note that is taller than a page, line after line', () => {
		const starts = pdf.pages
			.flatMap(({ items }) => items)
			.filter(({ text: item }) => item.startsWith('The reviewer'));
		const { x } = starts[0]!;
		const column = pdf.pages.flatMap(({ items }) => items.filter((item) => item.x >= x - 1 && item.y < 775));
		expect(squeezed(column.map((item) => item.text).join(''))).toContain(
			squeezed(DIFFICULT_NOTES.long.slice(0, 1500))
		);
	});

	test('names the characters that no face has', () => {
		expect(created.missing).toEqual([0x12000]);
	});

	test('repeats the head of a table on every page of it', () => {
		const due = pdf.pages.filter(({ items }) => items.some((item) => /^2026-\d\d-28$/.test(item.text)));
		expect(due.length).toBeGreaterThan(2);
		for (const { items } of due) {
			expect(squeezed(items.map((item) => item.text).join(''))).toContain(
				squeezed(words.gapHeads.slice(1).join(''))
			);
		}
	});

	test('numbers every page but the cover', () => {
		const total = String(created.pages);
		pdf.pages.forEach(({ items }, index) => {
			const expected = squeezed(words.page.replace('{n}', String(index + 1)).replace('{N}', total));
			const page = squeezed(items.map((item) => item.text).join(''));
			expect(page.includes(expected)).toBe(index > 0);
			expect(page).toContain(squeezed(words.incomplete));
		});
	});

	test('starts no line with closing and ends none with opening punctuation', () => {
		const lines = pdf.pages
			.flatMap(({ items }) => linesOf(items))
			.filter((line) => line !== '•' && !/^[/／]/.test(line));
		expect(lines.filter((line) => isNoLineStart([...line][0]!))).toEqual([]);
		expect(lines.filter((line) => isNoLineEnd([...line].at(-1)!))).toEqual([]);
	});

	test('keeps within the margins', () => {
		for (const item of pdf.pages.flatMap(({ items }) => items)) {
			expect(item.x).toBeGreaterThanOrEqual(44);
			expect(item.x + item.width).toBeLessThanOrEqual(595.28 - 45 + 0.5);
			expect(item.y).toBeGreaterThan(30);
		}
	});

	test('has bookmarks that lead to the pages of the table of contents', () => {
		expect(pdf.outline.map(({ title, level }) => [title, level])).toEqual([
			[words.verdict, 1],
			[words.byPrinciple, 1],
			[words.gapsHeading, 1],
			[words.annex, 1],
			[words.sources, 2],
			[words.signOff, 1]
		]);
		const contents = squeezed(pdf.pages[1]!.items.map((item) => item.text).join(''));
		for (const { title, page } of pdf.outline) {
			expect(contents).toContain(squeezed(`${title}${page}`));
			expect(squeezed(pdf.pages[page - 1]!.items.map((item) => item.text).join(''))).toContain(
				squeezed(title)
			);
		}
	});

	test('carries its language, title, dates and links', () => {
		expect(pdf.language).toBe(language);
		expect(pdf.info['Title']).toBe(`${words.title} – ${words.organisation}`);
		expect(pdf.info['Subject']).toBe(words.summary[0]);
		expect(pdf.info['CreationDate']).toBe("D:20260714093000+08'00'");
		expect(pdf.fileIds).toEqual(['0123456789abcdef0123456789abcdef', null]);
		expect(pdf.pages.flatMap((page) => page.links)).toContain('https://www.pcpd.org.hk/');
	});

	test('comes out the same, byte for byte, when it is made again', async () => {
		const again = await make(language);
		expect(Buffer.compare(created.bytes, again.bytes)).toBe(0);
	});

	test('stays small', () => {
		expect(created.pages).toBeLessThan(20);
		expect(created.bytes.length).toBeLessThan(language === 'en' ? 100_000 : 190_000);
	});
});
