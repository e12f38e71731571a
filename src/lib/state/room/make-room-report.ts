import { fetchRoomCases, fetchRoomTexts } from '../../client/room-texts.ts';
import { LANGUAGE_SLUGS, type Language } from '../../core/languages.ts';
import type { RoomFile } from '../../core/room/schema.ts';
import { createPlainTranslator } from '../../i18n/plain-translator.ts';
import type { Messages } from '../../i18n/translator.ts';
import type { ReportDocument } from '../../report/blocks.ts';
import { reportFileName } from '../../report/content/file-name.ts';
import { buildRoomReport } from '../../report/room/build-room-report.ts';
import type { RoomReportAnswer } from './room-report-worker.ts';

// Load this module on use.

/** `code`: `words_unavailable`, `worker_failed`, or what the report engine says. */
export class RoomReportError extends Error {
	override readonly name = 'RoomReportError';
	readonly code: string;
	constructor(code: string) {
		super(`The room report could not be made: ${code}.`);
		this.code = code;
	}
}

async function wordsOf(language: Language): Promise<Messages> {
	const response = await fetch(`/${LANGUAGE_SLUGS[language]}/data/room-report-messages.json`);
	if (!response.ok) throw new RoomReportError('words_unavailable');
	return (await response.json()) as Messages;
}

function setPages(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
	const worker = new Worker(new URL('./room-report-worker.ts', import.meta.url), { type: 'module' });
	return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
		worker.addEventListener('error', () => reject(new RoomReportError('worker_failed')));
		worker.addEventListener('message', ({ data }: MessageEvent<RoomReportAnswer>) =>
			data.ok ? resolve(data.bytes) : reject(new RoomReportError(data.code))
		);
		worker.postMessage(document);
	}).finally(() => worker.terminate());
}

/**
 * Makes the report of a room in one language; nothing leaves the browser.
 *
 * @param made - ISO time
 * @throws {RoomReportError}
 */
export async function makeRoomReport(
	file: RoomFile,
	language: Language,
	made: string
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
	const { id } = file.spec.questionnaire;
	const [messages, texts, cases] = await Promise.all([
		wordsOf(language),
		fetchRoomTexts(id, language),
		file.spec.case ? fetchRoomCases(id, language) : []
	]).catch((error: unknown) => {
		throw error instanceof RoomReportError ? error : new RoomReportError('words_unavailable');
	});
	const { t, list } = createPlainTranslator(language, messages);
	const caseTitle = cases.find((one) => one.id === file.spec.case)?.title;
	const document = buildRoomReport({
		file,
		texts,
		caseTitle,
		translate: t,
		translateList: list,
		language,
		made
	});
	const name = reportFileName({
		organisation: file.spec.title || t('roomReport:fileName'),
		instrument: file.spec.questionnaire.id,
		made,
		language
	});
	return { name, bytes: await setPages(document) };
}
