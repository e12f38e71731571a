import * as z from 'zod/mini';
import { errorSchema } from '../../core/room/schema.ts';

/** A request that did not get what it asked for. `offline`: the server was not reached, so trying again may help. */
export class RoomError extends Error {
	override readonly name = 'RoomError';
	/** As in docs/live-api.md, or `offline`, or `bad_reply`. */
	readonly code: string;
	/** 0 when there was no answer. */
	readonly status: number;
	/** What the server asks to wait, in ms; 0: nothing said. */
	readonly retryAfterMs: number;
	constructor(code: string, status: number, message: string, retryAfterMs = 0) {
		super(message);
		this.code = code;
		this.status = status;
		this.retryAfterMs = retryAfterMs;
	}

	/** Whether the same request may succeed later. */
	get mayPass(): boolean {
		return this.status === 0 || this.status === 429 || this.status >= 500;
	}
}

/** Longest wait for an answer, ms. */
const TIMEOUT_MS = 20_000;

export interface Request<T> {
	readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly token?: string;
	readonly body?: unknown;
	/** What the answer must look like; absent: an answer without content. */
	readonly schema?: z.ZodMiniType<T, unknown>;
	readonly signal?: AbortSignal;
}

async function errorOf(response: Response): Promise<RoomError> {
	const parsed = errorSchema.safeParse(await response.json().catch(() => null));
	const { code, message } = parsed.success
		? parsed.data.error
		: { code: 'bad_reply', message: `The server answered ${response.status}.` };
	const seconds = Number(response.headers.get('retry-after'));
	return new RoomError(code, response.status, message, seconds > 0 ? seconds * 1_000 : 0);
}

/**
 * Asks this app's own server.
 *
 * @param base - '' in the browser; an origin elsewhere
 * @throws {RoomError} for everything that goes wrong
 */
export async function call<T = undefined>(base: string, path: string, request: Request<T> = {}): Promise<T> {
	const { method = 'GET', token, body, schema, signal } = request;
	// Not `AbortSignal.any` and `.timeout`: phones of 2022 lack them.
	const abort = new AbortController();
	const give = () => abort.abort();
	signal?.addEventListener('abort', give, { once: true });
	const timer = setTimeout(give, TIMEOUT_MS);
	try {
		const response = await fetch(base + path, {
			method,
			headers: {
				...(body !== undefined && { 'Content-Type': 'application/json' }),
				...(token && { Authorization: `Bearer ${token}` })
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
			cache: 'no-store',
			credentials: 'omit',
			signal: abort.signal
		}).catch((error: Error) => {
			throw new RoomError('offline', 0, `The server was not reached: ${error.message}`);
		});
		if (!response.ok) throw await errorOf(response);
		if (!schema) return undefined as T;
		const parsed = z.safeParse(schema, await response.json().catch(() => undefined));
		if (!parsed.success)
			throw new RoomError('bad_reply', response.status, 'The server answered something unexpected.');
		return parsed.data;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', give);
	}
}
