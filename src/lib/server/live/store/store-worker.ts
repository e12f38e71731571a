// The store's own thread: waiting for the disk there keeps nobody waiting here.
import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type StoreChoice } from './open-store.ts';
import { StoreError } from './store.ts';
import type { Call, Reply } from './worker-store.ts';

const port = parentPort!;
const send = (reply: Reply) => port.postMessage(reply);

const failure = (id: number, error: unknown): Reply => ({
	id,
	ok: false,
	code: error instanceof StoreError ? error.code : 'unavailable',
	message: error instanceof Error ? error.message : String(error)
});

try {
	const store = await openStore(workerData as StoreChoice);
	port.on('message', ({ id, method, values }: Call) => {
		const run = store[method] as (...values: never[]) => Promise<unknown>;
		run.apply(store, values as never[]).then(
			(value) => send({ id, ok: true, value }),
			(error: unknown) => send(failure(id, error))
		);
	});
	send({ id: 0, ok: true, value: undefined });
} catch (error) {
	send(failure(0, error));
}
