import type { Database, Queries } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import { StoreError } from './store.ts';

/** A migration that has not ended after this long has died. */
const LOCK_MS = 10 * 60_000;

async function done(queries: Queries): Promise<Set<string>> {
	const rows = await queries.all('SELECT id FROM migration WHERE done IS NOT NULL');
	return new Set(rows.map(({ id }) => String(id)));
}

const LOCK_ROW = 'lock';

/** A row, not an advisory lock: those do nothing on some engines. */
async function takeLock(database: Database, now: number): Promise<void> {
	await database.all(
		'CREATE TABLE IF NOT EXISTS migration (id text PRIMARY KEY, done bigint, locked bigint)'
	);
	const taken = await database.all(
		`INSERT INTO migration (id, done, locked) VALUES ($1, NULL, $2)
		ON CONFLICT (id) DO UPDATE SET locked = excluded.locked
		WHERE migration.locked IS NULL OR migration.locked < excluded.locked - ${LOCK_MS}
		RETURNING id`,
		LOCK_ROW,
		now
	);
	if (taken.length === 0)
		throw new StoreError(
			'migration_locked',
			'Another process is changing the database. Wait until it has ended (after ten minutes its lock no longer counts), then try again.'
		);
}

/**
 * Brings the database up to date; each step happens as a whole or not at all.
 *
 * @returns the steps that were taken
 * @throws {StoreError} `migration_locked` while another process does the same
 */
export async function migrate(database: Database, now: number): Promise<string[]> {
	await takeLock(database, now);
	const taken: string[] = [];
	try {
		const before = await done(database);
		for (const { id, statements } of MIGRATIONS) {
			if (before.has(id)) continue;
			try {
				await database.transaction(async (queries) => {
					for (const statement of statements) await queries.all(statement);
					await queries.all('INSERT INTO migration (id, done, locked) VALUES ($1, $2, NULL)', id, now);
				});
			} catch (error) {
				throw new Error(
					`Migration ${id} failed and nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
					{ cause: error }
				);
			}
			taken.push(id);
		}
	} finally {
		await database.all('UPDATE migration SET locked = NULL WHERE id = $1', LOCK_ROW);
	}
	return taken;
}

/** @throws {StoreError} `not_migrated` when the database lacks a step, or has one that this version does not know */
export async function checkMigrated(database: Database): Promise<void> {
	// Tells a database that does not answer from one that has no tables yet.
	await database.all('SELECT 1 AS alive');
	const have = await done(database).catch(() => new Set<string>());
	const missing = MIGRATIONS.filter(({ id }) => !have.has(id)).map(({ id }) => id);
	if (missing.length > 0)
		throw new StoreError(
			'not_migrated',
			`The database lacks ${missing.join(', ')}. Run "npm run migrate" once with the same DATABASE_URL, then start again.`
		);
	const known = new Set(MIGRATIONS.map(({ id }) => id));
	const later = [...have].filter((id) => !known.has(id));
	if (later.length > 0)
		throw new StoreError(
			'not_migrated',
			`The database was changed by a newer version of Plumbline (${later.join(', ')}). Start that version.`
		);
}
