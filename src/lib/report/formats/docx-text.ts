import {
	AlignmentType,
	ExternalHyperlink,
	Paragraph,
	TextRun,
	type IParagraphOptions,
	type ParagraphChild
} from 'docx';
import type { Inline, Run, Severity, TextColour } from '../blocks.ts';
import { runsOf } from '../content/words.ts';
import { cleanText } from '../text/clean.ts';

const COLOURS: Readonly<Record<TextColour, string>> = { ink: '1B2733', muted: '5B6773', accent: '0B4F8A' };

/** The same marks and colours as in the PDF, as characters that office faces have. */
const MARKS: Readonly<Record<Severity, { readonly mark: string; readonly colour: string }>> = {
	critical: { mark: '▲', colour: '8C1D40' },
	required: { mark: '⬟', colour: '0B4F8A' },
	high: { mark: '■', colour: 'D55E00' },
	medium: { mark: '◆', colour: 'E69F00' },
	low: { mark: '○', colour: '5B6773' }
};

/** How a paragraph's texts look, where they do not say so themselves. */
export interface TextLook {
	readonly bold?: boolean | undefined;
	readonly colour?: TextColour | undefined;
	/** In pt. */
	readonly size?: number | undefined;
}

/** A text as the content of a paragraph; a line feed is a line break. */
export function textChildren(text: Inline, look: TextLook = {}): ParagraphChild[] {
	return runsOf(text).flatMap((run): ParagraphChild[] => {
		const mark = run.severity && MARKS[run.severity];
		const before = mark ? [new TextRun({ text: `${mark.mark} `, color: mark.colour })] : [];
		const runs = pieces(run, look);
		const link = run.link && 'url' in run.link ? run.link.url : null;
		return [...before, ...(link ? [new ExternalHyperlink({ link, children: runs })] : runs)];
	});
}

function pieces(run: Run, look: TextLook): TextRun[] {
	const colour = run.colour ?? (run.link ? 'accent' : look.colour);
	return cleanText(run.text)
		.split('\n')
		.map(
			(text, index) =>
				new TextRun({
					text,
					bold: run.bold ?? look.bold ?? false,
					...(colour && { color: COLOURS[colour] }),
					...(look.size && { size: look.size * 2 }),
					...(index > 0 && { break: 1 })
				})
		);
}

const ALIGNMENTS = {
	start: AlignmentType.START,
	center: AlignmentType.CENTER,
	end: AlignmentType.END
} as const;

export function paragraph(
	text: Inline,
	look: TextLook & { readonly align?: keyof typeof ALIGNMENTS | undefined } = {},
	options: IParagraphOptions = {}
): Paragraph {
	const alignment = look.align && look.align !== 'start' ? { alignment: ALIGNMENTS[look.align] } : {};
	return new Paragraph({ ...options, ...alignment, children: textChildren(text, look) });
}
