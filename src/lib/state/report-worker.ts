/**
 * Makes reports away from the main thread. Words and fonts are fetched here, and the document is built here, so that
 * the page stays responsive; jsPDF is loaded nowhere else.
 */
import type { QuestionnaireTexts } from '../core/index.ts';
import { createPlainTranslator } from '../i18n/plain-translator.ts';
import type { Messages } from '../i18n/translator.ts';
import { buildReportIn, type SecondLanguage } from '../report/content/build-report.ts';
import type { ReportDocument } from '../report/blocks.ts';
import { createPdf } from '../report/create-pdf.ts';
import { createFetchSource, createFontStack, fetchManifest } from '../report/fonts/index.ts';
import type { FontManifest, FontSource } from '../report/fonts/index.ts';
import type { DocumentOrder, ReportAnswer, ReportOrder } from './report-order.ts';

/** Words that could not be fetched: the connection, or an installation that is being updated. */
class WordsError extends Error {
	override readonly name = 'WordsError';
	readonly code = 'words_unavailable';
}

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

/** @throws {WordsError} */
async function fetchJson<T>(address: string): Promise<T> {
	try {
		const response = await fetch(address);
		if (response.ok) return (await response.json()) as T;
		throw new WordsError(`${address} could not be fetched: status ${response.status}.`);
	} catch (cause) {
		if (cause instanceof WordsError) throw cause;
		throw new WordsError(`${address} could not be fetched.`, { cause });
	}
}

async function fetchWords({
	language,
	textsAddress,
	messagesAddress
}: NonNullable<ReportOrder['second']>): Promise<SecondLanguage> {
	const [texts, messages] = await Promise.all([
		fetchJson<QuestionnaireTexts>(textsAddress),
		fetchJson<Messages>(messagesAddress)
	]);
	return { language, texts, translate: createPlainTranslator(language, messages).t };
}

/** The document as data: built here, unless the page has built it. @throws {WordsError} */
async function documentOf(order: ReportOrder | DocumentOrder): Promise<ReportDocument> {
	if ('document' in order) return order.document;
	const { input, second } = order;
	const [words, beside] = await Promise.all([
		fetchWords({ ...order, language: input.language }),
		second && fetchWords(second)
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
