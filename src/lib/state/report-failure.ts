/** A report or another file could not be made; `code` says why and is mapped to a message with a next step. */
export class ReportFailure extends Error {
	override readonly name = 'ReportFailure';
	readonly code: string;
	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}
