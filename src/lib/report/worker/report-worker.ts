/** Makes reports away from the main thread. One message in, one answer out. */
import type { ReportDocument } from '../blocks.ts';
import { createPdf } from '../create-pdf.ts';
import { createFetchSource, createFontStack, fetchManifest } from '../fonts/index.ts';
import type { FontManifest, FontSource } from '../fonts/index.ts';

export interface ReportRequest {
	/** Comes back with the answer. */
	readonly id: number;
	readonly document: ReportDocument;
	/** Address of the folder of fonts: `/fonts/`. */
	readonly fontBase: string;
}

export type ReportAnswer =
	| {
			readonly id: number;
			readonly ok: true;
			readonly bytes: Uint8Array;
			readonly missing: number[];
			readonly pages: number;
	  }
	/** `code` is that of a `ReportError` or `FontError`, else `unexpected`. */
	| { readonly id: number; readonly ok: false; readonly code: string; readonly message: string };

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

async function answer({ id, document, fontBase }: ReportRequest): Promise<ReportAnswer> {
	try {
		const { manifest, source } = await openFonts(fontBase);
		return { id, ok: true, ...(await createPdf(document, createFontStack(manifest, source))) };
	} catch (error) {
		const { code = 'unexpected', message } = error as Error & { code?: string };
		return { id, ok: false, code, message };
	}
}

self.addEventListener('message', (event: MessageEvent<ReportRequest>) => {
	void answer(event.data).then((message) => {
		self.postMessage(message, { transfer: message.ok ? [message.bytes.buffer as ArrayBuffer] : [] });
	});
});
