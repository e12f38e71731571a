import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Database, Queries, Row, Value } from './database.ts';

/** Whole numbers are below 2^53 here: times, counts and sequence numbers. */
const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

/** Conflicts after which the same transaction may simply be tried again. Source: PostgreSQL, appendix A. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const TRIES = 6;

const names = new Map<string, string>();
/** The database prepares each text once a connection, under this name. */
function nameOf(text: string): string {
	let name = names.get(text);
	if (!name) names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 32)));
	return name;
}

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code;

/** PostgreSQL, or a distributed engine that speaks its protocol. */
export class PostgresDatabase implements Database {
	readonly lockShared = ' FOR SHARE';
	readonly lock = ' FOR UPDATE';
	readonly #pool: pg.Pool;

	constructor(address: string, connections: number) {
		this.#pool = new pg.Pool({
			connectionString: address,
			max: connections,
			connectionTimeoutMillis: 5_000,
			idleTimeoutMillis: 60_000,
			statement_timeout: 15_000,
			application_name: 'plumbline'
		});
		// A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
		this.#pool.on('error', () => undefined);
	}

	static #on(client: pg.Pool | pg.PoolClient): Queries {
		return {
			all: async (text, ...values) => (await client.query({ name: nameOf(text), text, values })).rows as Row[]
		};
	}

	all(text: string, ...values: Value[]): Promise<Row[]> {
		return PostgresDatabase.#on(this.#pool).all(text, ...values);
	}

	async transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt++) {
			const client = await this.#pool.connect();
			let broken: Error | undefined;
			try {
				await client.query('BEGIN');
				const result = await work(PostgresDatabase.#on(client));
				await client.query('COMMIT');
				return result;
			} catch (error) {
				await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
				if (broken || attempt === TRIES || !TRY_AGAIN.has(codeOf(error) ?? '')) throw error;
			} finally {
				client.release(broken);
			}
		}
	}

	async close(): Promise<void> {
		await this.#pool.end();
	}
}
