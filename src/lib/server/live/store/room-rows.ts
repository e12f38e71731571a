import { MAX_ROLES, roomSpecSchema } from '../../../core/room/schema.ts';
import { decideShowing } from '../../../core/room/showing.ts';
import type { Counts, Held, QuestionState, Result, RoleTally } from '../../../core/room/types.ts';
import type { Queries, Row } from './database.ts';
import type { StoredQuestion, StoredRoom } from './store.ts';

const numberOrNull = (row: Row, name: string) => (row[name] === null ? null : Number(row[name]));
const textOrNull = (row: Row, name: string) => (row[name] === null ? null : String(row[name]));

export function questionOf(row: Row): StoredQuestion {
	const result = textOrNull(row, 'result');
	return {
		item: Number(row['item']),
		state: String(row['state']) as QuestionState,
		round: Number(row['round']),
		endsAt: numberOrNull(row, 'ends_at'),
		result: result === null ? null : (JSON.parse(result) as Result),
		held: textOrNull(row, 'held') as Held | null,
		agreed: numberOrNull(row, 'agreed'),
		note: String(row['note']),
		noteRev: Number(row['note_rev'])
	};
}

export function roomOf(row: Row, questions: readonly Row[]): StoredRoom {
	return {
		id: String(row['id']),
		hostHash: String(row['host_hash']),
		spec: roomSpecSchema.parse(JSON.parse(String(row['spec']))),
		state: row['state'] === 'ended' ? 'ended' : 'open',
		code: textOrNull(row, 'code'),
		current: numberOrNull(row, 'current'),
		rev: Number(row['rev']),
		phase: Number(row['phase']),
		created: Number(row['created']),
		expires: Number(row['expires']),
		questions: questions.map(questionOf)
	};
}

type MutableCounts = [number, number, number, number, number];

async function readTallies(queries: Queries, room: string, item: number): Promise<RoleTally[]> {
	const rows = await queries.all(
		`SELECT role, value, COUNT(*) AS answered, SUM(CASE WHEN (shown & (1 << value)) = 0 THEN 1 ELSE 0 END) AS fresh
		FROM answer WHERE room = $1 AND item = $2 AND value IS NOT NULL GROUP BY role, value`,
		room,
		item
	);
	const tallies = new Map<number, { role: number; counts: MutableCounts; fresh: MutableCounts }>();
	for (const row of rows) {
		const role = Math.min(Number(row['role']), MAX_ROLES - 1);
		const tally = tallies.get(role) ?? { role, counts: [0, 0, 0, 0, 0], fresh: [0, 0, 0, 0, 0] };
		tally.counts[Number(row['value']) as 0 | 1 | 2 | 3 | 4] = Number(row['answered']);
		tally.fresh[Number(row['value']) as 0 | 1 | 2 | 3 | 4] = Number(row['fresh']);
		tallies.set(role, tally);
	}
	return [...tallies.values()] satisfies { counts: Counts }[];
}

/** Counts a question whose answers have ended, and keeps what may be shown and who stands behind it. */
export async function makeResult(queries: Queries, room: string, item: number): Promise<void> {
	const showing = decideShowing(await readTallies(queries, room, item));
	if (!showing.show) {
		await queries.all(
			'UPDATE question SET held = $3 WHERE room = $1 AND item = $2',
			room,
			item,
			showing.held
		);
		return;
	}
	await queries.all(
		'UPDATE answer SET shown = shown | (1 << value) WHERE room = $1 AND item = $2 AND value IS NOT NULL',
		room,
		item
	);
	await queries.all(
		'UPDATE question SET held = NULL, result = $3 WHERE room = $1 AND item = $2',
		room,
		item,
		JSON.stringify(showing.result)
	);
}
