import type { ServerResponse } from 'node:http';

/** What a request is refused with. The message says what is wrong and what to do; the code is for programs. */
export class HttpError extends Error {
	override readonly name = 'HttpError';
	readonly status: number;
	readonly code: string;
	readonly headers: Readonly<Record<string, string>>;
	constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
		super(message);
		this.status = status;
		this.code = code;
		this.headers = headers;
	}
}

/** Nothing here is a page, and nothing is kept by a browser or a proxy. */
export const API_HEADERS = {
	'Cache-Control': 'no-store',
	'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff'
} as const;

export function sendJson(
	response: ServerResponse,
	status: number,
	data: unknown,
	headers: Readonly<Record<string, string>> = {}
): void {
	const text = Buffer.from(JSON.stringify(data));
	response.writeHead(status, {
		...API_HEADERS,
		'Content-Type': 'application/json; charset=utf-8',
		'Content-Length': text.length,
		...headers
	});
	response.end(text);
}

const EMPTY = { ...API_HEADERS };
export function sendNothing(response: ServerResponse): void {
	response.writeHead(204, EMPTY);
	response.end();
}

export function sendError(response: ServerResponse, error: HttpError, errorId?: string): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	sendJson(
		response,
		error.status,
		{ error: { code: error.code, message: error.message, ...(errorId && { errorId }) } },
		error.headers
	);
}
