export type FontErrorCode =
	/** A font file could not be fetched or read: the connection, or an installation without `static/fonts`. */
	| 'font_file_unavailable'
	/** A font file is not in the slice format or stops too early. */
	| 'font_file_damaged'
	/** A text was measured or shaped that `prepare` had not seen. */
	| 'not_prepared';

/** Something is wrong with a font file or with the order of calls; never with a person's text. */
export class FontError extends Error {
	override name = 'FontError';
	readonly code: FontErrorCode;

	constructor(code: FontErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
