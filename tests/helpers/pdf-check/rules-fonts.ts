import type { CheckedPdf, Rule } from './check.ts';
import {
	at,
	dictAt,
	latin1,
	listAt,
	nameAt,
	numberAt,
	PDFArray,
	PDFDict,
	PDFNumber,
	streamBytes
} from './objects.ts';

interface Font {
	readonly name: string;
	readonly dict: PDFDict;
	/** The CIDFont inside. */
	readonly descendant: PDFDict | undefined;
	readonly shown: ReadonlySet<number>;
	/** Shown outside every replacement text. */
	readonly shownAsIs: ReadonlySet<number>;
}

/** Fonts by what the pages show with them. */
function fontsOf({ pages }: CheckedPdf): Font[] {
	const fonts = new Map<PDFDict, { name: string; shown: Set<number>; asIs: Set<number> }>();
	for (const { page, content } of pages) {
		for (const { font, codes, actualText } of content.painted) {
			const dict = dictAt(page.node.Resources(), 'Font', font);
			if (!dict) continue;
			const known = fonts.get(dict) ?? { name: font, shown: new Set(), asIs: new Set() };
			fonts.set(dict, known);
			for (const code of codes) {
				known.shown.add(code);
				if (!actualText) known.asIs.add(code);
			}
		}
	}
	return [...fonts].map(([dict, { name, shown, asIs }]) => {
		const [descendant] = listAt(dict, 'DescendantFonts');
		return {
			name,
			dict,
			descendant: descendant instanceof PDFDict ? descendant : undefined,
			shown,
			shownAsIs: asIs
		};
	});
}

function toUnicode({ dict }: Font): Map<number, string> {
	const map = new Map<number, string>();
	const text = latin1(streamBytes(at(dict, 'ToUnicode')) ?? new Uint8Array());
	for (const [, code, units] of text.matchAll(/^<([0-9A-F]{4})><([0-9A-F]+)>$/gm))
		map.set(
			parseInt(code!, 16),
			String.fromCharCode(...units!.match(/.{4}/g)!.map((unit) => parseInt(unit, 16)))
		);
	return map;
}

/** Widths as the dictionary has them, by glyph. */
function widthsOf(descendant: PDFDict | undefined): (glyph: number) => number {
	const widths = new Map<number, number>();
	const entries = listAt(descendant, 'W');
	for (let index = 0; index + 1 < entries.length; index += 2) {
		const first = (entries[index] as PDFNumber).asNumber();
		const list = entries[index + 1];
		if (list instanceof PDFArray)
			list.asArray().forEach((width, offset) => widths.set(first + offset, (width as PDFNumber).asNumber()));
	}
	const usual = numberAt(descendant, 'DW') ?? 1000;
	return (glyph) => widths.get(glyph) ?? usual;
}

/** Widths as the font program has them, by glyph. */
function programWidths(file: Uint8Array): ((glyph: number) => number) | null {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const tables = new Map<string, number>();
	for (let index = 0, start = 12; index < view.getUint16(4); index++, start += 16)
		tables.set(latin1(file.subarray(start, start + 4)), view.getUint32(start + 8));
	const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
	if (head === undefined || hhea === undefined || hmtx === undefined) return null;
	const count = view.getUint16(hhea + 34);
	const units = view.getUint16(head + 18);
	return (glyph) => (view.getUint16(hmtx + 4 * Math.min(glyph, count - 1)) * 1000) / units;
}

const programOf = (font: Font): Uint8Array | undefined =>
	streamBytes(at(font.descendant, 'FontDescriptor', 'FontFile2'));
/** What ToUnicode may not map to. Source: ISO 19005-3, 6.2.11.7.2. */
const NO_TEXT = ['\u0000', '\ufeff', '\ufffe'];
const isPrivate = (text: string): boolean => /\p{Co}/u.test(text);

export const FONT_RULES = {
	'fonts are embedded': (pdf) =>
		fontsOf(pdf)
			.filter((font) => !programOf(font) || nameAt(font.descendant, 'CIDToGIDMap') !== 'Identity')
			.map(({ name }) => `${name} is not embedded`),
	'every text names its font': ({ pages }) =>
		pages.flatMap(({ page, content }, index) =>
			content.painted
				.filter(({ codes, font }) => codes.length > 0 && !dictAt(page.node.Resources(), 'Font', font))
				.map(({ font }) => `page ${index + 1}: no font ${font}`)
		),
	'every glyph has its text': (pdf) =>
		fontsOf(pdf).flatMap((font) => {
			const map = toUnicode(font);
			return [...font.shown]
				.filter((code) => code !== 0)
				.filter((code) => !map.get(code) || NO_TEXT.some((sign) => map.get(code)!.includes(sign)))
				.map((code) => `${font.name}: glyph ${code} stands for no text`);
		}),
	'no glyph is missing': (pdf) =>
		fontsOf(pdf)
			.filter(({ shown }) => shown.has(0))
			.map(({ name }) => `${name}: .notdef is shown`),
	'widths are the font’s own': (pdf) =>
		fontsOf(pdf).flatMap((font) => {
			const file = programOf(font);
			const own = file && programWidths(file);
			if (!own) return [];
			const told = widthsOf(font.descendant);
			return [...font.shown]
				.filter((glyph) => Math.abs(told(glyph) - own(glyph)) > 1)
				.map((glyph) => `${font.name}: glyph ${glyph} is ${own(glyph)} wide, not ${told(glyph)}`);
		}),
	'fonts have names of subsets': (pdf) =>
		fontsOf(pdf)
			.filter(({ dict, descendant }) => {
				const names = [
					nameAt(dict, 'BaseFont'),
					nameAt(descendant, 'BaseFont'),
					nameAt(descendant, 'FontDescriptor', 'FontName')
				];
				return new Set(names).size > 1 || !/^[A-Z]{6}\+/.test(names[0] ?? '');
			})
			.map(({ name }) => `${name}: names differ or have no tag`),
	'private characters have a replacement text': (pdf) =>
		fontsOf(pdf).flatMap((font) => {
			const map = toUnicode(font);
			return [...font.shownAsIs]
				.filter((code) => isPrivate(map.get(code) ?? ''))
				.map((code) => `${font.name}: glyph ${code} is private`);
		})
} satisfies Record<string, Rule>;
