import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { OutlineDocument } from './outline-document.ts';

// Brings the writer of Word files along: load this module on use (`await import(…)`), never with a page.

/** Faces that Word has or replaces by itself; nothing is embedded. */
const EAST_ASIAN: Readonly<Record<string, string>> = {
	'zh-Hant': 'Microsoft JhengHei',
	'zh-Hans': 'Microsoft YaHei'
};
/** Word knows languages by region. */
const WORD_LANGUAGE: Readonly<Record<string, string>> = {
	en: 'en-GB',
	'zh-Hant': 'zh-HK',
	'zh-Hans': 'zh-CN'
};

/** @returns a .docx with headings that Word lists and points that a person goes on editing */
export async function outlineAsDocx(outline: OutlineDocument): Promise<Blob> {
	const { language, title, subject, notes, sections } = outline;
	const font = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: EAST_ASIAN[language] ?? 'Microsoft YaHei' };
	const tag = WORD_LANGUAGE[language] ?? language;
	const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
		new Paragraph({ text, heading: level });
	const document = new Document({
		title,
		creator: 'Plumbline',
		styles: {
			default: {
				document: { run: { font, size: 22, language: { value: tag, eastAsia: tag } } },
				heading1: {
					run: { font, size: 32, bold: true },
					paragraph: { spacing: { before: 360, after: 120 } }
				},
				heading2: { run: { font, size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
				title: { run: { font, size: 44, bold: true } }
			}
		},
		sections: [
			{
				properties: { page: { size: { width: 11906, height: 16838 } } },
				children: [
					heading(title, HeadingLevel.TITLE),
					new Paragraph({ text: subject }),
					...notes.map(
						(note) =>
							new Paragraph({
								children: [new TextRun({ text: note, italics: tag === 'en-GB' })],
								spacing: { before: 120 }
							})
					),
					...sections.flatMap((section) => [
						heading(section.title, HeadingLevel.HEADING_1),
						...section.parts.flatMap((part) => [
							heading(part.title, HeadingLevel.HEADING_2),
							...part.points.flatMap(({ text, about }) => [
								new Paragraph({ text, bullet: { level: 0 }, keepNext: true }),
								new Paragraph({
									children: [new TextRun({ text: about, size: 18, color: '555555' })],
									indent: { left: 720 },
									spacing: { after: 120 }
								})
							])
						])
					])
				]
			}
		]
	});
	return Packer.toBlob(document);
}
