import { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { PageFurniture, ReportDocument, ReportLanguage } from '../blocks.ts';
import { cleanText } from '../text/clean.ts';
import { plainText } from './plain-text.ts';
import { docxBlocks } from './docx-blocks.ts';

/** Faces that office programs bring along, and the language tags that they know. */
const LANGUAGE: Readonly<Record<ReportLanguage, { readonly face: string; readonly tag: string }>> = {
	en: { face: 'Microsoft JhengHei', tag: 'zh-HK' },
	'zh-Hant': { face: 'Microsoft JhengHei', tag: 'zh-HK' },
	'zh-Hans': { face: 'Microsoft YaHei', tag: 'zh-CN' }
};
const MARGIN = 1134;

/**
 * Writes blocks as a Word document (Office Open XML), to be edited further: real headings, lists and tables.
 *
 * Unlike the PDF, two runs do not give the same bytes: the library stamps the time into the file.
 */
export async function writeDocx(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
	const { face, tag } = LANGUAGE[document.language];
	let lists = 0;
	const heading = (size: number, before: number) => ({
		run: { size: size * 2, bold: true, color: '0B4F8A' },
		paragraph: { spacing: { before, after: 100 } }
	});
	const file = new Document({
		title: cleanText(document.info.title),
		creator: cleanText(document.info.author ?? ''),
		lastModifiedBy: 'Plumbline',
		subject: cleanText(document.info.subject ?? ''),
		styles: {
			default: {
				document: {
					run: {
						size: 21,
						font: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: face, cs: 'Calibri' },
						language: { value: document.language === 'en' ? 'en-GB' : tag, eastAsia: tag }
					}
				},
				title: heading(24, 0),
				heading1: heading(17, 360),
				heading2: heading(13, 280),
				heading3: heading(11, 220)
			}
		},
		numbering: {
			config: [
				{
					reference: 'numbers',
					levels: [
						{
							level: 0,
							format: LevelFormat.DECIMAL,
							text: '%1.',
							alignment: AlignmentType.START,
							style: { paragraph: { indent: { left: 400, hanging: 400 } } }
						}
					]
				}
			]
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: 11906, height: 16838 },
						margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }
					}
				},
				footers: { default: footer(document.furniture) },
				children: docxBlocks(document.blocks, { next: () => ++lists })
			}
		]
	});
	return new Uint8Array(await Packer.pack(file, 'arraybuffer'));
}

/** Versions, marks and the page's number, whose field the word processor fills in. */
function footer({ footerStart, footerMark, pageNumber }: PageFurniture): Footer {
	const look = { size: 15, color: '5B6773' };
	const text = [footerStart, footerMark].flatMap((part) => (part ? [plainText(part)] : [])).join(' · ');
	const fields: Readonly<Record<string, string>> = {
		'{n}': PageNumber.CURRENT,
		'{N}': PageNumber.TOTAL_PAGES
	};
	const numbers = plainText(pageNumber)
		.split(/(\{n\}|\{N\})/)
		.map((part) => fields[part] ?? part);
	return new Footer({
		children: [
			new Paragraph({
				children: [
					new TextRun({ ...look, text: cleanText(text) }),
					new TextRun({ ...look, children: ['   ', ...numbers] })
				]
			})
		]
	});
}
