import * as z from 'zod/mini';
import type { Choice, Counts, Result } from './types.ts';

z.config({ jitless: true });

export const MAX_ITEMS = 100;
export const MAX_ROLES = 8;
/** Longest title of a room, and longest name of a role, in UTF-16 units. */
export const MAX_TITLE_LENGTH = 120;
export const MAX_ROLE_LENGTH = 40;
/** Longest note of the host on one question. */
export const MAX_NOTE_LENGTH = 2_000;
/** Letters of join codes: those that are not mistaken for another one (no I, L, O, 0, 1). */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

const key = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
const whole = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));
// Line breaks and other control characters have no place in a line of text.
const line = (max: number) => z.string().check(z.regex(/^[^\p{Cc}]*$/u), z.maxLength(max));
/** 128 random bits in base64url. */
export const secretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
export const roomIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{16}$/));
const language = z.enum(['en', 'zh-Hant', 'zh-Hans']);
const count = whole(0, 1_000_000);
const counts = z.pipe(
	z.array(count).check(z.length(5)),
	z.transform((list) => list as unknown as Counts)
);

export const choiceSchema: z.ZodMiniType<Choice, Choice> = z.union([
	z.literal(0),
	z.literal(1),
	z.literal(2),
	z.literal(3),
	z.literal('unknown')
]);

const itemSchema = z.strictObject({ question: key, kind: z.enum(['graded', 'checklist', 'yes-no']) });
const roleSchema = z.strictObject({ id: key, name: z.optional(line(MAX_ROLE_LENGTH)) });

/** What a room asks; fixed when it is opened. */
export const roomSpecSchema = z.strictObject({
	questionnaire: z.strictObject({ id: key, version: z.string().check(z.regex(/^[\w.+-]{1,40}$/)) }),
	/** The selection that was taken; absent for questions picked by hand. */
	selection: z.optional(key),
	/** One of the prepared cases. */
	case: z.optional(key),
	title: z.optional(line(MAX_TITLE_LENGTH)),
	items: z.array(itemSchema).check(z.minLength(1), z.maxLength(MAX_ITEMS)),
	languages: z.array(language).check(z.minLength(1), z.maxLength(3)),
	/** Empty: no role is asked for. */
	roles: z.array(roleSchema).check(z.maxLength(MAX_ROLES)),
	pace: z.enum(['host', 'own']),
	/** How results are shown; absent: by hand, and by role where that is allowed. */
	shown: z.optional(
		z.strictObject({
			/** `on-close`: the host's page reveals a question with the step that closes it. */
			reveal: z.enum(['by-hand', 'on-close']),
			/** Whether results by role are drawn in the hall and on phones; the host sees them anyway. */
			roles: z.boolean()
		})
	)
});
export type RoomSpec = z.output<typeof roomSpecSchema>;

export const stateSchema = z.enum(['waiting', 'open', 'closed', 'revealed']);
const resultSchema: z.ZodMiniType<Result, unknown> = z.strictObject({
	counts,
	roles: z.array(z.strictObject({ role: whole(0, MAX_ROLES - 1), counts })).check(z.maxLength(MAX_ROLES))
});

// What is sent to the server.

/** As people type it: any case, spaces or hyphens between the letters. */
const codeSchema = z.pipe(
	z.string().check(z.maxLength(20)),
	z.transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
);
/** Either the short code, or the longer secret of the QR code. */
export const findBodySchema = z.union([
	z.strictObject({ code: codeSchema }),
	z.strictObject({ secret: secretSchema })
]);
const joining = { token: secretSchema, role: z.optional(z.nullable(whole(0, MAX_ROLES - 1))) };
export const joinBodySchema = z.union([
	z.strictObject({ code: codeSchema, ...joining }),
	z.strictObject({ secret: secretSchema, ...joining })
]);
export const answerBodySchema = z.strictObject({
	item: whole(0, MAX_ITEMS - 1),
	value: choiceSchema,
	/** Grows with every answer of a participant; a smaller one never replaces a larger one. */
	seq: whole(1, Number.MAX_SAFE_INTEGER),
	/** Of the question, as seen when it was answered: what was given before a reset does not count after it. */
	round: whole(1, 1_000_000)
});
export type AnswerBody = z.output<typeof answerBodySchema>;
export const questionBodySchema = z.strictObject({
	action: z.enum(['open', 'close', 'reveal', 'reset']),
	/** With `open`: shown as a countdown. The question closes when the host closes it. */
	seconds: z.optional(whole(5, 3_600))
});
export const noteBodySchema = z.strictObject({
	/** Grade that the room agreed on; `null` takes it back. */
	agreed: z.optional(z.nullable(choiceSchema)),
	// Any text but U+0000, which PostgreSQL cannot keep.
	note: z.optional(z.string().check(z.maxLength(MAX_NOTE_LENGTH), z.regex(/^[^\0]*$/)))
});
export const roomBodySchema = z.strictObject({
	joining: z.optional(z.boolean()),
	/** The item on everybody's screen; `null`: the lobby. */
	current: z.optional(z.nullable(whole(0, MAX_ITEMS - 1))),
	ended: z.optional(z.literal(true))
});

