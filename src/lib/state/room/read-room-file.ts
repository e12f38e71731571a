import * as z from 'zod/mini';
import { pathText } from '../../core/issues.ts';
import { roomFileSchema, type RoomFile } from '../../core/room/schema.ts';
import { fromZod } from '../../core/zod-issues.ts';

// Brings the schemas along: load this module on use.

/** Largest room file that is read, bytes: 100 questions with full notes stay below. */
const MAX_BYTES = 2_000_000;

export type RoomFileReading =
	| { readonly ok: true; readonly file: RoomFile }
	| { readonly ok: false; readonly code: 'tooBig' | 'notJson' }
	/** `place`: where the first mistake is and what it is. */
	| { readonly ok: false; readonly code: 'place'; readonly place: string };

/** Reads a file that somebody chose; nothing of it is stored or sent. */
export async function readRoomFile(file: Pick<Blob, 'size' | 'text'>): Promise<RoomFileReading> {
	if (file.size > MAX_BYTES) return { ok: false, code: 'tooBig' };
	let data: unknown;
	try {
		data = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
	} catch {
		return { ok: false, code: 'notJson' };
	}
	const parsed = z.safeParse(roomFileSchema, data);
	if (parsed.success) return { ok: true, file: parsed.data };
	const [first] = fromZod(parsed.error.issues, data);
	return {
		ok: false,
		code: 'place',
		place: `${pathText(first?.path ?? []) || 'file'}: ${first?.code ?? ''}`
	};
}
