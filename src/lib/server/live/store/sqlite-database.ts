import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Queries, Row, Value } from './database.ts';

/** A file that survives a power cut: what was acknowledged is on disk (WAL, `synchronous=FULL`). */
export class SqliteDatabase implements Database {
	readonly lockShared = '';
	readonly lock = '';
	readonly #file: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();
	/** Transactions take turns: there is one connection. */
	#turn: Promise<unknown> = Promise.resolve();

	/** @throws {Error} when the folder cannot be written */
	constructor(path: string) {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		this.#file = new DatabaseSync(path);
		this.#file.exec(
			'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;'
		);
	}

	#run(text: string, values: readonly Value[]): Row[] {
		let statement = this.#statements.get(text);
		if (!statement) {
			statement = this.#file.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
			this.#statements.set(text, statement);
		}
		return statement.all(...values) as Row[];
	}

	readonly #queries: Queries = {
		all: (text, ...values) => {
			try {
				return Promise.resolve(this.#run(text, values));
			} catch (error) {
				return Promise.reject(error as Error);
			}
		}
	};

	all(text: string, ...values: Value[]): Promise<Row[]> {
		const answer = this.#turn.then(() => this.#run(text, values));
		this.#turn = answer.catch(() => undefined);
		return answer;
	}

	transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
		const answer = this.#turn.then(async () => {
			this.#run('BEGIN IMMEDIATE', []);
			try {
				const result = await work(this.#queries);
				this.#run('COMMIT', []);
				return result;
			} catch (error) {
				this.#run('ROLLBACK', []);
				throw error;
			}
		});
		this.#turn = answer.catch(() => undefined);
		return answer;
	}

	async close(): Promise<void> {
		await this.#turn;
		this.#file.close();
	}
}
