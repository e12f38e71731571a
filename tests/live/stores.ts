import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { RoomSpec } from '../../src/lib/core/room/schema.ts';
import { migrate } from '../../src/lib/server/live/store/migrate.ts';
import { openDatabase, type StoreChoice } from '../../src/lib/server/live/store/open-store.ts';
import type { NewRoom } from '../../src/lib/server/live/store/store.ts';
import { newDatabaseBeside } from '../helpers/postgres.ts';

export const KINDS = ['sqlite', 'postgres'] as const;
export type Kind = (typeof KINDS)[number];

export interface FreshStore {
	readonly choice: StoreChoice;
	remove(): void;
}

/** An empty place for rooms, up to date. */
export async function freshStore(kind: Kind): Promise<FreshStore> {
	if (kind === 'sqlite') {
		const folder = mkdtempSync(join(tmpdir(), 'plumbline-live-'));
		return {
			choice: { kind, folder },
			remove: () => rmSync(folder, { recursive: true, force: true })
		};
	}
	const choice = { kind, address: await newDatabaseBeside(inject('postgres')), connections: 4 } as const;
	const database = await openDatabase(choice);
	await migrate(database, Date.now());
	await database.close();
	return { choice, remove: () => undefined };
}

export const SPEC: RoomSpec = {
	questionnaire: { id: 'ai-privacy', version: '1.0.0' },
	items: [
		{ question: 'first-question', kind: 'graded' },
		{ question: 'second-question', kind: 'graded' },
		{ question: 'third-question', kind: 'yes-no' }
	],
	languages: ['en', 'zh-Hant', 'zh-Hans'],
	roles: [{ id: 'legal' }, { id: 'it' }],
	pace: 'host'
};

let rooms = 0;
export function newRoom(more: Partial<NewRoom> = {}): NewRoom {
	const number = String(++rooms).padStart(6, '0');
	return {
		id: `room-${process.pid}-${number}`,
		hostHash: `host ${number}`,
		spec: SPEC,
		code: `C${number.slice(1)}`,
		secretHash: `secret ${process.pid} ${number}`,
		created: 1_000,
		expires: 1_000_000_000,
		...more
	};
}
