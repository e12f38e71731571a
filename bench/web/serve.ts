// One small static server for both sides: HTTP/2 over TLS, brotli 11, the same cache rule, and an exact count of the
// body bytes that went out. Listens on 127.0.0.1 only.
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
	createSecureServer,
	type Http2ServerRequest,
	type Http2ServerResponse,
	type ServerHttp2Session
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	webmanifest: 'application/manifest+json',
	svg: 'image/svg+xml',
	png: 'image/png',
	txt: 'text/plain; charset=utf-8',
	pdf: 'application/pdf'
};
const COMPRESSED = new Set(['html', 'js', 'css', 'json', 'webmanifest', 'svg', 'txt']);

interface Certificate {
	readonly key: Buffer;
	readonly cert: Buffer;
	/** SHA-256 of the public key: the only thing by which the browser is told to trust it. */
	readonly spki: string;
}

/** A request that was answered. */
export interface Sent {
	readonly path: string;
	readonly status: number;
	/** File extension, without the dot. */
	readonly kind: string;
	/** Of the body, as sent. */
	readonly bytes: number;
}

export interface Site {
	readonly origin: string;
	/** What was sent since the last call. */
	take(): Sent[];
	close(): Promise<void>;
}

/** The machine's own certificate for localhost, made at first use. @param folder - where it is kept */
export function certificate(folder: string): Certificate {
	mkdirSync(folder, { recursive: true });
	const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	if (!existsSync(certFile)) {
		const kind = [
			'-x509',
			'-newkey',
			'ec',
			'-pkeyopt',
			'ec_paramgen_curve:prime256v1',
			'-nodes',
			'-days',
			'365'
		];
		const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
		execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', keyFile, '-out', certFile], {
			stdio: 'ignore'
		});
	}
	const cert = readFileSync(certFile);
	const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
	return { key: readFileSync(keyFile), cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}

/** Every file below some folders by its address; the first folder that has an address wins. */
function filesOf(folders: readonly string[]): Map<string, string> {
	const files = new Map<string, string>();
	const walk = (root: string, folder: string) => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) walk(root, path);
			else {
				const address = `/${relative(root, path).split(sep).join('/')}`;
				if (!files.has(address)) files.set(address, path);
			}
		}
	};
	for (const folder of folders) walk(folder, folder);
	return files;
}

interface Packed {
	readonly kind: string;
	readonly body: Buffer;
	readonly brotli: boolean;
	readonly etag: string;
}

/** Uses the `.br` file that the build wrote; compresses once, and keeps the result, where there is none. */
function pack(address: string, files: ReadonlyMap<string, string>, cache: string): Packed {
	const file = files.get(address) ?? '';
	const kind = extname(file).slice(1);
	const raw = readFileSync(file);
	const hash = createHash('sha256').update(raw).digest('hex');
	const etag = `"${hash.slice(0, 20)}"`;
	if (!COMPRESSED.has(kind)) return { kind, body: raw, brotli: false, etag };
	const built = files.get(`${address}.br`);
	const kept = built ?? join(cache, `${hash}.br`);
	if (!existsSync(kept)) {
		mkdirSync(cache, { recursive: true });
		const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
		writeFileSync(kept, brotliCompressSync(raw, { params }));
	}
	return { kind, body: readFileSync(kept), brotli: true, etag };
}

/**
 * Serves folders as one site, each call on an origin of its own. Names below `/_app/immutable/` are kept by the browser
 * for a year; everything else is asked for again with its ETag.
 *
 * @param folders - looked up in this order
 * @param cache - folder for the certificate and compressed files
 */
export async function serve(folders: readonly string[], cache: string): Promise<Site> {
	const files = filesOf(folders);
	const packed = new Map<string, Packed>();
	const load = (address: string) => {
		const known = packed.get(address) ?? pack(address, files, join(cache, 'brotli'));
		packed.set(address, known);
		return known;
	};
	const find = (path: string) =>
		[path, `${path}index.html`, `${path}.html`, `${path}/index.html`].find((one) => files.has(one));

	let sent: Sent[] = [];
	const answer = (request: Http2ServerRequest, response: Http2ServerResponse) => {
		const path = decodeURIComponent((request.url || '/').split(/[?#]/)[0] ?? '/');
		const address = find(path);
		if (!address) {
			sent.push({ path, status: 404, kind: '', bytes: 0 });
			response.writeHead(404, { 'content-type': 'text/plain' });
			return void response.end('not found');
		}
		const { kind, body, brotli, etag } = load(address);
		const immutable = address.startsWith('/_app/immutable/');
		const headers = {
			'content-type': TYPES[kind] ?? 'application/octet-stream',
			'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
			'x-content-type-options': 'nosniff',
			etag,
			vary: 'accept-encoding'
		};
		const unchanged = request.headers['if-none-match'] === etag;
		sent.push({ path, status: unchanged ? 304 : 200, kind, bytes: unchanged ? 0 : body.length });
		if (unchanged) {
			response.writeHead(304, headers);
			return void response.end();
		}
		response.writeHead(200, {
			...headers,
			...(brotli && { 'content-encoding': 'br' }),
			'content-length': body.length
		});
		response.end(body);
	};

	const { key, cert } = certificate(join(cache, 'tls'));
	const server = createSecureServer({ key, cert }, answer);
	const sessions = new Set<ServerHttp2Session>();
	server.on('session', (session) => {
		sessions.add(session);
		session.on('close', () => sessions.delete(session));
		// A browser that is closed drops its connection; nothing is lost by it.
		session.on('error', () => session.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `https://localhost:${(server.address() as AddressInfo).port}`,
		take() {
			const taken = sent;
			sent = [];
			return taken;
		},
		close() {
			for (const session of sessions) session.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}
