import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe } from 'vitest';
import type { ReportDocument } from '../../src/lib/report/blocks.ts';
import { createPdf } from '../../src/lib/report/create-pdf.ts';
import { openTestFonts } from '../../src/lib/report/fonts/testing.ts';
import { sampleDocument } from '../../src/lib/report/testing/sample-document.ts';
import { filled, makeReport } from '../helpers/make-report.ts';
import { expect, test, useBrowser } from './fixtures.ts';
import { HomePage } from './pages/start-pages.ts';
import { ReportPage } from './pages/result-pages.ts';
import { Visitor } from './pages/visitor.ts';

const browser = useBrowser();
const ZONES = ['Asia/Hong_Kong', 'America/St_Johns', 'Pacific/Kiritimati'];
/** Close to midnight in Hong Kong: another day in the other zones. */
const MADE = '2026-11-23T15:59:30.000Z';
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Everything that makes a PDF, as one script for a page's main thread. */
async function bundleForPages(): Promise<string> {
	const root = fileURLToPath(new URL('../../src/lib/report/', import.meta.url));
	const { outputFiles } = await build({
		stdin: {
			contents: `
				import { createPdf } from './create-pdf.ts';
				import { createFetchSource, createFontStack, fetchManifest } from './fonts/index.ts';
				globalThis.makePdf = async (document) => {
					const fonts = createFontStack(await fetchManifest('/fonts/'), createFetchSource('/fonts/'));
					return Array.from((await createPdf(document, fonts)).bytes);
				};`,
			resolveDir: root,
			loader: 'ts'
		},
		bundle: true,
		write: false,
		format: 'iife',
		platform: 'browser',
		// Only jsPDF's HTML functions want these.
		external: ['html2canvas', 'dompurify', 'canvg']
	});
	return outputFiles[0]!.text;
}

describe('the same report is the same file, byte for byte', () => {
	let script: string;
	beforeAll(async () => {
		script = await bundleForPages();
	});

	for (const timezoneId of ZONES) {
		test(`made by the app, in its worker, as Node makes it: ${timezoneId}`, async () => {
			const { page } = await browser.newPage({ acceptDownloads: true, timezoneId });
			await page.clock.setFixedTime(new Date(MADE));
			const visitor = new Visitor(page, 'zh-Hant');
			const home = new HomePage(visitor);
			await home.open();
			await home.openFile('assessment.json', JSON.stringify(filled()));
			await page.waitForURL(`**/results/#a=${filled().id}`);
			await visitor.goTo('report');
			const { bytes } = await new ReportPage(visitor).makePdf('full');
			const options = { chapters: 'full', data: 'everything' } as const;
			const here = await makeReport('zh-Hant', options, filled(), undefined, MADE);
			expect(digest(bytes)).toBe(digest(here.bytes));
		});

		test(`made on a page's main thread, as Node makes it: ${timezoneId}`, async () => {
			const { page } = await browser.newPage({ timezoneId });
			const home = new HomePage(new Visitor(page, 'en'));
			await home.open();
			await page.evaluate(script);
			const document = sampleDocument('zh-Hans');
			const made = await page.evaluate(
				(given) =>
					(globalThis as unknown as { makePdf(d: ReportDocument): Promise<number[]> }).makePdf(given),
				document
			);
			const { createStack } = await openTestFonts();
			const here = await createPdf(document, createStack());
			expect(digest(Uint8Array.from(made))).toBe(digest(here.bytes));
		});
	}
});
