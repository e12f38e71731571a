import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { pathText } from '../../../core/issues.ts';
import { fromZod } from '../../../core/zod-issues.ts';
import { HttpError } from './http-error.ts';

/** The connection ends with the answer: what is left of the body is not read. */
const CLOSE = { Connection: 'close' };

function tooLarge(limit: number): HttpError {
	return new HttpError(413, 'too_large', `The body is longer than ${limit} bytes. Send less.`, CLOSE);
}

/** Collects a body; more than `limit` bytes are never held. */
function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		if (Number(request.headers['content-length'] ?? 0) > limit) return reject(tooLarge(limit));
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > limit) {
				request.pause();
				request.removeAllListeners('data');
				reject(tooLarge(limit));
			} else chunks.push(chunk);
		});
		request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
		request.on('aborted', () =>
			reject(new HttpError(400, 'aborted', 'The body ended early. Send it again.'))
		);
		request.on('error', () => reject(new HttpError(400, 'aborted', 'The body ended early. Send it again.')));
	});
}

/** What is wrong with a body: at most three places, each with what was expected. */
function describe(issues: readonly z.core.$ZodIssue[], root: unknown): string {
	const shown = fromZod(issues, root)
		.slice(0, 3)
		.map(({ code, path, params }) => {
			const expected = params['expected'] ?? params['max'] ?? params['min'];
			return `${pathText(path) || 'body'}: ${code}${expected === undefined ? '' : ` (${String(expected).slice(0, 100)})`}`;
		});
	return `The body is not as docs/live-api.md describes it: ${shown.join('; ')}.`;
}

/**
 * Reads a JSON body and checks it.
 *
 * @throws {HttpError} 413, 415, or 400 naming the field
 */
export async function readJson<T>(
	request: IncomingMessage,
	schema: z.ZodMiniType<T, unknown>,
	limit: number
): Promise<T> {
	const type = request.headers['content-type'] ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type))
		throw new HttpError(415, 'not_json', 'Send JSON, with the header Content-Type: application/json.', CLOSE);
	const body = await readBody(request, limit);
	let data: unknown;
	try {
		data = JSON.parse(body.toString('utf8'));
	} catch {
		throw new HttpError(400, 'not_json', 'The body is not valid JSON. Check its quotes and brackets.');
	}
	const result = z.safeParse(schema, data);
	if (!result.success) throw new HttpError(400, 'invalid_body', describe(result.error.issues, data));
	return result.data;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{22})$/;

/** @throws {HttpError} 401 */
export function bearer(request: IncomingMessage): string {
	const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
	if (!token)
		throw new HttpError(401, 'no_token', 'Send your token: Authorization: Bearer <22 characters>.', {
			'WWW-Authenticate': 'Bearer'
		});
	return token;
}

/** Where a request comes from, behind so many proxies of one's own that add to `X-Forwarded-For`. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
	const direct = request.socket.remoteAddress ?? '';
	if (trustedProxies === 0) return direct;
	const chain = String(request.headers['x-forwarded-for'] ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	return chain[chain.length - trustedProxies] ?? direct;
}

function hostOf(origin: string): string | null {
	return URL.canParse(origin) ? new URL(origin).host : null;
}

function isOwn(origin: string, host: string | undefined, publicAddress: string | null): boolean {
	const asked = hostOf(origin);
	return asked !== null && (asked === host || (publicAddress !== null && asked === hostOf(publicAddress)));
}

/**
 * Refuses what another site's page sends. On a closed network without TLS browsers send no `Sec-Fetch-Site`, so its
 * absence is allowed; an `Origin` is compared with the address that was asked.
 *
 * @throws {HttpError} 403
 */
export function refuseOtherSites(request: IncomingMessage, publicAddress: string | null): void {
	const { origin, host } = request.headers;
	const site = request.headers['sec-fetch-site'];
	const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
	if (foreignSite || (origin !== undefined && !isOwn(origin, host, publicAddress)))
		throw new HttpError(
			403,
			'other_site',
			'This request comes from another site and is refused. Behind a proxy, pass the Host header on or set PUBLIC_ADDRESS.',
			CLOSE
		);
}
