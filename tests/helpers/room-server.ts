import { spawn, type ChildProcess } from 'node:child_process';
import type { StoreChoice } from '../../src/lib/server/live/store/open-store.ts';

export interface RoomServer {
	readonly base: string;
	readonly pid: number;
	/** What it has logged so far. */
	log(): string;
	/** SIGTERM. @returns the exit code */
	stop(): Promise<number | null>;
	/** SIGKILL: no chance to finish anything. */
	kill(): Promise<void>;
}

const placeOf = (choice: StoreChoice) =>
	choice.kind === 'sqlite' ? { DATA_DIR: choice.folder } : { DATABASE_URL: choice.address };

/** Starts the server of rooms in a process of its own, on a free port of this machine. */
export async function startRoomServer(
	choice: StoreChoice,
	environment: Readonly<Record<string, string>> = {},
	script = 'tests/helpers/serve-rooms.js'
): Promise<RoomServer> {
	const server: ChildProcess = spawn(process.execPath, [script], {
		env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...placeOf(choice), ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let [said, logged] = ['', ''];
	const ended = new Promise<number | null>((resolve) => server.on('exit', (code) => resolve(code)));
	const base = await new Promise<string>((resolve, reject) => {
		server.stdout?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const port = /http:\/\/localhost:(\d+)\/\n/.exec(said)?.[1];
			if (port) resolve(`http://127.0.0.1:${port}`);
		});
		server.stderr?.on('data', (chunk: Buffer) => (logged += chunk.toString()));
		server.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}${logged}`)));
	});
	return {
		base,
		pid: server.pid!,
		log: () => logged,
		async stop() {
			server.kill('SIGTERM');
			return ended;
		},
		async kill() {
			server.kill('SIGKILL');
			await ended;
		}
	};
}
