import * as z from 'zod/mini';
import { ID_PATTERN, textSchema } from './schema.ts';

z.config({ jitless: true });

/** Lengths of a workshop in minutes, one script for each. */
export const SCRIPT_MINUTES = [60, 120] as const;
/** A case answers part of the questionnaire beforehand and leaves the rest to the room. */
export const PREFILLED = { min: 25, max: 40 } as const;

const id = z.string().check(z.regex(ID_PATTERN), z.maxLength(60));
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const list = <T extends z.core.$ZodType>(item: T, min: number, max: number) =>
	z.array(item).check(z.minLength(min), z.maxLength(max));
const questionIds = (min: number) => list(id, min, 12);

/** One answer that the case gives beforehand: a grade, *don't know*, *not applicable* or a checklist's elements. */
const answerSchema = z.strictObject({
	grade: z.optional(level),
	unknown: z.optional(z.literal(true)),
	notApplicable: z.optional(z.strictObject({ reason: textSchema, approver: textSchema })),
	/** Checklist: the elements present, possibly none; the checklist counts as done. */
	elements: z.optional(list(id, 0, 20)),
	/** Why, from the story. */
	note: textSchema
});

const stepSchema = z.strictObject({
	title: textSchema,
	minutes: z.int().check(z.minimum(1), z.maximum(120)),
	/** What the facilitator does. */
	do: textSchema,
	/** What the facilitator says, in words that can be read out. */
	say: textSchema,
	/** Questions that the room answers in this step, open in the case. */
	live: z.optional(questionIds(1))
});

/** A fictional case for workshops: `questionnaires/<questionnaire>/cases/<id>.yaml`. */
export const caseFileSchema = z.strictObject({
	id,
	title: textSchema,
	teaser: textSchema,
	/** The fictional organisation and its system, as an assessment names them. */
	organisation: textSchema,
	system: textSchema,
	/** Paragraphs. */
	story: list(textSchema, 4, 6),
	facts: list(z.strictObject({ label: textSchema, text: textSchema }), 4, 14),
	roles: list(z.strictObject({ id, title: textSchema, knows: textSchema, wants: textSchema }), 4, 6),
	/** Answer to every scoping fact. */
	scope: z.record(id, z.union([z.literal('unsure'), list(id, 1, 12)])),
	/** By question id. */
	answers: z.record(id, answerSchema),
	discussion: list(
		z.strictObject({ question: textSchema, hint: textSchema, questions: questionIds(1) }),
		8,
		10
	),
	scripts: list(
		z.strictObject({
			minutes: z.union([z.literal(SCRIPT_MINUTES[0]), z.literal(SCRIPT_MINUTES[1])]),
			steps: list(stepSchema, 4, 16)
		}),
		2,
		2
	),
	worksheet: list(
		z.strictObject({
			task: textSchema,
			/** Lines to write on. */
			lines: z.int().check(z.minimum(1), z.maximum(20)),
			questions: z.optional(questionIds(1))
		}),
		4,
		6
	)
});

/** A case in all languages. */
export type TrainerCase = z.infer<typeof caseFileSchema>;
