import type { Assessment, Questionnaire } from '../core/index.ts';
import type { Language } from '../core/languages.ts';
import type { ReportDocument } from '../report/blocks.ts';
import { reportFileName } from '../report/content/file-name.ts';
import type { ReportOptions } from '../report/content/input.ts';
import { ReportFailure } from './report-failure.ts';
import type { DocumentOrder, ReportAnswer, ReportOrder, ReportStage } from './report-order.ts';
import { wordAddresses } from './report-words.ts';

export interface ReportWish {
	readonly questionnaire: Questionnaire;
	readonly assessment: Assessment;
	/** An earlier assessment to compare with. */
	readonly previous?: Assessment | undefined;
	/** Of the report, whatever the page's language is. */
	readonly language: Language;
	/** Set beside the first. */
	readonly second?: Language | undefined;
	/** ISO time. */
	readonly made: string;
	readonly options: ReportOptions;
}

export interface MadeReport {
	/** File name, safe on every system. */
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly pages: number;
	/** Code points that no font has. */
	readonly missing: readonly number[];
}

interface Waiting {
	readonly onstage: (stage: ReportStage) => void;
	readonly resolve: (answer: ReportAnswer & { kind: 'done' }) => void;
	readonly reject: (failure: ReportFailure) => void;
}

/** Where the worker finds its files; one folder for all languages. */
const FONTS = '/fonts/';

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** The worker is started on the first report and kept, since the fonts stay in its memory. */
function openWorker(): Worker {
	if (worker) return worker;
	const started = new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<ReportAnswer>) => hear(data));
	started.addEventListener('error', ({ message }) => {
		// A worker whose script could not be loaded never answers; the next report starts a new one.
		started.terminate();
		if (worker === started) worker = null;
		for (const { reject } of waiting.values()) reject(new ReportFailure('worker_failed', message));
		waiting.clear();
	});
	worker = started;
	return started;
}

function hear(answer: ReportAnswer): void {
	const asked = waiting.get(answer.id);
	if (!asked) return;
	if (answer.kind === 'stage') return asked.onstage(answer.stage);
	waiting.delete(answer.id);
	if (answer.kind === 'done') asked.resolve(answer);
	else asked.reject(new ReportFailure(answer.code, answer.message));
}

/**
 * Makes a report in a worker; nothing leaves the browser.
 *
 * @param onstage - hears what is being done, for people who wait
 * @throws {ReportFailure} `words_unavailable`, `font_file_unavailable` (both: the connection), `font_file_damaged`,
 *   `worker_failed`, `unexpected` or a code of `ReportError`
 */
export async function makeReport(
	wish: ReportWish,
	onstage: (stage: ReportStage) => void
): Promise<MadeReport> {
	const { questionnaire, assessment, language, second, made } = wish;
	const done = await send(
		{
			input: wish,
			...wordAddresses(questionnaire.id, language),
			second: second && { language: second, ...wordAddresses(questionnaire.id, second) },
			fontBase: FONTS
		},
		onstage
	);
	const { organisation } = assessment.details;
	const name = reportFileName({
		organisation,
		instrument: questionnaire.id,
		made,
		language: second ? `${language}+${second}` : language
	});
	return { name, ...done };
}

/**
 * Makes a PDF of a document that the page has built: one that is small.
 *
 * @throws {ReportFailure} as `makeReport`
 */
export async function makeDocument(
	document: ReportDocument,
	name: string,
	onstage: (stage: ReportStage) => void
): Promise<MadeReport> {
	return { name, ...(await send({ document, fontBase: FONTS }, onstage)) };
}

async function send(
	order: Omit<ReportOrder, 'id'> | Omit<DocumentOrder, 'id'>,
	onstage: (stage: ReportStage) => void
): Promise<Omit<MadeReport, 'name'>> {
	const id = ++lastId;
	const { bytes, pages, missing } = await new Promise<ReportAnswer & { kind: 'done' }>((resolve, reject) => {
		waiting.set(id, { onstage, resolve, reject });
		openWorker().postMessage({ ...order, id });
	});
	return { bytes, pages, missing };
}
