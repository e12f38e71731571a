import * as z from 'zod/mini';
import { DOSSIER_FIELDS, type DossierField } from '../dossier/dossier-fields.ts';
import { SYSTEM_STATUSES } from './types.ts';

z.config({ jitless: true });

/** Longest note or other free text, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;
/** Longest single-line field. */
export const MAX_LINE_LENGTH = 500;
export const MAX_EVIDENCE = 20;
export const MAX_ANSWERS = 2_500;

const id = z.string().check(z.minLength(1), z.maxLength(100), z.regex(/^[A-Za-z0-9._-]+$/));
const key = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
const line = z.string().check(z.maxLength(MAX_LINE_LENGTH));
const text = z.string().check(z.maxLength(MAX_TEXT_LENGTH));
/** A day of the calendar; 29 February counts in every year. */
const DAY = String.raw`\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))`;
/** ISO date, or empty while a form is being filled in. */
const day = z.string().check(z.regex(new RegExp(`^(${DAY})?$`)));
const time = z
	.string()
	.check(z.regex(new RegExp(String.raw`^${DAY}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$`)));
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

const evidenceSchema = z.strictObject({
	what: line,
	version: z.optional(line),
	where: z.optional(line),
	keeper: z.optional(line),
	expires: z.optional(day)
});

const answerSchema = z.strictObject({
	grade: z.optional(level),
	unknown: z.optional(z.literal(true)),
	notApplicable: z.optional(z.strictObject({ reason: text, approver: line })),
	elements: z.optional(z.array(key).check(z.maxLength(20))),
	done: z.optional(z.boolean()),
	note: z.optional(text),
	basis: z.optional(
		z.strictObject({
			kind: z.enum(['asserted', 'seen', 'tested']),
			by: z.optional(line),
			asAt: z.optional(day)
		})
	),
	evidence: z.optional(z.array(evidenceSchema).check(z.maxLength(MAX_EVIDENCE))),
	flagged: z.optional(z.literal(true)),
	inherited: z.optional(z.strictObject({ assessment: id, updated: time })),
	updated: z.optional(time),
	author: z.optional(line)
});

const actionSchema = z.strictObject({
	text: z.optional(text),
	owner: z.optional(line),
	due: z.optional(day),
	status: z.optional(z.enum(['open', 'doing', 'done', 'accepted'])),
	note: z.optional(text),
	acceptedBy: z.optional(line),
	why: z.optional(text),
	until: z.optional(day),
	updated: z.optional(time)
});

const detailsSchema = z.strictObject({
	title: z.optional(line),
	unit: z.optional(z.enum(['system', 'organisation', 'both'])),
	organisation: z.optional(line),
	system: z.optional(line),
	period: z.optional(line),
	asAt: z.optional(day),
	assessor: z.optional(line),
	reviewer: z.optional(line),
	confidentiality: z.optional(line),
	systemsCovered: z.optional(line),
	owner: z.optional(line),
	supplier: z.optional(line),
	purpose: z.optional(line),
	personalData: z.optional(line),
	systemStatus: z.optional(z.enum(['', ...SYSTEM_STATUSES]))
});

const dossierThemeSchema = z.strictObject(
	Object.fromEntries(DOSSIER_FIELDS.map((field) => [field, z.optional(text)])) as Record<
		DossierField,
		z.ZodMiniOptional<typeof text>
	>
);

/** The file format `plumbline-assessment`, version 1. Documented in docs/assessment-format.md. */
export const assessmentSchema = z.strictObject({
	format: z.literal('plumbline-assessment'),
	formatVersion: z.literal(1),
	id,
	created: time,
	updated: time,
	questionnaire: z.strictObject({ id: key, version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)) }),
	scoringVersion: z.string().check(z.maxLength(20)),
	selection: key,
	archived: z.optional(z.boolean()),
	details: detailsSchema,
	scope: z.record(key, z.union([z.literal('unsure'), z.array(key).check(z.maxLength(12))])),
	scopeReasons: z.optional(z.record(key, z.strictObject({ by: line, reason: text }))),
	targets: z.optional(z.record(key, level)),
	answers: z.record(key, answerSchema),
	actions: z.record(key, actionSchema),
	dossier: z.optional(z.record(key, dossierThemeSchema))
});
