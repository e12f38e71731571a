import type { FontSubset } from '../fonts/types.ts';
import type { JsPdfInternals } from './jspdf-internals.ts';
import { binaryString, hex16, num } from './syntax.ts';

/** Width of a glyph that `/W` leaves out: the square of a Han character. */
const DEFAULT_WIDTH = 1000;
/** A CMap may list so many pairs at a time. Source: Adobe Technical Note 5014, section 1.4.1. */
const PAIRS_A_BLOCK = 100;

/**
 * Writes one face as a composite font: glyph ids are the character codes (Identity-H).
 *
 * @returns the object number of the Type0 font
 */
export function writeFont(pdf: JsPdfInternals, subset: FontSubset): number {
	const name = `/${subset.postscriptName}`;
	const file = writeStream(pdf, binaryString(subset.bytes), true);
	const toUnicode = writeStream(pdf, toUnicodeMap(subset.unicode), false);
	const descriptor = writeObject(pdf, descriptorOf(subset, name, file));
	const descendant = writeObject(
		pdf,
		`<</Type/Font/Subtype/CIDFontType2/BaseFont${name}` +
			'/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
			`/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/DW ${DEFAULT_WIDTH}/W ${widthArray(subset.widths)}>>`
	);
	return writeObject(
		pdf,
		`<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H` +
			`/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`
	);
}

function descriptorOf({ metrics }: FontSubset, name: string, file: number): string {
	const { ascent, descent, capHeight, bbox, italicAngle, stemV } = metrics;
	return (
		// Flag 4: symbolic, since the glyphs go beyond the Latin standard set.
		`<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${bbox.map(num).join(' ')}]` +
		`/ItalicAngle ${num(italicAngle)}/Ascent ${num(ascent)}/Descent ${num(descent)}` +
		`/CapHeight ${num(capHeight)}/StemV ${num(stemV)}/FontFile2 ${file} 0 R>>`
	);
}

/** Lists the widths that differ from the default, in runs. */
export function widthArray(widths: readonly number[]): string {
	const parts: string[] = [];
	for (let start = 0; start < widths.length;) {
		if (widths[start] === DEFAULT_WIDTH) {
			start++;
			continue;
		}
		let end = start + 1;
		while (end < widths.length && widths[end] !== DEFAULT_WIDTH) end++;
		parts.push(`${start}[${widths.slice(start, end).map(num).join(' ')}]`);
		start = end;
	}
	return `[${parts.join(' ')}]`;
}

/** CMap from glyph ids to text, as UTF-16: surrogate pairs come out as two units. */
export function toUnicodeMap(unicode: readonly string[]): string {
	const pairs = unicode.flatMap((text, glyph) => {
		if (!text) return [];
		const units = Array.from({ length: text.length }, (_, index) => hex16(text.charCodeAt(index)));
		return [`<${hex16(glyph)}><${units.join('')}>`];
	});
	const blocks: string[] = [];
	for (let start = 0; start < pairs.length; start += PAIRS_A_BLOCK) {
		const block = pairs.slice(start, start + PAIRS_A_BLOCK);
		blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
	}
	return [
		'/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
		'/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
		'/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
		'1 begincodespacerange <0000><FFFF> endcodespacerange',
		...blocks,
		'endcmap CMapName currentdict /CMap defineresource pop end end'
	].join('\n');
}

function writeObject(pdf: JsPdfInternals, content: string): number {
	const id = pdf.newObject();
	pdf.write(content);
	pdf.write('endobj');
	return id;
}

function writeStream(pdf: JsPdfInternals, data: string, addLength1: boolean): number {
	const id = pdf.newObject();
	pdf.putStream({ data, addLength1 });
	pdf.write('endobj');
	return id;
}
