export type FormatErrorCode =
	/** Nothing in the assessment has a date that a calendar could hold. */
	'no_dates';

/** A file that cannot be made from this assessment; the person can mend it. */
export class FormatError extends Error {
	override name = 'FormatError';
	readonly code: FormatErrorCode;

	constructor(code: FormatErrorCode, message: string) {
		super(message);
		this.code = code;
	}
}
