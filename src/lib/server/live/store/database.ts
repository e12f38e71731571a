export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** What statements run on. */
export interface Queries {
	/** @param text - PostgreSQL syntax with `$1`, understood by SQLite too */
	all(text: string, ...values: Value[]): Promise<Row[]>;
}

/** One of two databases that understand the same text. */
export interface Database extends Queries {
	/**
	 * Runs `work` in a transaction that is on disk when the promise resolves. `work` may run again when the
	 * database gives up on a conflict, so it does nothing but queries.
	 */
	transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
	/** Added to a `SELECT` so that nobody changes its rows until the transaction ends. Empty where there is one writer. */
	readonly lockShared: string;
	/** The same against other readers that lock. */
	readonly lock: string;
	close(): Promise<void>;
}
