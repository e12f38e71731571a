export type ReportErrorCode =
	/** `info.fileId` is not 32 hexadecimal digits. */
	| 'invalid_file_id'
	/** `info.created` is not a PDF date such as `D:20260131093000+08'00'`. */
	| 'invalid_date'
	/** A table row has another number of cells than the table has columns, or a chart's lists differ in length. */
	| 'invalid_block'
	/** jsPDF did not behave as the pinned version does. */
	| 'pdf_writer_failed';

/** The document cannot be made into a PDF as it is; never caused by what a person typed. */
export class ReportError extends Error {
	override name = 'ReportError';
	readonly code: ReportErrorCode;

	constructor(code: ReportErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
