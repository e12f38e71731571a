import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Hosting, Key } from '../../src/lib/client/room/index.ts';
import { quantile } from '../web/stats.ts';

/** Resident memory in kB; Linux only. */
export function residentKb(pid: number): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN);
}

interface Listener {
	readonly socket: Socket;
	current: number | null;
	lost: boolean;
}

function listen(base: string, { room, token }: Key, heard: (listener: Listener) => void): Promise<Listener> {
	const { hostname, port } = new URL(base);
	return new Promise((resolve, reject) => {
		const socket = connect({ host: hostname, port: Number(port) }, () =>
			socket.write(
				`GET /api/rooms/${room}/events HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`
			)
		);
		const listener: Listener = { socket, current: null, lost: false };
		let first = true;
		socket.on('data', (chunk: Buffer) => {
			const text = chunk.toString('latin1');
			if (first) {
				if (!text.startsWith('HTTP/1.1 200')) return reject(new Error(text.slice(0, 80)));
				first = false;
				resolve(listener);
			}
			const current = /"current":(\d+)/.exec(text)?.[1];
			if (current === undefined) return;
			listener.current = Number(current);
			heard(listener);
		});
		socket.on('error', reject);
		socket.on('close', () => (listener.lost = true));
	});
}

export interface StreamResult {
	readonly open: number;
	readonly kbEach: number;
	/** ms from the host's request until each screen has it. */
	readonly p50: number;
	readonly p99: number;
	readonly missed: number;
	readonly lost: number;
	/** Streams that the server still holds after all have gone away. */
	readonly left: number;
}

/** Opens one stream for each person, lets the host go through some questions, and leaves. */
export async function manyStreams(
	base: string,
	pid: number,
	hosting: Hosting,
	people: readonly Key[],
	broadcasts: number
): Promise<StreamResult> {
	const [before, sockets] = [residentKb(pid), openSockets(pid)];
	let heard: (listener: Listener) => void = () => undefined;
	const listeners: Listener[] = [];
	for (let from = 0; from < people.length; from += 100)
		listeners.push(
			...(await Promise.all(
				people.slice(from, from + 100).map((key) => listen(base, key, (listener) => heard(listener)))
			))
		);
	await new Promise((resolve) => setTimeout(resolve, 3_000));
	const kbEach = (residentKb(pid) - before) / listeners.length;
	const times: number[] = [];
	let missed = 0;
	for (let round = 0; round < broadcasts; round++) {
		const waiting = new Set(listeners);
		const started = performance.now();
		const all = new Promise<void>((resolve) => {
			heard = (listener) => {
				if (listener.current !== round || !waiting.delete(listener)) return;
				times.push(performance.now() - started);
				if (waiting.size === 0) resolve();
			};
		});
		await hosting.show(round);
		await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 15_000))]);
		missed += waiting.size;
		// Participants get at most one event a second: the next one is not to wait for that.
		await new Promise((resolve) => setTimeout(resolve, 1_200));
	}
	const lost = listeners.filter((listener) => listener.lost).length;
	for (const { socket } of listeners) socket.destroy();
	await new Promise((resolve) => setTimeout(resolve, 2_000));
	return {
		open: listeners.length,
		kbEach,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		missed,
		lost,
		left: Math.max(0, openSockets(pid) - sockets)
	};
}

/** As the kernel counts them. */
function openSockets(pid: number): number {
	return readdirSync(`/proc/${pid}/fd`).filter((fd) => {
		try {
			return readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith('socket:');
		} catch {
			return false;
		}
	}).length;
}
