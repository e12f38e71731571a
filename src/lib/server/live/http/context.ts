import type { JoinBrake } from '../brake.ts';
import type { Config } from '../config.ts';
import type { Hub } from '../hub.ts';
import type { Log } from '../log.ts';
import type { WorkerStore } from '../store/worker-store.ts';
import type { Access } from './access.ts';

/** What every route works with. */
export interface Context {
	readonly config: Config;
	readonly store: WorkerStore;
	readonly hub: Hub;
	readonly access: Access;
	readonly brake: JoinBrake;
	readonly log: Log;
	/** Where this server can be reached, for the host's screens. */
	addresses(): string[];
	/** False once the server has begun to stop. */
	ready: boolean;
}
