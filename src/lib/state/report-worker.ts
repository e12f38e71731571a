/**
 * Makes reports away from the main thread. Words and fonts are fetched here, and the document is built here, so that
 * the page stays responsive; jsPDF is loaded nowhere else.
 */
import { buildReportIn } from '../report/content/build-report.ts';
import type { ReportDocument } from '../report/blocks.ts';
import { createPdf } from '../report/create-pdf.ts';
import { createFetchSource, createFontStack, fetchManifest } from '../report/fonts/index.ts';
import type { FontManifest, FontSource } from '../report/fonts/index.ts';
import type { DocumentOrder, ReportAnswer, ReportOrder } from './report-order.ts';
import { fetchWords } from './report-words.ts';

interface Fonts {
	readonly manifest: FontManifest;
	readonly source: FontSource;
}

/** Fonts stay in memory while the worker lives. */
const opened = new Map<string, Promise<Fonts>>();

function openFonts(base: string): Promise<Fonts> {
	let fonts = opened.get(base);
	if (!fonts) {
		fonts = fetchManifest(base).then((manifest) => ({ manifest, source: createFetchSource(base) }));
		opened.set(base, fonts);
		// After a failure the next report asks again: the connection may be back.
		fonts.catch(() => opened.delete(base));
	}
	return fonts;
}

/** The document as data: built here, unless the page has built it. @throws {ReportFailure} `words_unavailable` */
async function documentOf(order: ReportOrder | DocumentOrder): Promise<ReportDocument> {
	if ('document' in order) return order.document;
	const { input, second } = order;
	const [words, beside] = await Promise.all([
		fetchWords(input.language, order),
		second && fetchWords(second.language, second)
	]);
	return buildReportIn({ ...input, ...words }, beside);
}

async function make(
	order: ReportOrder | DocumentOrder,
	tell: (answer: ReportAnswer) => void
): Promise<ReportAnswer> {
	const { id, fontBase } = order;
	try {
		tell({ id, kind: 'stage', stage: 'words' });
		const [document, { manifest, source }] = await Promise.all([documentOf(order), openFonts(fontBase)]);
		tell({ id, kind: 'stage', stage: 'pages' });
		const { bytes, missing, pages } = await createPdf(document, createFontStack(manifest, source));
		return { id, kind: 'done', bytes: bytes as Uint8Array<ArrayBuffer>, missing, pages };
	} catch (error) {
		const { code = 'unexpected', message } = error as Error & { code?: string };
		return { id, kind: 'failed', code, message };
	}
}

self.addEventListener('message', (event: MessageEvent<ReportOrder | DocumentOrder>) => {
	void make(event.data, (answer) => self.postMessage(answer)).then((answer) => {
		self.postMessage(answer, { transfer: answer.kind === 'done' ? [answer.bytes.buffer] : [] });
	});
});
