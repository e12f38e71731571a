/**
 * Writes spreadsheets, documents, calendars and blank questionnaires away from the main thread; the libraries for them
 * are loaded nowhere else, each when its format is asked for.
 */
import type { Questionnaire, QuestionnaireTexts } from '../core/index.ts';
import { createPlainTranslator } from '../i18n/plain-translator.ts';
import type { Messages } from '../i18n/translator.ts';
import type { BlankOrder, FileAnswer, FileOrder, FormatOrder } from './file-order.ts';

/** Words that could not be fetched: the connection, or an installation that is being updated. */
class WordsError extends Error {
	override readonly name = 'WordsError';
	readonly code = 'words_unavailable';
}

/** @throws {WordsError} */
async function fetchJson<T>(address: string): Promise<T> {
	const response = await fetch(address).catch((cause: unknown) => {
		throw new WordsError(`${address} could not be fetched.`, { cause });
	});
	if (!response.ok) throw new WordsError(`${address} could not be fetched: status ${response.status}.`);
	return (await response.json()) as T;
}

async function wordsOf({ textsAddress, messagesAddress }: FileOrder) {
	const [texts, messages] = await Promise.all([
		fetchJson<QuestionnaireTexts>(textsAddress),
		fetchJson<Messages>(messagesAddress)
	]);
	return { texts, messages };
}

async function writeFormat(order: FormatOrder): Promise<Uint8Array<ArrayBuffer>> {
	const { format, input } = order;
	const { texts, messages } = await wordsOf(order);
	const { makeFormat } = await import('../report/formats/make-format.ts');
	return makeFormat(format, {
		...input,
		texts,
		translate: createPlainTranslator(input.language, messages).t
	});
}

async function writeBlank(order: BlankOrder): Promise<Uint8Array<ArrayBuffer>> {
	const { ending, selection, language, structureAddress, fontBase } = order;
	const [questionnaire, { texts, messages }] = await Promise.all([
		fetchJson<Questionnaire>(structureAddress),
		wordsOf(order)
	]);
	const { buildBlank } = await import('../report/formats/blank.ts');
	const translate = createPlainTranslator(language, messages).t;
	const document = buildBlank({ questionnaire, texts, selection, translate, language });
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
