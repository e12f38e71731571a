import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFace } from '../../../../scripts/fonts/faces.ts';
import { readTrueType } from '../../../../scripts/fonts/read-ttf.ts';
import { writeSlice } from '../../../../scripts/fonts/write-slice.ts';
import { createFetchSource, fetchManifest } from './fetch-source.ts';
import { createFontStack } from './font-stack.ts';
import { inflate } from './inflate.ts';
import { createNodeSource } from './node-source.ts';
import { readSlice } from './slice-format.ts';
import { openTestFonts } from './testing.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
let fonts: Awaited<ReturnType<typeof openTestFonts>>;
beforeAll(async () => {
	fonts = await openTestFonts();
}, 60_000);

/** A server with the real files; `inflated` is one that sends them with `Content-Encoding: gzip`. */
function serve({ inflated = false } = {}) {
	const requests: string[] = [];
	const fetchFile = async (url: string) => {
		requests.push(url);
		const file = url.replace('/fonts/', '');
		if (file === 'manifest.json') return Response.json(fonts.manifest);
		const bytes = new Uint8Array(await fonts.source.load(file));
		return new Response(inflated ? new Uint8Array(gunzipSync(bytes)) : bytes);
	};
	return { requests, fetchFile };
}

describe('a font source', () => {
	test('over the network gives the same subset as one in a folder, also where the server has inflated the files', async () => {
		for (const inflated of [false, true]) {
			const { fetchFile } = serve({ inflated });
			const web = createFontStack(
				await fetchManifest('/fonts', fetchFile),
				createFetchSource('/fonts/', fetchFile)
			);
			const local = fonts.createStack();
			for (const stack of [web, local]) {
				await stack.prepare(['覆核 review']);
				stack.shape('覆核 review', 'zh-Hant', 400);
			}
			expect(web.subsets()).toEqual(local.subsets());
		}
	});
	test('fetches a file once, and only files that the text, the language and the weight need', async () => {
		const { requests, fetchFile } = serve();
		const source = createFetchSource('/fonts', fetchFile);
		for (let i = 0; i < 2; i++) {
			await createFontStack(fonts.manifest, source).prepare(['Review'], {
				languages: ['en'],
				weights: [400]
			});
		}
		expect(requests.map((url) => url.replace(/\.\w+\.gz$/, ''))).toEqual(['/fonts/latin-400']);
	});
	test('asks again after a failure', async () => {
		const { fetchFile } = serve();
		let isOnline = false;
		const source = createFetchSource('/fonts', async (url) =>
			isOnline ? fetchFile(url) : new Response('', { status: 503 })
		);
		const stack = createFontStack(fonts.manifest, source);
		await expect(stack.prepare(['a'])).rejects.toMatchObject({
			code: 'font_file_unavailable',
			message: /status 503/
		});
		isOnline = true;
		expect(await stack.prepare(['a'])).toEqual({ missing: [] });
	});
	test('in a folder that was never built says what to run', async () => {
		await expect(createNodeSource('/nowhere').load('x.gz')).rejects.toThrow(
			/run node scripts\/build-fonts\.ts/
		);
	});
});

describe('a font file', () => {
	test('gives back exactly the outlines of the original face', async () => {
		for (const name of ['latin', 'hk', 'emoji'] as const) {
			const font = readTrueType(readFace(ROOT, name, 400));
			const glyphs = new Map(
				[...font.glyphIds]
					.filter((_, i) => i % 40 === 0)
					.map(([codePoint, id]) => [codePoint, font.glyph(id)])
			);
			const slice = readSlice(writeSlice(glyphs), 'test');
			for (const [codePoint, glyph] of glyphs) expect(slice.glyph(slice.find(codePoint))).toEqual(glyph);
			expect(slice.find(0x10ffff)).toBe(-1);
		}
	});
	test('that is cut short, broken or something else is refused', async () => {
		const bytes = await fonts.source.load(fonts.manifest.faces['latin-400'].files[0]!.file);
		await expect(inflate(bytes.subarray(0, 500), 'x')).rejects.toMatchObject({ code: 'font_file_damaged' });
		const whole = gunzipSync(bytes);
		for (const length of [0, 3, 5, 30, whole.length - 1]) {
			expect(() => readSlice(whole.subarray(0, length), 'x')).toThrow(/Font file "x" cannot be used/);
		}
		await expect(inflate(gzipSync('<html>'), 'x').then((page) => readSlice(page, 'x'))).rejects.toThrow(
			/does not start with PLG1/
		);
	});
});
