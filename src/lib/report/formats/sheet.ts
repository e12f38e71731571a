/**
 * A table as data, before it is a file: typed cells, words already in one language. Nothing in here knows of any file format.
 */

/** A text, a number, a day of the calendar (ISO date), or nothing. */
export type SheetCell = string | number | { readonly day: string } | null;

export interface SheetColumn {
	readonly head: string;
	/** In characters of the standard font. */
	readonly width: number;
	/** Numbers are shown with so many decimals; default 0. */
	readonly decimals?: number | undefined;
}

export interface Sheet {
	/** Name of the sheet: at most 31 characters, none of `[]:*?/\`. */
	readonly name: string;
	readonly columns: readonly SheetColumn[];
	readonly rows: readonly (readonly SheetCell[])[];
}

/** What a file says about itself, beside its sheets. */
export interface Workbook {
	readonly title: string;
	readonly author: string;
	/** ISO time. */
	readonly made: string;
	readonly language: string;
	readonly sheets: readonly Sheet[];
}

/** One column of a table whose rows are made of `T`: head and cell stand together. */
export interface ColumnOf<T> extends SheetColumn {
	readonly cell: (row: T) => SheetCell;
}

/** Makes a sheet of things by columns that know their own cell. */
export function sheetOf<T>(name: string, columns: readonly ColumnOf<T>[], things: readonly T[]): Sheet {
	return {
		name,
		columns: columns.map(({ head, width, decimals }) => ({ head, width, decimals })),
		rows: things.map((thing) => columns.map(({ cell }) => cell(thing)))
	};
}

/** An ISO date as a day; anything else stays the text that it is, and nothing stays nothing. */
export function dayCell(text: string | undefined): SheetCell {
	if (!text) return null;
	return isDay(text) ? { day: text } : text;
}

/** A day that exists: no 30 February. */
function isDay(text: string): boolean {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
