// The server of rooms beside a bare node:http server, in one run.
//   npm run bench:live -- [--seconds 5] [--streams 10000] [--people 5000]
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Hosting, listenAsHost } from '../../src/lib/client/room/index.ts';
import { migrate } from '../../src/lib/server/live/store/migrate.ts';
import { openDatabase, type StoreChoice } from '../../src/lib/server/live/store/open-store.ts';
import { startPostgres } from '../../tests/helpers/postgres.ts';
import { startRoomServer } from '../../tests/helpers/room-server.ts';
import { median, quantile } from '../web/stats.ts';
import { closedLoop, nextRequest, openLoop } from './load.ts';
import { makeRoom } from './room.ts';
import { answerRequest } from './raw-client.ts';
import { manyStreams } from './streams.ts';

const { values: given } = parseArgs({
	options: {
		seconds: { type: 'string', default: '5' },
		rounds: { type: 'string', default: '3' },
		people: { type: 'string', default: '5000' },
		streams: { type: 'string', default: '10000' },
		only: { type: 'string', default: 'start,throughput,oneLargeRoom,streams,processes' }
	}
});
const [seconds, rounds] = [Number(given.seconds), Number(given.rounds)];
if (!existsSync('dist/live/main.js')) {
	console.error('The server is not built. Run "npm run build:live" first.');
	process.exit(1);
}
const say = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
const rows: [what: string, goal: string, measured: string][] = [];
const row = (what: string, goal: string, measured: string) => {
	rows.push([what, goal, measured]);
	say(`${what}: ${measured}`);
};
const round = (value: number) => value.toFixed(0);
const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
const sqlite = (name: string): StoreChoice => ({ kind: 'sqlite', folder: join(folder, name) });
const limits = { MAX_PARTICIPANTS: '20000', MAX_STREAMS: '30000', LOG_LEVEL: 'warn' };

function startBaseline(): Promise<{ base: string; stop: () => void }> {
	const child = spawn(process.execPath, ['bench/live/baseline.js'], { stdio: ['ignore', 'pipe', 'inherit'] });
	return new Promise((resolve) =>
		child.stdout.once('data', (chunk: Buffer) =>
			resolve({
				base: `http://127.0.0.1:${/:(\d+)\//.exec(chunk.toString())![1]}`,
				stop: () => void child.kill('SIGTERM')
			})
		)
	);
}

async function throughput(): Promise<void> {
	const bare = await startBaseline();
	const server = await startRoomServer(sqlite('throughput'), limits);
	const rooms = await Promise.all(Array.from({ length: 4 }, () => makeRoom([server.base], 500)));
	const people = rooms.flatMap((room) => room.people);
	const fixed = answerRequest('/', 'x'.repeat(22), '{"item":3,"value":2,"seq":17,"round":1}');
	const [ratios, ours, theirs]: [number[], number[], number[]] = [[], [], []];
	for (let turn = 0; turn < rounds; turn++) {
		const nothing = await closedLoop([bare.base], () => fixed, 64, seconds);
		const stored = await closedLoop([server.base], () => nextRequest(people), 64, seconds);
		ours.push(stored);
		theirs.push(nothing);
		ratios.push(stored / nothing);
	}
	row(
		'answers stored durably a second ÷ bare `node:http` 204 (SQLite)',
		'≥ 0.35',
		`${median(ratios).toFixed(2)} (${round(median(ours))} beside ${round(median(theirs))})`
	);
	bare.stop();
	await server.stop();
}

