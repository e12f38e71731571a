import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFace } from '../../../../scripts/fonts/faces.ts';
import { readTrueType } from '../../../../scripts/fonts/read-ttf.ts';
import { missingCharacters } from './missing.ts';
import { openTestFonts } from './testing.ts';
import type { FontLanguage, FontStack, GlyphRun, Weight } from './types.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
let fonts: Awaited<ReturnType<typeof openTestFonts>>;
beforeAll(async () => {
	fonts = await openTestFonts();
}, 60_000);

async function shape(
	text: string,
	language: FontLanguage,
	weight: Weight = 400
): Promise<{ stack: FontStack; runs: GlyphRun[] }> {
	const stack = fonts.createStack();
	await stack.prepare([text], { languages: [language], weights: [weight] });
	return { stack, runs: stack.shape(text, language, weight) };
}
const facesOf = async (text: string, language: FontLanguage) =>
	(await shape(text, language)).runs.map(({ face }) => face);
// Written out, as the decoders of Node and of browsers differ on this part of Big5.
const HKSCS =
	'㐵㗝㛦㤲㬙㵌㺸䀝䊌䓬䛐䦧䱷亘偖凒匲吣啲嚒埈够媁宷嵰彜慯揞旑杫椉橗汘湗瀬焻牀珤璴癀矴祙竛籾緾耱膶莅蓥螆襇譩蹵迚鉄鍨鑔雴顖駦鮰鶫鼹' +
	'𠃋𠐔𠫍𠵇𠺶𡃀𡐤𡝰𡢄𡱰𢎽𢤦𢶤𣊉𣙷𣶶𣿫𤉖𤔅𤥻𤨥𤬏𥌓𥣈𥿢𦖿𦭑𦶦𧃍𧝞𧶘𨑬𨧨𨬫𨴴𩓚𩸭𪗆𨋢𡃁';

/** The Chinese characters of a double-byte encoding, in its order. */
function charactersOf(encoding: string, firstLead: number, lastLead: number, firstTrail: number): string[] {
	const decoder = new TextDecoder(encoding);
	const characters = new Set<string>();
	for (let lead = firstLead; lead <= lastLead; lead++) {
		for (let trail = firstTrail; trail < 0xff; trail++) {
			const text = decoder.decode(Uint8Array.of(lead, trail));
			if (/^\p{Script=Han}$/u.test(text)) characters.add(text);
		}
	}
	return [...characters];
}

describe('the chain of faces', () => {
	test('takes Chinese characters from the face of the language', async () => {
		expect(await facesOf('覆核權限', 'zh-Hant')).toEqual(['hk-400']);
		expect(await facesOf('复核权限', 'zh-Hans')).toEqual(['sc-400']);
		expect(await facesOf('Board 董事會', 'en')).toEqual(['latin-400', 'hk-400']);
	});
	test('takes letters, digits and currency from the Latin face in every language', async () => {
		expect(await facesOf('AI系統HK$5,000', 'zh-Hant')).toEqual(['latin-400', 'hk-400', 'latin-400']);
		expect(await facesOf('Señor Łukasz, Αθήνα, Київ', 'zh-Hans')).toEqual(['latin-400']);
	});
	test('sets curly quotes, dashes and the ellipsis full width in Chinese and narrow in English', async () => {
		const { runs } = await shape('“”‘’—…', 'zh-Hans');
		expect(runs.map(({ face, advances }) => [face, advances])).toEqual([
			['sc-400', [1000, 1000, 1000, 1000, 1000, 1000]]
		]);
		expect(await facesOf('“”‘’—…', 'en')).toEqual(['latin-400']);
	});
	test('joins the two halves of a Chinese dash', async () => {
		const { stack } = await shape('——', 'zh-Hant');
		const [subset] = stack.subsets();
		const view = new DataView(subset!.bytes.buffer);
		const head = [...Array(6).keys()]
			.map((i) => 12 + 16 * i)
			.find((at) => view.getUint32(at) === 0x68656164)!;
		// .notdef stays within 50–450, so the box of the whole font is that of the dash: 0–1000
		expect([
			view.getInt16(view.getUint32(head + 8) + 36),
			view.getInt16(view.getUint32(head + 8) + 40)
		]).toEqual([0, 1000]);
	});
	test('borrows from the other Chinese face what its own lacks', async () => {
		expect(await facesOf('这', 'zh-Hant')).toEqual(['sc-400']);
		expect(await facesOf('𨋢', 'zh-Hans')).toEqual(['hk-400']);
	});
	test('has all of GB 2312 level 1, Big5 and every 45th character of HKSCS', async () => {
		const level1 = charactersOf('gb2312', 0xb0, 0xd7, 0xa1).slice(0, 3755);
		const big5 = charactersOf('big5', 0xa4, 0xf9, 0x40);
		expect([level1.at(0), level1.at(-1)]).toEqual(['啊', '座']);
		expect(big5.length).toBeGreaterThanOrEqual(13_053); // two characters stand in Big5 twice
		const { missing } = await fonts.createStack().prepare([...level1, ...big5, HKSCS], { languages: [] });
		expect(missing.map((codePoint) => String.fromCodePoint(codePoint))).toEqual([]);
	});
});

