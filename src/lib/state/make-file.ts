import type { Language } from '../core/languages.ts';
import { reportFileName } from '../report/content/file-name.ts';
import { MEDIA_TYPES, type Format } from '../report/formats/make-format.ts';
import type { FileAnswer, FileOrder } from './file-order.ts';
import { downloadFile } from './export-assessment.ts';
import type { ReportWish } from './make-report.ts';
import { ReportFailure } from './report-failure.ts';
import { wordAddresses } from './report-words.ts';

/** Runs one order in a worker of its own, which ends with it: such files are made seldom. */
async function runOrder(order: FileOrder): Promise<Uint8Array<ArrayBuffer>> {
	const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
	try {
		const answer = await new Promise<FileAnswer>((resolve, reject) => {
			worker.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => resolve(data));
			worker.addEventListener('error', ({ message }) => reject(new ReportFailure('worker_failed', message)));
			worker.postMessage(order);
		});
		if (answer.kind === 'failed') throw new ReportFailure(answer.code, answer.message);
		return answer.bytes;
	} finally {
		worker.terminate();
	}
}

/**
 * Makes an assessment's file in another format and hands it to the person.
 *
 * @returns the file's name
 * @throws {ReportFailure} `no_dates`, `words_unavailable`, `worker_failed` (both: the connection) or `unexpected`
 */
export async function downloadFormat(format: Format, wish: ReportWish): Promise<string> {
	const { questionnaire, assessment, language, made } = wish;
	const bytes = await runOrder({
		kind: 'format',
		format,
		input: wish,
		...wordAddresses(questionnaire.id, language)
	});
	const { organisation } = assessment.details;
	const name = reportFileName({ organisation, instrument: questionnaire.id, made, language, ending: format });
	downloadFile(name, bytes, MEDIA_TYPES[format]);
	return name;
}

/** A questionnaire on paper, as somebody wants it. */
export interface BlankWish {
	/** Id and date of the questionnaire. */
	readonly questionnaire: { readonly id: string; readonly version: string };
	readonly selection: string;
	readonly language: Language;
	readonly ending: 'pdf' | 'docx';
}

/**
 * Makes a blank questionnaire and hands it to the person.
 *
 * @returns the file's name
 * @throws {ReportFailure} as `downloadFormat`, and the codes of `FontError`
 */
export async function downloadBlank({
	questionnaire,
	selection,
	language,
	ending
}: BlankWish): Promise<string> {
	const bytes = await runOrder({
		kind: 'blank',
		ending,
		selection,
		language,
		structureAddress: `/data/${questionnaire.id}/structure.json`,
		fontBase: '/fonts/',
		...wordAddresses(questionnaire.id, language)
	});
	const name = `${questionnaire.id}-${questionnaire.version}-${selection}-${language}.${ending}`;
	downloadFile(name, bytes, MEDIA_TYPES[ending]);
	return name;
}
