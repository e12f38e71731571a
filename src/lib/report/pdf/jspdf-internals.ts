/**
 * The parts of jsPDF 4.2.1 that the writer stands on and that its types leave out. The version
 * is pinned exactly; `render-pdf.test.ts` fails when one of them moves.
 */
export interface JsPdfInternals {
	readonly events: { subscribe(topic: string, handler: (payload: never) => void): string };
	readonly collections: Record<string, unknown>;
	/** Adds a line to the page that is open, or to the file while it is built. */
	write(line: string): void;
	newObject(): number;
	/** Takes an object number for later. */
	newObjectDeferred(): number;
	/** Starts the object of a number taken before. */
	newObjectDeferredBegin(id: number, write: true): number;
	putStream(options: StreamOptions): void;
	getPageInfo(page: number): { readonly objId: number };
}

export interface StreamOptions {
	/** One UTF-16 unit a byte. */
	readonly data: string;
	readonly addLength1?: boolean;
	/** Default: deflated. */
	readonly filters?: readonly string[];
	readonly additionalKeyValues?: { key: string; value: string | number }[];
}

/** Entry of jsPDF's table of fonts; only what it reads itself. */
export interface JsPdfFont {
	readonly id: string;
	objectNumber?: number;
	/** Set by whoever writes the font, or jsPDF writes it as one of the base 14. */
	isAlreadyPutted?: boolean;
}

/** Topic `putPage`, inside the page's dictionary. */
export interface PutPagePayload {
	readonly pageNumber: number;
}

/** Topic `putFont`. */
export interface PutFontPayload {
	readonly font: JsPdfFont;
}
