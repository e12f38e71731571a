import { beforeAll, describe, expect, test } from 'vitest';
import { openTestFonts } from './testing.ts';
import type { FontSubset } from './types.ts';

const TEXT =
	'Annual review (2025–26): “complete”. 每年覆核一次存取權限；这个问题没有书面证据。𨋢、𡃁 😀👍🏽 نम é́ŵ';
let fonts: Awaited<ReturnType<typeof openTestFonts>>;
beforeAll(async () => {
	fonts = await openTestFonts();
}, 60_000);

async function makeSubsets(text = TEXT): Promise<FontSubset[]> {
	const stack = fonts.createStack();
	await stack.prepare([text]);
	for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const)
		for (const weight of [400, 700] as const) stack.shape(text, language, weight);
	return stack.subsets();
}

/** A reader of its own, that shares no code with the writer. */
function readTables(bytes: Uint8Array) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const sum = (start: number, length: number) => {
		let total = 0n;
		for (let at = start; at < start + length; at += 4) {
			for (let i = 0; i < 4; i++) total += BigInt(bytes[at + i] ?? 0) << BigInt(24 - 8 * i);
		}
		return Number(total & 0xffffffffn);
	};
	const tables = Array.from({ length: view.getUint16(4) }, (_, i) => {
		const at = 12 + 16 * i;
		const [checksum, offset, length] = [4, 8, 12].map((field) => view.getUint32(at + field)) as [
			number,
			number,
			number
		];
		return {
			tag: String.fromCharCode(...bytes.subarray(at, at + 4)),
			checksum,
			offset,
			length,
			sum: sum(offset, length)
		};
	});
	const find = (tag: string) => tables.find((table) => table.tag === tag)!.offset;
	return { view, tables, find, whole: sum(0, bytes.length) };
}

describe('a subset', () => {
	test('is a TrueType file whose checksums, table order and sizes hold', async () => {
		for (const { bytes, widths } of await makeSubsets()) {
			const { view, tables, find, whole } = readTables(bytes);
			expect(tables.map(({ tag }) => tag)).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
			for (const table of tables) {
				expect(table.offset % 4).toBe(0);
				expect(table.offset + table.length).toBeLessThanOrEqual(bytes.length);
				// checkSumAdjustment counts as 0 in the checksum of its own table
				const adjustment = table.tag === 'head' ? view.getUint32(find('head') + 8) : 0;
				expect((table.sum - adjustment + 2 ** 32) % 2 ** 32).toBe(table.checksum);
			}
			expect(whole).toBe(0xb1b0afba);
			expect(view.getUint16(find('maxp') + 4)).toBe(widths.length);
			expect(view.getUint16(find('hhea') + 34)).toBe(widths.length);
		}
	});
	test('has glyphs that lie one after another and whose points fill them exactly', async () => {
		for (const { bytes, widths } of await makeSubsets()) {
			const { view, tables, find } = readTables(bytes);
			const loca = widths.map((_, id) => view.getUint32(find('loca') + 4 * id));
			loca.push(view.getUint32(find('loca') + 4 * widths.length));
			expect(loca[0]).toBe(0);
			expect(loca.at(-1)).toBe(tables.find(({ tag }) => tag === 'glyf')!.length);
			widths.forEach((width, id) => {
				expect(view.getUint16(find('hmtx') + 4 * id)).toBe(width);
				const size = loca[id + 1]! - loca[id]!;
				if (size > 0) expect(size - glyphLength(view, find('glyf') + loca[id]!)).toBeOneOf([0, 1, 2, 3]);
			});
		}
	});
	test('names each glyph by its text, once', async () => {
		const subsets = await makeSubsets();
		expect(subsets.map(({ face }) => face)).toEqual([
			'latin-400',
			'latin-700',
			'hk-400',
			'hk-700',
			'sc-400',
			'sc-700',
			'emoji-400',
			'emoji-700'
		]);
		for (const { unicode, widths, postscriptName } of subsets) {
			expect(unicode.length).toBe(widths.length);
			expect(new Set(unicode).size).toBe(unicode.length);
			expect(postscriptName).toMatch(/^[A-Z]{6}\+Noto(Sans|SansHK|SansSC|Emoji)-(Regular|Bold)$/);
		}
	});
	test('is the same, byte for byte, when made again', async () => {
		expect(await makeSubsets()).toEqual(await makeSubsets());
	});
	test('has another name when its text differs', async () => {
		const names = await Promise.all(
			['一', '⼀'].map(async (text) => (await makeSubsets(text))[0]!.postscriptName)
		);
		expect(names[0]).not.toBe(names[1]);
	});
});

/** Walks a simple glyph to its end and checks that its points lie within the box it states. */
function glyphLength(view: DataView, start: number): number {
	const contours = view.getInt16(start);
	let at = start + 10 + 2 * contours;
	const points = view.getUint16(at - 2) + 1;
	at += 2 + view.getUint16(at);
	const flags: number[] = [];
	while (flags.length < points) {
		const flag = view.getUint8(at++);
		flags.push(...Array<number>(flag & 8 ? 1 + view.getUint8(at++) : 1).fill(flag));
	}
	for (const [short, same, low] of [
		[2, 16, 2],
		[4, 32, 4]
	] as const) {
		let value = 0;
		const values = flags.map((flag) => {
			if (flag & short) value += view.getUint8(at++) * (flag & same ? 1 : -1);
			else if (!(flag & same)) value += view.getInt16((at += 2) - 2);
			return value;
		});
		expect(Math.min(...values)).toBe(view.getInt16(start + low));
		expect(Math.max(...values)).toBe(view.getInt16(start + low + 4));
	}
	expect(flags.length).toBe(points);
	return at - start;
}
