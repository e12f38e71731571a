import { fetchRoomCases, fetchRoomTexts } from '../../client/room-texts.ts';
import { LANGUAGE_SLUGS, type Language } from '../../core/languages.ts';
import type { RoomFile } from '../../core/room/schema.ts';
import { createPlainTranslator } from '../../i18n/plain-translator.ts';
import type { Messages } from '../../i18n/translator.ts';
import { reportFileName } from '../../report/content/file-name.ts';
import { buildRoomReport } from '../../report/room/build-room-report.ts';
import { makeDocument } from '../make-report.ts';
import { ReportFailure } from '../report-failure.ts';
import { fetchJson } from '../report-words.ts';

// Load this module on use.

/**
 * Makes the report of a room in one language; nothing leaves the browser.
 *
 * @param made - ISO time
 * @throws {ReportFailure} as `makeReport`
 */
export async function makeRoomReport(
	file: RoomFile,
	language: Language,
	made: string
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
	const { id } = file.spec.questionnaire;
	const [messages, texts, cases] = await Promise.all([
		fetchJson<Messages>(`/${LANGUAGE_SLUGS[language]}/data/room-report-messages.json`),
		fetchRoomTexts(id, language),
		file.spec.case ? fetchRoomCases(id, language) : []
	]).catch((error: unknown) => {
		throw error instanceof ReportFailure ? error : new ReportFailure('words_unavailable', String(error));
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
	return makeDocument(document, name, () => undefined);
}
