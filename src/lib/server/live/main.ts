// What bin/serve.js and bin/migrate.js run; the build bundles it into dist/live/.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { networkAddresses } from './addresses.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { boundPort, guardServer, startLive, type Live } from './live.ts';
import { createLog, type Log } from './log.ts';
import { migrate } from './store/migrate.ts';
import { openDatabase } from './store/open-store.ts';
import { StoreError } from './store/store.ts';

/** Requests that are being answered get this long before the process ends. */
const GRACE_MS = 10_000;

/** Ends the process with one plain sentence, no stack: the person who started it can mend it. */
function giveUp(message: string): never {
	process.stderr.write(`${message}\n`);
	process.exit(1);
}

function configOrExit(): Config {
	try {
		return readConfig(process.env);
	} catch (error) {
		if (error instanceof ConfigError) giveUp(error.message);
		throw error;
	}
}

function reasonOf(error: unknown, config: Config): string {
	const said = error instanceof Error ? error.message : String(error);
	if (error instanceof StoreError && error.code !== 'unavailable') return said;
	return config.store.kind === 'sqlite'
		? `Rooms cannot be kept in ${config.store.folder}: ${said}\nGive a folder that this user may write: DATA_DIR=/path npm run serve`
		: `The database at DATABASE_URL cannot be used: ${said}`;
}

function listen(server: Server, config: Config): Promise<void> {
	return new Promise((resolve) => {
		server.on('error', (error: NodeJS.ErrnoException) =>
			giveUp(
				error.code === 'EADDRINUSE'
					? `Port ${config.port} is in use. Choose another one: PORT=3001 npm run serve`
					: `The server cannot start: ${error.message}`
			)
		);
		server.listen({ port: config.port, host: config.host, backlog: 4_096 }, resolve);
	});
}

function sayReady(config: Config, port: number): void {
	const lines = [`Plumbline is ready: ${config.publicAddress ?? `http://localhost:${port}`}/`];
	for (const address of networkAddresses(config.host, port)) lines.push(`  in this network: ${address}/`);
	if (config.host === '127.0.0.1' && !config.publicAddress)
		lines.push('  only on this machine; for a workshop in this network: HOST=0.0.0.0 npm run serve');
	process.stdout.write(`${lines.join('\n')}\n`);
}

/** Resolves when nothing is being answered; asked for once, at the end. */
class Underway {
	#count = 0;
	#none: (() => void) | null = null;

	add(response: ServerResponse): void {
		this.#count++;
		response.on('close', () => {
			if (--this.#count === 0) this.#none?.();
		});
	}

	none(): Promise<void> {
		return this.#count === 0 ? Promise.resolve() : new Promise((resolve) => (this.#none = resolve));
	}
}

/** Takes no new work, ends the streams, finishes what is being answered, closes the store. */
function stopOn(
	signals: readonly NodeJS.Signals[],
	server: Server,
	live: Live,
	underway: Underway,
	log: Log
): void {
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(1), GRACE_MS).unref();
		server.close();
		await live.quiet();
		await underway.none();
		// Also those that a browser opened ahead and never used: they count as neither idle nor active.
		server.closeAllConnections();
		await live.stop();
		log.info('stopped');
		process.exit(0);
	};
	for (const signal of signals) process.on(signal, () => void stop());
}

/**
 * Serves pages and rooms.
 *
 * @param page - answers everything that is not a room's
 * @param worker - script of the store's thread
 */
export async function serve(page: RequestListener, worker: URL): Promise<void> {
	const config = configOrExit();
	const log = createLog(config.logLevel);
	const underway = new Underway();
	let live: Live | null = null;
	const server = createServer({ connectionsCheckingInterval: 2_000, noDelay: true }, (request, response) => {
		underway.add(response);
		if (!live?.handle(request, response)) page(request, response);
	});
	guardServer(server, config);
	try {
		live = await startLive(config, log, worker, () => boundPort(server));
	} catch (error) {
		giveUp(reasonOf(error, config));
	}
	live.onbroken = () => giveUp('The store has stopped working; the log says why.');
	stopOn(['SIGINT', 'SIGTERM'], server, live, underway, log);
	await listen(server, config);
	sayReady(config, boundPort(server));
}

/** The explicit command that brings a shared database up to date. */
export async function migrateCommand(): Promise<void> {
	const config = configOrExit();
	let taken: string[];
	try {
		const database = await openDatabase(config.store);
		taken = await migrate(database, Date.now());
		await database.close();
	} catch (error) {
		giveUp(reasonOf(error, config));
	}
	process.stdout.write(taken.length > 0 ? `Done: ${taken.join(', ')}.\n` : 'The database is up to date.\n');
}
