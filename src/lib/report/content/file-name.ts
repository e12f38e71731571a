import { hongKongTime } from '../../core/index.ts';

/** So that name, path and extension stay within what common systems allow (255 bytes a name). */
const LONGEST_ORGANISATION_BYTES = 96;

export interface FileNameParts {
	readonly organisation: string | undefined;
	/** Id of the questionnaire. */
	readonly instrument: string;
	/** ISO time at which the report is made. */
	readonly made: string;
	readonly language: string;
	/** What kind of document it is, where it is not the gap report: `dossier`. */
	readonly kind?: string | undefined;
	/** Kind of file; default `pdf`. */
	readonly ending?: string | undefined;
}

/**
 * Names a report's file, whatever its kind: `organisation-instrument-date-language.pdf`.
 *
 * Letters and digits of any script stay; everything that some system refuses (and spaces) becomes a hyphen.
 */
export function reportFileName({
	organisation,
	instrument,
	made,
	language,
	kind,
	ending = 'pdf'
}: FileNameParts): string {
	const name = shorten(safePart(organisation ?? '')) || 'report';
	const what = [safePart(instrument), ...(kind ? [safePart(kind)] : [])].join('-');
	return `${name}-${what}-${hongKongTime(made).slice(0, 10)}-${language}.${ending}`;
}

function safePart(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

function shorten(text: string): string {
	let bytes = 0;
	let kept = '';
	for (const character of text) {
		bytes += new TextEncoder().encode(character).length;
		if (bytes > LONGEST_ORGANISATION_BYTES) break;
		kept += character;
	}
	return kept.replace(/-+$/, '');
}
