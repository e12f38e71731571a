import type { Language } from '../core/languages.ts';
import type { ReportDocument } from '../report/blocks.ts';
import type { ReportInput } from '../report/content/input.ts';
import type { WordAddresses } from './report-words.ts';

/** What the worker needs to make a gap report; words and fonts it fetches itself. */
export interface ReportOrder extends WordAddresses {
	/** Comes back with every answer. */
	readonly id: number;
	readonly input: Omit<ReportInput, 'texts' | 'translate'>;
	/** A second language, set beside the first. */
	readonly second?: (WordAddresses & { readonly language: Language }) | undefined;
	/** Address of the folder of fonts: `/fonts/`. */
	readonly fontBase: string;
}

/** A small document that the page has built; only fonts are fetched. */
export interface DocumentOrder {
	readonly id: number;
	readonly document: ReportDocument;
	readonly fontBase: string;
}

/** `words`: fetching texts; `pages`: fetching fonts and setting pages. */
export type ReportStage = 'words' | 'pages';

export type ReportAnswer =
	| { readonly id: number; readonly kind: 'stage'; readonly stage: ReportStage }
	| {
			readonly id: number;
			readonly kind: 'done';
			readonly bytes: Uint8Array<ArrayBuffer>;
			/** Code points that no font has: drawn as □ with their true text behind. */
			readonly missing: readonly number[];
			readonly pages: number;
	  }
	/** `code` is that of a `ReportError` or `FontError`, `words_unavailable` or `unexpected`. */
	| { readonly id: number; readonly kind: 'failed'; readonly code: string; readonly message: string };
