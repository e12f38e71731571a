/**
 * Writes spreadsheets, documents, calendars and blank questionnaires away from the main thread; the libraries for them
 * are loaded nowhere else, each when its format is asked for.
 */
import type { Questionnaire } from '../core/index.ts';
import type { BlankOrder, FileAnswer, FileOrder, FormatOrder } from './file-order.ts';
import { fetchJson, fetchWords } from './report-words.ts';

async function writeFormat(order: FormatOrder): Promise<Uint8Array<ArrayBuffer>> {
	const { format, input } = order;
	const words = await fetchWords(input.language, order);
	const { makeFormat } = await import('../report/formats/make-format.ts');
	return makeFormat(format, { ...input, ...words });
}

async function writeBlank(order: BlankOrder): Promise<Uint8Array<ArrayBuffer>> {
	const { ending, selection, language, structureAddress, fontBase } = order;
	const [questionnaire, words] = await Promise.all([
		fetchJson<Questionnaire>(structureAddress),
		fetchWords(language, order)
	]);
	const { buildBlank } = await import('../report/formats/blank.ts');
	const document = buildBlank({ ...words, questionnaire, selection });
	if (ending === 'docx') return (await import('../report/formats/write-docx.ts')).writeDocx(document);
	const [{ createPdf }, fonts] = await Promise.all([
		import('../report/create-pdf.ts'),
		import('../report/fonts/index.ts')
	]);
	const stack = fonts.createFontStack(await fonts.fetchManifest(fontBase), fonts.createFetchSource(fontBase));
	return (await createPdf(document, stack)).bytes as Uint8Array<ArrayBuffer>;
}

async function answerTo(order: FileOrder): Promise<FileAnswer> {
	try {
		const bytes = await (order.kind === 'format' ? writeFormat(order) : writeBlank(order));
		return { kind: 'done', bytes };
	} catch (error) {
		const { code = 'unexpected', message } = error as Error & { code?: string };
		return { kind: 'failed', code, message };
	}
}

self.addEventListener('message', (event: MessageEvent<FileOrder>) => {
	void answerTo(event.data).then((answer) =>
		self.postMessage(answer, { transfer: answer.kind === 'done' ? [answer.bytes.buffer] : [] })
	);
});
