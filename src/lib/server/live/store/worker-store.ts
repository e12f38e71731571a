import { Worker } from 'node:worker_threads';
import { GroupCommit } from './group-commit.ts';
import type { StoreChoice } from './open-store.ts';
import { StoreError, type Store, type StoreErrorCode } from './store.ts';

export interface Call {
	readonly id: number;
	readonly method: keyof Store;
	readonly values: readonly unknown[];
}

export type Reply =
	| { readonly id: number; readonly ok: true; readonly value: unknown }
	| { readonly id: number; readonly ok: false; readonly code: StoreErrorCode; readonly message: string };

interface Waiting {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
}

const METHODS = [
	'createRoom',
	'findRoom',
	'findByEntry',
	'countRooms',
	'join',
	'findParticipant',
	'putAnswers',
	'answersOf',
	'count',
	'changeQuestion',
	'changeNote',
	'changeRoom',
	'raise',
	'revisions',
	'eraseRoom',
	'eraseExpired',
	'ping',
	'close'
] as const satisfies readonly (keyof Store)[];

/** A store whose work is done by a worker thread; answers are committed in groups. */
export interface WorkerStore extends Store {
	readonly answers: GroupCommit;
	/** Called when the thread has died, after which every call fails. */
	onbroken: ((error: Error) => void) | null;
}

/**
 * Starts the store's thread.
 *
 * @param script - `store-worker.ts`, or what the build made of it
 * @throws {StoreError} when the store cannot be opened
 */
export async function startWorkerStore(script: URL, choice: StoreChoice): Promise<WorkerStore> {
	const worker = new Worker(script, {
		workerData: choice,
		// Only for `vite dev` and tests on Node before 22.18; the build's worker is JavaScript.
		execArgv: script.pathname.endsWith('.ts')
			? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
			: ['--disable-warning=ExperimentalWarning']
	});
	const waiting = new Map<number, Waiting>();
	let last = 0;
	let broken: Error | null = null;
	let closing = false;

	const call = (method: keyof Store, values: readonly unknown[]) =>
		new Promise<unknown>((resolve, reject) => {
			if (broken) return reject(broken);
			const id = ++last;
			waiting.set(id, { resolve, reject });
			worker.postMessage({ id, method, values } satisfies Call);
		});
	const store = Object.fromEntries(
		METHODS.map((method) => [method, (...values: unknown[]) => call(method, values)])
	) as unknown as WorkerStore;

	const breakDown = (error: unknown) => {
		if (closing) return;
		broken ??= new StoreError('unavailable', 'The store has stopped.', { cause: error });
		for (const { reject } of waiting.values()) reject(broken);
		waiting.clear();
		store.onbroken?.(broken);
	};
	const opened = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
	worker.on('message', (reply: Reply) => {
		const one = waiting.get(reply.id);
		waiting.delete(reply.id);
		if (reply.ok) one?.resolve(reply.value);
		else one?.reject(new StoreError(reply.code, reply.message));
	});
	worker.on('error', breakDown);
	worker.on('exit', (code) => breakDown(new Error(`The store's thread ended with ${code}.`)));

	const answers = new GroupCommit((batch) => store.putAnswers(batch));
	const close = async () => {
		await answers.settled();
		await call('close', []);
		closing = true;
		await worker.terminate();
	};
	Object.assign(store, { answers, close, onbroken: null });
	try {
		await opened;
	} catch (error) {
		closing = true;
		await worker.terminate();
		throw error;
	}
	return store;
}