describe('shape', () => {
	test('numbers glyphs from 1 in order of first use, whatever the language', async () => {
		const stack = fonts.createStack();
		await stack.prepare(['董事會 cab']);
		expect(stack.shape('cab', 'en', 400)[0]!.glyphs).toEqual([1, 2, 3]);
		expect(stack.shape('bad', 'zh-Hans', 400)[0]!.glyphs).toEqual([3, 2, 4]);
		expect(stack.shape('bad', 'en', 700)[0]!.glyphs).toEqual([1, 2, 3]);
		expect(stack.shape('會事會', 'en', 400)[0]!.glyphs).toEqual([1, 2, 1]);
	});
	test('treats characters beyond U+FFFF like any other', async () => {
		const { stack, runs } = await shape('𨋢𡃁😀', 'zh-Hant');
		expect(runs.map(({ face, codePoints }) => [face, codePoints])).toEqual([
			['hk-400', [0x282e2, 0x210c1]],
			['emoji-400', [0x1f600]]
		]);
		expect(stack.subsets().map(({ unicode }) => unicode)).toEqual([
			['', '𨋢', '𡃁'],
			['', '😀']
		]);
	});
	test('draws no joiners, variation selectors and skin tones, but keeps them in the text of a neighbour', async () => {
		const { stack, runs } = await shape('👩🏽\u200d💻✓\ufe0e💻', 'en');
		expect(runs.flatMap(({ codePoints }) => codePoints)).toEqual([0x1f469, 0x1f4bb, 0x2713, 0x1f4bb]);
		expect(runs.flatMap(({ advances }) => advances).every((advance) => advance > 0)).toBe(true);
		const texts = new Map(stack.subsets().map(({ face, unicode }) => [face, unicode]));
		const read = runs.flatMap(({ face, glyphs }) => glyphs.map((glyph) => texts.get(face)![glyph]));
		expect(read).toEqual(['👩🏽', '\u200d💻', '✓\ufe0e', '💻']);
	});
	test('keeps characters without a shape at the end of a text with a glyph that takes no room', async () => {
		const { stack, runs } = await shape('🏴\u{e0067}\u{e007f}', 'en');
		expect(runs.flatMap(({ advances }) => advances).at(-1)).toBe(0);
		expect(stack.subsets().flatMap(({ unicode }) => unicode)).toContain('\u{e0067}\u{e007f}');
	});
	test('draws a box for a character that no face has and keeps its text', async () => {
		const stack = fonts.createStack();
		const { missing } = await stack.prepare(['नम7']);
		expect(missing).toEqual([0x928, 0x92e]);
		const [run] = stack.shape('नम7', 'en', 400);
		expect(run!.codePoints).toEqual([0x928, 0x92e, 0x37]);
		expect(new Set(run!.glyphs).size).toBe(3);
		expect(stack.subsets()[0]!.unicode).toEqual(['', 'न', 'म', '7']);
		expect(stack.subsets()[0]!.widths.slice(1, 3)).toEqual([1000, 1000]);
	});
	test('lists what no face has before anything is drawn, from any data', () => {
		const value = { notes: ['नम', { deep: '\u{12000}' }], plain: 'ok 覆核 😀\n\t', number: 7, none: null };
		expect(missingCharacters(fonts.manifest, value)).toEqual([0x928, 0x92e, 0x12000]);
	});
	test('keeps two characters apart that share one drawing', async () => {
		const { stack } = await shape('一⼀', 'zh-Hant'); // U+4E00 and the radical U+2F00
		expect(stack.subsets().flatMap(({ unicode }) => unicode)).toEqual(['', '一', '⼀']);
	});
	test('says so when a text was not prepared', async () => {
		const { stack } = await shape('A', 'en');
		expect(() => stack.shape('龘', 'zh-Hant', 400)).toThrow(
			/U\+9F98 was not made ready for zh-Hant, weight 400/
		);
	});
	test('has digits and ASCII letters ready without being asked', async () => {
		const stack = fonts.createStack();
		await stack.prepare([]);
		expect(stack.measure('Page 12 of 13', 'zh-Hans', 700)).toBeGreaterThan(0);
	});
});

describe('widths', () => {
	test('are those of the original faces', async () => {
		const text = 'Plumbline 2025 “AI” – 覆核系統，𨋢。';
		for (const weight of [400, 700] as const) {
			const { runs } = await shape(text, 'zh-Hant', weight);
			for (const { face, codePoints, advances } of runs) {
				const original = readTrueType(readFace(ROOT, face.startsWith('hk') ? 'hk' : 'latin', weight));
				expect(advances).toEqual(codePoints.map((c) => original.glyph(original.glyphIds.get(c)!).advance));
			}
		}
	});
	test('measured are the sum of those shaped, and measuring puts nothing into the subset', async () => {
		const stack = fonts.createStack();
		const text = '問題Q1：“完成”了嗎？';
		await stack.prepare([text]);
		const width = stack.measure(text, 'zh-Hans', 700);
		expect(stack.subsets()).toEqual([]);
		const advances = stack.shape(text, 'zh-Hans', 700).flatMap((run) => run.advances);
		expect(width).toBe(advances.reduce((sum, advance) => sum + advance, 0));
	});
	test('of emoji are on a grid of 1000 units per em', async () => {
		const { stack, runs } = await shape('😀', 'en');
		expect(runs[0]!.advances).toEqual([Math.round((2600 * 1000) / 2048)]);
		expect(stack.metrics('emoji-400').unitsPerEm).toBe(1000);
	});
});
