import { checkAssessment, isWarning } from '../core/assessment/check-assessment.ts';
import { parseAssessment, sizeIssue } from '../core/assessment/parse-assessment.ts';
import type { Assessment, Issue, Questionnaire } from '../core/index.ts';
import type { AssessmentStore } from '../storage/assessment-store.ts';
import { forgetJournals } from './journal.ts';
import { readReport } from './read-report.ts';
import type { Message } from './open-assessment.svelte.ts';

// Brings the schemas along: load this module on use (`await import(…)`), never with a page.

/** How a file and the stored assessment with the same id differ. */
export interface Difference {
	/** Questions answered, noted or evidenced differently in both. */
	readonly changed: number;
	readonly onlyInFile: number;
	readonly onlyStored: number;
	/** Whether anything else differs: details, scoping facts, actions, targets. */
	readonly others: boolean;
	/** ISO times of the last change. */
	readonly fileUpdated: string;
	readonly storedUpdated: string;
}

/** What a file turned out to be. Nothing has been stored yet. */
export type FileReading =
	/** Not to be opened; `issues` says everything that is wrong. */
	| { readonly kind: 'bad'; readonly issues: readonly Issue[] }
	/** Can be stored at once. */
	| { readonly kind: 'new'; readonly assessment: Assessment; readonly warnings: readonly Issue[] }
	/** Stored already, without a difference. */
	| { readonly kind: 'same'; readonly assessment: Assessment; readonly warnings: readonly Issue[] }
	/** An assessment with this id is stored and differs: the person decides. */
	| {
			readonly kind: 'conflict';
			readonly assessment: Assessment;
			readonly warnings: readonly Issue[];
			readonly difference: Difference;
	  };

export interface ImportContext {
	readonly store: AssessmentStore;
	/** The structure of a questionnaire, or `null` when this app does not have it. */
	readonly questionnaire: (id: string) => Promise<Questionnaire | null>;
	readonly newId: () => string;
}

/** The address of the read-only sample; nothing stored may take it. */
const SAMPLE_ID = 'sample';

function bad(...issues: Issue[]): FileReading {
	return { kind: 'bad', issues };
}

/**
 * Reads a file that somebody chose and says what it is; stores nothing.
 *
 * @param file - a file that is too large is not read at all: its text alone could bring the page down
 * @throws {DOMException} when the file cannot be read
 * @throws {StorageError} when the store cannot be read
 */
export async function readAssessmentFile(
	file: Pick<Blob, 'size' | 'arrayBuffer'>,
	context: ImportContext
): Promise<FileReading> {
	const tooBig = sizeIssue(file.size);
	return tooBig ? bad(tooBig) : readAssessmentBytes(new Uint8Array(await file.arrayBuffer()), context);
}

async function readAssessmentText(text: string, context: ImportContext): Promise<FileReading> {
	const parsed = parseAssessment(text);
	return parsed.ok ? compareWithStored(parsed.value, context) : bad(...parsed.issues);
}

/**
 * As `readAssessmentFile`, for any file: an assessment, or a PDF report with its data inside.
 *
 * Data without notes and names never takes the place of what is stored: it opens as an assessment of its own.
 *
 * @throws {StorageError} when the store cannot be read
 */
export async function readAssessmentBytes(bytes: Uint8Array, context: ImportContext): Promise<FileReading> {
	const report = readReport(bytes);
	if (!report) return readAssessmentText(new TextDecoder().decode(bytes), context);
	if (!report.ok) return bad(...report.issues);
	const { file, unchanged } = report.value;
	const warn = (code: string): Issue => ({ code, path: [], params: {} });
	const isPart = file.content !== 'everything';
	const notes = [
		...(unchanged ? [] : [warn('report_changed')]),
		...(isPart ? [warn('report_answers_only')] : [])
	];
	const assessment = isPart ? copyOf(file.assessment, context.newId()) : file.assessment;
	return compareWithStored(assessment, context, notes);
}

async function compareWithStored(
	read: Assessment,
	context: ImportContext,
	notes: readonly Issue[] = []
): Promise<FileReading> {
	const { id } = read.questionnaire;
	const questionnaire = await context.questionnaire(id);
	if (!questionnaire)
		return bad({ code: 'unknown_questionnaire', path: ['questionnaire', 'id'], params: { got: id } });
	const issues = [...notes, ...checkAssessment(questionnaire, read)];
	const mistakes = issues.filter((issue) => !notes.includes(issue) && !isWarning(issue));
	if (mistakes.length > 0) return bad(...mistakes);
	const assessment = read.id === SAMPLE_ID ? copyOf(read, context.newId()) : read;
	const stored = await context.store.read(assessment.id);
	if (!stored) return { kind: 'new', assessment, warnings: issues };
	const difference = differenceBetween(assessment, stored);
	return difference
		? { kind: 'conflict', assessment, warnings: issues, difference }
		: { kind: 'same', assessment, warnings: issues };
}

/**
 * Stores a file's assessment in place of what is here under its id. Nothing that an earlier page wrote down for the
 * old one comes back into it, and other tabs that show it read it again.
 *
 * @throws {StorageError} when it cannot be stored
 */
export async function keepAssessment(assessment: Assessment, store: AssessmentStore): Promise<void> {
	await store.replace(assessment);
	forgetJournals(assessment.id);
	if (typeof BroadcastChannel === 'undefined') return;
	const channel = new BroadcastChannel('plumbline');
	channel.postMessage({ id: assessment.id, changes: [], replaced: true } satisfies Message);
	channel.close();
}

/** The same assessment under another id, so that both can be kept. */
export function copyOf(assessment: Assessment, id: string): Assessment {
	return { ...assessment, id };
}

/** @returns what differs, or `null` when nothing does */
export function differenceBetween(file: Assessment, stored: Assessment): Difference | null {
	const ids = new Set([...Object.keys(file.answers), ...Object.keys(stored.answers)]);
	let changed = 0;
	let onlyInFile = 0;
	let onlyStored = 0;
	for (const id of ids) {
		const inFile = file.answers[id];
		const inStore = stored.answers[id];
		if (!inStore) onlyInFile += 1;
		else if (!inFile) onlyStored += 1;
		else if (canonical(inFile) !== canonical(inStore)) changed += 1;
	}
	const others = canonical(withoutAnswers(file)) !== canonical(withoutAnswers(stored));
	if (!others && changed + onlyInFile + onlyStored === 0) return null;
	return {
		changed,
		onlyInFile,
		onlyStored,
		others,
		fileUpdated: file.updated,
		storedUpdated: stored.updated
	};
}

function withoutAnswers({ answers: _, ...rest }: Assessment): unknown {
	return rest;
}

/** Times of change say nothing about the content; key order neither. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (key, inner: unknown) => {
		if (key === 'updated') return undefined;
		if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
