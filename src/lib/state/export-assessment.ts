import type { Assessment } from '../core/index.ts';

/** Longest part of a file name that comes from typed text, in characters; in Chinese that is three times as many bytes. */
const MAX_PART = 40;

/** Letters, marks and digits of any script stay; everything that some system refuses in a name becomes one hyphen. */
function safePart(text: string): string {
	const cleaned = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
	return [...cleaned]
		.slice(0, MAX_PART)
		.join('')
		.replace(/^-+|-+$/g, '');
}

/**
 * A file name without its ending that every system takes: `organisation-instrument-date`.
 *
 * @param date - ISO date that stands in the name
 */
export function fileBaseName(assessment: Assessment, date: string): string {
	const { organisation, title } = assessment.details;
	const owner = safePart(organisation ?? '') || safePart(title ?? '');
	return [owner, assessment.questionnaire.id, date].filter(Boolean).join('-');
}

/**
 * Writes an assessment as the file that `import-assessment.ts` and the command line read: everything that was
 * typed, nothing else.
 *
 * @returns name and text of the file; the day in the name is that of the last change
 */
export function exportAssessment(assessment: Assessment): { name: string; text: string } {
	return {
		name: `${fileBaseName(assessment, assessment.updated.slice(0, 10))}.json`,
		text: `${JSON.stringify(assessment, null, '\t')}\n`
	};
}

/** Hands a file to the person through the browser's own download. */
export function downloadFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers start reading only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Downloads a copy of an assessment as JSON. */
export function downloadAssessment(assessment: Assessment): void {
	const { name, text } = exportAssessment(assessment);
	downloadFile(name, text, 'application/json');
}
