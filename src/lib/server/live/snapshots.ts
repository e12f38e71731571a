import { choiceAt } from '../../core/room/counts.ts';
import type { HostSnapshot, ParticipantSnapshot, RoomFile } from '../../core/room/schema.ts';
import type { StoredQuestion, StoredRoom } from './store/store.ts';

export interface RoomCounts {
	readonly answered: readonly number[];
	readonly joined: number;
}

/** While a question is open or waiting, nobody sees a result, not even an earlier one. */
const hostResult = ({ state, result }: StoredQuestion) =>
	state === 'closed' || state === 'revealed' ? result : null;

const hostHeld = ({ state, held }: StoredQuestion) =>
	state === 'closed' || state === 'revealed' ? held : null;

export function hostSnapshot(room: StoredRoom, counts: RoomCounts, now: number): HostSnapshot {
	return {
		room: room.id,
		rev: room.rev,
		now,
		state: room.state,
		joining: room.code !== null,
		current: room.current,
		joined: counts.joined,
		expires: room.expires,
		questions: room.questions.map((question) => ({
			item: question.item,
			state: question.state,
			round: question.round,
			endsAt: question.endsAt,
			answered: counts.answered[question.item] ?? 0,
			result: hostResult(question),
			held: hostHeld(question),
			agreed: question.agreed === null ? null : choiceAt(question.agreed),
			noteRev: question.noteRev
		}))
	};
}

export function participantSnapshot(room: StoredRoom, now: number): ParticipantSnapshot {
	return {
		room: room.id,
		phase: room.phase,
		now,
		state: room.state,
		current: room.current,
		questions: room.questions.map(({ item, state, round, endsAt, result }) => ({
			item,
			state,
			round,
			endsAt,
			result: state === 'revealed' ? result : null
		}))
	};
}

/** Totals only; what the host may see, and nothing else. */
export function roomFile(room: StoredRoom, joined: number, now: number): RoomFile {
	return {
		format: 'plumbline-room',
		formatVersion: 1,
		saved: new Date(now).toISOString(),
		opened: new Date(room.created).toISOString(),
		spec: room.spec,
		joined,
		questions: room.questions.map((question) => ({
			question: room.spec.items[question.item]?.question ?? '',
			state: question.state,
			result: hostResult(question),
			held: hostHeld(question),
			agreed: question.agreed === null ? null : choiceAt(question.agreed),
			note: question.note
		}))
	};
}
