import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS } from '../../core/room/schema.ts';

/** 128 random bits in base64url, 22 characters. */
export const newSecret = (): string => randomBytes(16).toString('base64url');
/** 96 random bits: nobody meets a room by guessing its id, and its id alone opens nothing. */
export const newRoomId = (): string => randomBytes(12).toString('base64url');

export function newCode(): string {
	return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}

export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A participant's id follows from the token: joining again with it is the same participant. */
export const participantId = (tokenHash: string): string => tokenHash.slice(0, 16);

/** The secret of the QR code follows from the host's token: every host's screen knows it, and it is not stored. */
export const roomSecret = (hostToken: string): string =>
	createHash('sha256')
		.update(`plumbline/room-secret|${hostToken}`)
		.digest()
		.subarray(0, 16)
		.toString('base64url');

/** Compares two hashes in a time that does not depend on where they differ. */
export function sameHash(a: string, b: string): boolean {
	const [one, other] = [Buffer.from(a), Buffer.from(b)];
	return one.length === other.length && timingSafeEqual(one, other);
}
