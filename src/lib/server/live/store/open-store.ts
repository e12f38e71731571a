import { join } from 'node:path';
import type { Database } from './database.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

/** Which database, and how. */
export type StoreChoice =
	| { readonly kind: 'sqlite'; readonly folder: string }
	| { readonly kind: 'postgres'; readonly address: string; readonly connections: number };

export const SQLITE_FILE = 'plumbline.sqlite';

/** Each database's code is loaded only when it is chosen. */
export async function openDatabase(choice: StoreChoice): Promise<Database> {
	if (choice.kind === 'sqlite') {
		const { SqliteDatabase } = await import('./sqlite-database.ts');
		return new SqliteDatabase(join(choice.folder, SQLITE_FILE));
	}
	const { PostgresDatabase } = await import('./postgres-database.ts');
	return new PostgresDatabase(choice.address, choice.connections);
}

/**
 * Opens the store. A file of one's own is brought up to date at once; a shared database only by the explicit command.
 *
 * @throws {StoreError} `not_migrated`, `migration_locked`
 */
export async function openStore(choice: StoreChoice): Promise<Store> {
	const database = await openDatabase(choice);
	try {
		if (choice.kind === 'sqlite') await migrate(database, Date.now());
		else await checkMigrated(database);
	} catch (error) {
		await database.close().catch(() => undefined);
		throw error;
	}
	return new SqlStore(database);
}
