import { performance } from 'node:perf_hooks';
import type { Key } from '../../src/lib/client/room/index.ts';
import { quantile } from '../web/stats.ts';
import { ITEMS } from './room.ts';
import { answerRequest, RawClient } from './raw-client.ts';

let seq = 0;
/** The next answer of one of these people; all 20 questions in turn. */
export function nextRequest(people: readonly Key[]): string {
	const number = ++seq;
	const { room, token } = people[number % people.length]!;
	const item = Math.floor(number / people.length) % ITEMS;
	return answerRequest(
		`/api/rooms/${room}/answers`,
		token,
		`{"item":${item},"value":${number % 4},"seq":${number},"round":1}`
	);
}

/** As fast as it goes, on so many connections. @returns answers a second, all of them 204 */
export async function closedLoop(
	bases: readonly string[],
	request: () => string,
	connections: number,
	seconds: number
): Promise<number> {
	const clients = await Promise.all(
		Array.from({ length: connections }, (_, index) => RawClient.open(bases[index % bases.length]!))
	);
	const run = async (ms: number) => {
		let count = 0;
		const until = performance.now() + ms;
		await Promise.all(
			clients.map(async (client) => {
				while (performance.now() < until) {
					const status = await client.send(request());
					if (status !== 204) throw new Error(`An answer got ${status} instead of 204.`);
					count++;
				}
			})
		);
		return count;
	};
	await run(700);
	const started = performance.now();
	const count = await run(seconds * 1_000);
	const perSecond = (count * 1_000) / (performance.now() - started);
	for (const client of clients) client.close();
	return perSecond;
}

export interface OpenLoop {
	readonly p50: number;
	readonly p99: number;
	readonly perSecond: number;
}

/** At a fixed rate, whatever the server does; the time counts from when an answer was due. */
export async function openLoop(
	base: string,
	request: () => string,
	rate: number,
	seconds: number
): Promise<OpenLoop> {
	const clients = await Promise.all(Array.from({ length: 64 }, () => RawClient.open(base)));
	const times: number[] = [];
	const started = performance.now();
	const total = rate * seconds;
	let next = 0;
	await Promise.all(
		clients.map(async (client) => {
			for (let mine = next++; mine < total; mine = next++) {
				const due = started + (mine / rate) * 1_000;
				const wait = due - performance.now();
				if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
				const status = await client.send(request());
				if (status !== 204) throw new Error(`An answer got ${status} instead of 204.`);
				// A timer of this process may be late; that is not the server's doing, but it is counted all the same.
				times.push(performance.now() - due);
			}
		})
	);
	const took = performance.now() - started;
	for (const client of clients) client.close();
	return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), perSecond: (times.length * 1_000) / took };
}
