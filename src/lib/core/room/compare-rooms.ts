import { readResult, type ResultReading } from './reading.ts';
import type { RoomFile } from './schema.ts';

export interface ComparedQuestion {
	readonly question: string;
	/** `null`: this room has no result. */
	readonly before: ResultReading | null;
	readonly after: ResultReading | null;
	/** In grades; `null` where one of the two medians is missing. */
	readonly change: number | null;
}

export interface RoomComparison {
	readonly questions: readonly ComparedQuestion[];
	/** How many questions only one of the rooms has. */
	readonly onlyBefore: number;
	readonly onlyAfter: number;
}

/** Compares two rooms question by question, in the order of the first; both hold totals only. */
export function compareRooms(before: RoomFile, after: RoomFile): RoomComparison {
	const later = new Map(after.questions.map((entry) => [entry.question, entry]));
	const both = before.questions.filter(({ question }) => later.has(question));
	return {
		questions: both.map(({ question, result }) => {
			const [first, second] = [result, later.get(question)?.result ?? null].map(
				(one) => one && readResult(one)
			);
			const [a, b] = [first?.median ?? null, second?.median ?? null];
			return {
				question,
				before: first ?? null,
				after: second ?? null,
				change: a === null || b === null ? null : b - a
			};
		}),
		onlyBefore: before.questions.length - both.length,
		onlyAfter: after.questions.length - both.length
	};
}