// What the server sends.

const question = {
	item: whole(0, MAX_ITEMS - 1),
	state: stateSchema,
	round: whole(1, 1_000_000),
	/** When the countdown ends, by the server's clock (`now`). */
	endsAt: z.nullable(z.number())
};
/** What the host's screens show: at most four a second. */
export const hostSnapshotSchema = z.object({
	room: roomIdSchema,
	rev: count,
	/** The server's clock, ms since 1970. */
	now: z.number(),
	state: z.enum(['open', 'ended']),
	joining: z.boolean(),
	current: z.nullable(count),
	joined: count,
	expires: z.number(),
	questions: z.array(
		z.object({
			...question,
			/** How many answered; all that there is to see while a question is open. */
			answered: count,
			result: z.nullable(resultSchema),
			held: z.nullable(z.enum(['too_few', 'too_few_new'])),
			agreed: z.nullable(choiceSchema),
			/** Changes when the note changes; ask for the room to read it. */
			noteRev: count
		})
	)
});
export type HostSnapshot = z.output<typeof hostSnapshotSchema>;

/** What participants' screens show: at most one a second. */
export const participantSnapshotSchema = z.object({
	room: roomIdSchema,
	phase: count,
	now: z.number(),
	state: z.enum(['open', 'ended']),
	current: z.nullable(count),
	questions: z.array(z.object({ ...question, result: z.nullable(resultSchema) }))
});
export type ParticipantSnapshot = z.output<typeof participantSnapshotSchema>;

export const createdSchema = z.object({ room: roomIdSchema, host: secretSchema });
/** How to join: for the host's screens. */
const entrySchema = z.object({
	/** `null` while joining is closed. */
	code: z.nullable(z.string()),
	secret: secretSchema,
	/** Where this server can be reached, for instance `http://192.168.1.20:3000`. */
	addresses: z.array(z.string())
});
export const hostRoomSchema = z.object({
	spec: roomSpecSchema,
	entry: entrySchema,
	notes: z.array(z.object({ item: count, note: z.string() })),
	snapshot: hostSnapshotSchema
});
export type HostRoom = z.output<typeof hostRoomSchema>;
export const foundSchema = z.object({ room: roomIdSchema, spec: roomSpecSchema });
export const joinedSchema = z.object({ room: roomIdSchema, spec: roomSpecSchema });
export const participantRoomSchema = z.object({
	spec: roomSpecSchema,
	role: z.nullable(count),
	snapshot: participantSnapshotSchema,
	/** The participant's own answers, for a page that was loaded again. */
	answers: z.array(z.object({ item: count, value: choiceSchema, seq: whole(0, Number.MAX_SAFE_INTEGER) }))
});
export const errorSchema = z.object({
	error: z.object({ code: z.string(), message: z.string(), errorId: z.optional(z.string()) })
});

/** A finished or running room as a file: totals only. */
export const roomFileSchema = z.strictObject({
	format: z.literal('plumbline-room'),
	formatVersion: z.literal(1),
	/** ISO time in UTC. */
	saved: z.string(),
	opened: z.string(),
	spec: roomSpecSchema,
	joined: count,
	questions: z
		.array(
			z.strictObject({
				question: key,
				state: stateSchema,
				result: z.nullable(resultSchema),
				held: z.nullable(z.enum(['too_few', 'too_few_new'])),
				agreed: z.nullable(choiceSchema),
				note: z.string().check(z.maxLength(MAX_NOTE_LENGTH))
			})
		)
		.check(z.maxLength(MAX_ITEMS))
});
export type RoomFile = z.output<typeof roomFileSchema>;
