/** Sets a room's report away from the main thread: the host's page stays live while it is made. */
import type { ReportDocument } from '../../report/blocks.ts';
import { createPdf } from '../../report/create-pdf.ts';
import { createFetchSource, createFontStack, fetchManifest } from '../../report/fonts/index.ts';

export type RoomReportAnswer =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly code: string };

const FONTS = '/fonts/';

async function make(document: ReportDocument): Promise<RoomReportAnswer> {
	try {
		const fonts = createFontStack(await fetchManifest(FONTS), createFetchSource(FONTS));
		return { ok: true, bytes: (await createPdf(document, fonts)).bytes as Uint8Array<ArrayBuffer> };
	} catch (error) {
		return { ok: false, code: (error as { code?: string }).code ?? 'unexpected' };
	}
}

self.addEventListener('message', ({ data }: MessageEvent<ReportDocument>) => {
	void make(data).then((answer) => self.postMessage(answer));
});
