import type { Queries, Row, Value } from './database.ts';
import type { AnswerOutcome, NewAnswer } from './store.ts';

/** Rows in one statement. Powers of two, so that few texts are prepared; 256 × 7 values stay below every limit. */
const MOST_ROWS = 256;

/** `($1, $2), ($3, $4)` for rows of so many values. */
function places(rows: number, width: number, cast: readonly string[] = []): string {
	return Array.from({ length: rows }, (_, row) => {
		const one = Array.from({ length: width }, (_, index) => {
			const place = `$${row * width + index + 1}`;
			return cast[index] ? `CAST(${place} AS ${cast[index]})` : place;
		});
		return `(${one.join(', ')})`;
	}).join(', ');
}

const texts = new Map<string, string>();
function textOf(kind: string, rows: number, make: (rows: number) => string): string {
	const key = `${kind} ${rows}`;
	let text = texts.get(key);
	if (!text) texts.set(key, (text = make(rows)));
	return text;
}

/** Cuts a list into pieces whose lengths are powers of two. */
function* pieces<T>(list: readonly T[]): Generator<readonly T[]> {
	let from = 0;
	while (from < list.length) {
		const size = Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(list.length - from)));
		yield list.slice(from, from + size);
		from += size;
	}
}

const upsert = (rows: number) =>
	`INSERT INTO answer (room, item, participant, role, value, seq, shown) VALUES ${places(rows, 7)}
	ON CONFLICT (room, item, participant) DO UPDATE SET value = excluded.value, seq = excluded.seq
	WHERE answer.seq < excluded.seq`;

const states = (lockShared: string) => (rows: number) =>
	`SELECT room, item, state, round FROM question
	WHERE (room, item) IN (VALUES ${places(rows, 2, ['text', 'integer'])})${lockShared}`;

const questionKey = (row: { room: Value; item: Value }) => `${row.item} ${row.room}`;
const answerKey = (answer: NewAnswer) => `${answer.room} ${answer.item} ${answer.participant}`;

async function readStates(
	queries: Queries,
	answers: readonly NewAnswer[],
	lockShared: string
): Promise<Map<string, Row>> {
	const asked = new Map(answers.map((answer) => [questionKey(answer), answer]));
	const found = new Map<string, Row>();
	// In one order everywhere, so that two processes never wait for each other.
	const sorted = [...asked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer);
	for (const piece of pieces(sorted)) {
		const values = piece.flatMap(({ room, item }) => [room, item]);
		for (const row of await queries.all(
			textOf(`states${lockShared}`, piece.length, states(lockShared)),
			...values
		))
			found.set(questionKey(row as { room: Value; item: Value }), row);
	}
	return found;
}

function outcomeOf(answer: NewAnswer, question: Row | undefined): AnswerOutcome {
	if (!question) return 'gone';
	if (question['round'] !== answer.round) return 'reset';
	return question['state'] === 'open' ? 'stored' : 'closed';
}

/**
 * Writes a batch inside a transaction. The questions' rows stay locked against a change of state until it ends, so
 * that no answer arrives behind a result.
 */
export async function writeAnswers(
	queries: Queries,
	answers: readonly NewAnswer[],
	lockShared: string
): Promise<AnswerOutcome[]> {
	const found = await readStates(queries, answers, lockShared);
	const outcomes = answers.map((answer) => outcomeOf(answer, found.get(questionKey(answer))));
	// One row a statement and key: the latest of a participant's answers to a question.
	const newest = new Map<string, NewAnswer>();
	answers.forEach((answer, index) => {
		if (outcomes[index] !== 'stored') return;
		const before = newest.get(answerKey(answer));
		if (!before || before.seq < answer.seq) newest.set(answerKey(answer), answer);
	});
	const sorted = [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer);
	for (const piece of pieces(sorted)) {
		const values = piece.flatMap((answer) => [
			answer.room,
			answer.item,
			answer.participant,
			answer.role,
			answer.value,
			answer.seq,
			0
		]);
		await queries.all(textOf('upsert', piece.length, upsert), ...values);
	}
	return outcomes;
}
