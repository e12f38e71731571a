import type { TestProject } from 'vitest/node';
import '../../scripts/build-live.ts';
import { startPostgres } from '../helpers/postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Of an empty database of a real PostgreSQL; each test makes its own beside it. */
		postgres: string;
	}
}

export default async function setup(project: TestProject) {
	const postgres = await startPostgres();
	project.provide('postgres', await postgres.newDatabase());
	return () => postgres.stop();
}