async function oneLargeRoom(): Promise<void> {
	const server = await startRoomServer(sqlite('room'), limits);
	const { hosting, people } = await makeRoom([server.base], Number(given.people));
	const behind: number[] = [];
	const sent: number[] = [];
	let before = 0;
	const listening = listenAsHost(hosting.key, {
		base: server.base,
		onsnapshot: ({ questions }) => {
			const shown = questions.reduce((sum, { answered }) => sum + answered, 0);
			// How long the oldest of the answers that are new on this screen has been on its way.
			if (shown > before) behind.push(performance.now() - sent[before]!);
			before = shown;
		}
	});
	let counted = 0;
	const request = () => {
		counted++;
		sent.push(performance.now());
		return nextRequest(people);
	};
	const result = await openLoop(server.base, request, 800, Math.max(seconds, 10));
	listening.close();
	row(
		`${given.people} people in one room, 800 answers/s (${counted} in all): answer p50 / p99`,
		'p99 ≤ 100 ms',
		`${result.p50.toFixed(1)} / ${result.p99.toFixed(1)} ms at ${round(result.perSecond)}/s`
	);
	row(
		'the same: from an answer until the host’s screen shows it (oldest in each event), p50 / p99',
		'≤ 500 ms',
		`${round(quantile(behind, 0.5))} / ${round(quantile(behind, 0.99))} ms`
	);
	await server.stop();
}

async function streams(): Promise<void> {
	const server = await startRoomServer(sqlite('streams'), limits);
	const { hosting, people } = await makeRoom([server.base], Number(given.streams));
	const result = await manyStreams(server.base, server.pid, hosting, people, 5);
	row(
		'event streams in one process: open, kB each',
		'10,000, ≤ 20 kB',
		`${result.open}, ${result.kbEach.toFixed(1)} kB; ${result.missed} events missed, ${result.lost} lost; ${result.left} sockets left after all went`
	);
	row('one change to all of them: p50 / p99', '—', `${round(result.p50)} / ${round(result.p99)} ms`);
	await server.stop();
}

async function processes(): Promise<void> {
	const postgres = await startPostgres();
	for (const count of [1, 2, 4]) {
		const address = await postgres.newDatabase();
		const choice: StoreChoice = { kind: 'postgres', address, connections: 8 };
		const database = await openDatabase(choice);
		await migrate(database, Date.now());
		await database.close();
		const servers = await Promise.all(Array.from({ length: count }, () => startRoomServer(choice, limits)));
		const bases = servers.map(({ base }) => base);
		const { hosting, people } = await makeRoom(bases, 1_000);
		const perSecond = await closedLoop(bases, () => nextRequest(people), 64, seconds);
		const { answered } = (await hosting.read()).snapshot.questions[0]!;
		const elsewhere = await new Hosting(hosting.key, bases.at(-1)).read();
		const same = elsewhere.snapshot.questions[0]!.answered === answered;
		row(
			`${count} process${count > 1 ? 'es' : ''} on PostgreSQL: answers a second`,
			count === 1 ? '—' : 'more than with fewer',
			`${round(perSecond)}${same ? '' : ' (screens differ!)'}`
		);
		await Promise.all(servers.map((server) => server.stop()));
	}
	await postgres.stop();
}

async function start(): Promise<void> {
	const times: number[] = [];
	for (let turn = 0; turn < 5; turn++) {
		const started = performance.now();
		const server = await startRoomServer(
			sqlite('start'),
			limits,
			existsSync('build/handler.js') ? 'bin/serve.js' : undefined
		);
		times.push(performance.now() - started);
		await server.stop();
	}
	row('start to listening (`bin/serve.js`), median of 5', '≤ 1 s', `${round(median(times))} ms`);
}

for (const part of [start, throughput, oneLargeRoom, streams, processes])
	try {
		if (given.only.split(',').includes(part.name)) await part();
	} catch (error) {
		row(part.name, '', `not measured: ${error instanceof Error ? error.message : String(error)}`);
	}
rmSync(folder, { recursive: true, force: true });
console.log(
	`Node ${process.versions.node}, ${availableParallelism()} cores shared with the load generator, load average ${loadavg()[0]!.toFixed(1)}; ${rounds} interleaved rounds of ${seconds} s\n`
);
console.log(
	['| | goal | measured |', '|---|---|---|', ...rows.map((of) => `| ${of.join(' | ')} |`)].join('\n')
);
process.exit(0);
