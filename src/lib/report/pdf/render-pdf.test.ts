import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Block, ReportDocument } from '../blocks.ts';
import { createPdf } from '../create-pdf.ts';
import { openTestFonts } from '../fonts/testing.ts';
import type { FontStack } from '../fonts/types.ts';
import { readPdf } from '../testing/read-pdf.ts';

const report = (blocks: Block[], info: Partial<ReportDocument['info']> = {}): ReportDocument => ({
	language: 'zh-Hant',
	info: { title: 'Title', created: "D:20260714093000+08'00'", fileId: '0'.repeat(32), ...info },
	furniture: { pageNumber: '{n}/{N}' },
	blocks
});

async function create(
	document: ReportDocument,
	change: (fonts: FontStack) => FontStack = (fonts) => fonts
): Promise<Uint8Array> {
	const { createStack } = await openTestFonts();
	return (await createPdf(document, change(createStack()))).bytes;
}

describe('renderPdf', () => {
	test('keeps characters whose second byte is a line end, in properties and bookmarks', async () => {
		// 不 is U+4E0D; 上 is U+4E0A; ( and ) and \ end or escape literal strings.
		const title = '不上(a)\\ 𨋢 – 不';
		const pdf = await readPdf(
			await create(report([{ type: 'heading', level: 1, text: title }], { title, author: title }))
		);
		expect(pdf.info['Title']).toBe(title);
		expect(pdf.info['Author']).toBe(title);
		expect(pdf.outline[0]!.title).toBe(title);
	});

	test('links to the web and to mail, and to nothing that could run', async () => {
		const link = (url: string): Block => ({ type: 'paragraph', text: [{ text: 'x', link: { url } }] });
		const urls = [
			'https://a.example/私隱?q=(1)',
			'mailto:a@b.example',
			'javascript:alert(1)',
			'file:///etc/passwd'
		];
		const pdf = await readPdf(await create(report(urls.map(link))));
		expect(pdf.pages[0]!.links).toEqual(['https://a.example/%E7%A7%81%E9%9A%B1?q=(1)', 'mailto:a@b.example']);
	});

	test('embeds only the faces in use, and none of the base 14', async () => {
		const doc = await PDFDocument.load(await create(report([{ type: 'paragraph', text: '私隱 privacy' }])));
		const objects = doc.context.enumerateIndirectObjects().map(([, object]) => String(object));
		const fonts = objects.flatMap((text) => /\/Type0\s*\/BaseFont\s*\/[A-Z]{6}\+(\S+)/.exec(text)?.[1] ?? []);
		expect(fonts).toEqual(['NotoSans-Regular', 'NotoSansHK-Regular']);
		expect(objects.join()).not.toMatch(/Helvetica|Times|Courier|Symbol|ZapfDingbats/);
	});

	test('gives the true character behind a □', async () => {
		const pdf = await readPdf(await create(report([{ type: 'paragraph', text: 'a\u{12000}b' }])));
		expect(pdf.pages[0]!.items.map((item) => item.text).join('')).toContain('a\u{12000}b');
	});

	test('throws what goes wrong inside jsPDF’s events instead of returning a broken file', async () => {
		const broken = (fonts: FontStack): FontStack => ({
			...fonts,
			subsets: () =>
				fonts.subsets().map((subset) => ({
					...subset,
					get widths(): number[] {
						throw new Error('no widths');
					}
				}))
		});
		await expect(create(report([{ type: 'paragraph', text: 'a' }]), broken)).rejects.toThrow(
			expect.objectContaining({ code: 'pdf_writer_failed' })
		);
	});

	test('makes one empty page of an empty document', async () => {
		expect((await readPdf(await create(report([])))).pages).toHaveLength(1);
	});

	test('refuses a file id and a date that jsPDF would replace by chance and clock', async () => {
		await expect(create(report([], { fileId: 'abc' }))).rejects.toThrow(
			expect.objectContaining({ code: 'invalid_file_id' })
		);
		await expect(create(report([], { created: '2026-07-14' }))).rejects.toThrow(
			expect.objectContaining({ code: 'invalid_date' })
		);
	});
});
