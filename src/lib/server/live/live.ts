import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { joinAddresses } from './addresses.ts';
import { JoinBrake } from './brake.ts';
import { NoBus, PollingBus } from './bus.ts';
import type { Config } from './config.ts';
import { Access } from './http/access.ts';
import type { Context } from './http/context.ts';
import { createHandler } from './http/handler.ts';
import { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { startWorkerStore } from './store/worker-store.ts';

const SWEEP_MS = 10 * 60_000;

export interface Live {
	/** @returns whether the request was one for rooms or health */
	readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
	/** Called when the store has died; nothing more can be stored. */
	onbroken: ((error: Error) => void) | null;
	/** Streams open now. */
	readonly streams: number;
	/** Ends every stream and takes no more requests. What is being answered goes on. */
	quiet(): Promise<void>;
	/** Stores what is left, and closes. */
	stop(): Promise<void>;
}

/**
 * Opens the store and answers requests for rooms.
 *
 * @param worker - script of the store's thread
 * @param port - where the server listens, once it does
 * @throws {StoreError} when the store cannot be opened
 */
export async function startLive(config: Config, log: Log, worker: URL, port: () => number): Promise<Live> {
	const store = await startWorkerStore(worker, config.store);
	const hub = new Hub(
		store,
		config.store.kind === 'postgres' ? new PollingBus(store, log) : new NoBus(),
		log
	);
	const context: Context = {
		config,
		store,
		hub,
		access: new Access(store),
		brake: new JoinBrake(),
		log,
		addresses: () => joinAddresses(config.publicAddress, config.host, port()),
		ready: true
	};
	const sweep = async () => {
		try {
			const erased = await store.eraseExpired(Date.now());
			if (erased === 0) return;
			log.info('rooms_expired', { rooms: erased });
			hub.checkAll();
		} catch (error) {
			log.warn('sweep_failed', { cause: (error as Error).message });
		}
	};
	void sweep();
	const sweeping = setInterval(() => void sweep(), SWEEP_MS);
	sweeping.unref();

	const live: Live = {
		handle: createHandler(context),
		onbroken: null,
		get streams() {
			return hub.streams;
		},
		async quiet() {
			context.ready = false;
			clearInterval(sweeping);
			await hub.stop();
		},
		async stop() {
			if (context.ready) await live.quiet();
			await store.close();
		}
	};
	store.onbroken = (error) => {
		context.ready = false;
		log.error('store_broken', { cause: String(error.cause ?? error.message) });
		live.onbroken?.(error);
	};
	return live;
}

/** What protects a server from slow and idle clients, and lets thousands of streams stand. */
export function guardServer(server: Server, config: Config): void {
	server.headersTimeout = 10_000;
	server.requestTimeout = 30_000;
	// Longer than the proxy's own (nginx keeps idle ones for 60 s), so that the proxy is the one who closes.
	server.keepAliveTimeout = 65_000;
	server.maxConnections = config.maxStreams + 4_000;
}

export const boundPort = (server: Server): number => (server.address() as AddressInfo | null)?.port ?? 0;
