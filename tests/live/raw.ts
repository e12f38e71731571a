import { connect, type Socket } from 'node:net';

/** A connection on which a test writes byte by byte what it likes. */
export function rawConnection(base: string): { socket: Socket; text: () => string; closed: Promise<void> } {
	const { hostname, port } = new URL(base);
	const socket = connect({ host: hostname, port: Number(port) });
	let text = '';
	socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
	const closed = new Promise<void>((resolve) => {
		socket.on('close', () => resolve());
		socket.on('error', () => resolve());
	});
	return { socket, text: () => text, closed };
}
