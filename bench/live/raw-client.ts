import { connect, type Socket } from 'node:net';

/** One kept connection that sends prepared requests, one at a time; an HTTP library would measure itself. */
export class RawClient {
	readonly #socket: Socket;
	#buffer = '';
	#answer: ((status: number) => void) | null = null;
	#fail: ((error: Error) => void) | null = null;

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.setNoDelay(true);
		socket.on('data', (chunk: Buffer) => this.#read(chunk));
		const broken = () => this.#fail?.(new Error('The connection broke.'));
		socket.on('error', broken);
		socket.on('close', broken);
	}

	static open(base: string): Promise<RawClient> {
		const { hostname, port } = new URL(base);
		return new Promise((resolve, reject) => {
			const socket = connect({ host: hostname, port: Number(port) }, () => resolve(new RawClient(socket)));
			socket.once('error', reject);
		});
	}

	#read(chunk: Buffer): void {
		this.#buffer += chunk.toString('latin1');
		const end = this.#buffer.indexOf('\r\n\r\n');
		if (end < 0) return;
		const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#buffer)?.[1] ?? 0);
		if (this.#buffer.length < end + 4 + length) return;
		const status = Number(this.#buffer.slice(9, 12));
		this.#buffer = this.#buffer.slice(end + 4 + length);
		this.#answer?.(status);
	}

	/** @returns the status */
	send(request: string): Promise<number> {
		return new Promise((resolve, reject) => {
			[this.#answer, this.#fail] = [resolve, reject];
			this.#socket.write(request);
		});
	}

	close(): void {
		this.#fail = null;
		this.#socket.destroy();
	}
}

export function answerRequest(path: string, token: string, body: string): string {
	return `PUT ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}
