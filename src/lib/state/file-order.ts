import type { Language } from '../core/languages.ts';
import type { ReportInput } from '../report/content/input.ts';
import type { Format } from '../report/formats/make-format.ts';
import type { WordAddresses } from './report-words.ts';

/** An assessment in another format. */
export interface FormatOrder extends WordAddresses {
	readonly kind: 'format';
	readonly format: Format;
	readonly input: Omit<ReportInput, 'texts' | 'translate'>;
}

/** A questionnaire on paper. */
export interface BlankOrder extends WordAddresses {
	readonly kind: 'blank';
	readonly ending: 'pdf' | 'docx';
	readonly structureAddress: string;
	readonly selection: string;
	readonly language: Language;
	/** Address of the folder of fonts. */
	readonly fontBase: string;
}

export type FileOrder = FormatOrder | BlankOrder;

export type FileAnswer =
	| { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
	/** `code` is that of a `FormatError`, `ReportError` or `FontError`, `words_unavailable` or `unexpected`. */
	| { readonly kind: 'failed'; readonly code: string; readonly message: string };
