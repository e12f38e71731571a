import * as z from 'zod/mini';
import { CLAIM_ID_PATTERN, ID_PATTERN, textSchema } from '../questionnaire/schema.ts';

const id = z.string().check(z.regex(ID_PATTERN), z.maxLength(60));
const claims = z
	.array(z.string().check(z.regex(CLAIM_ID_PATTERN), z.maxLength(40)))
	.check(z.minLength(1), z.maxLength(20));

/** `questionnaires/crosswalk.yaml`: other frameworks beside the scoring groups of one questionnaire. */
export const crosswalkFileSchema = z.strictObject({
	questionnaire: id,
	frameworks: z
		.array(
			z.strictObject({
				id,
				document: id,
				claims,
				title: textSchema,
				nature: textSchema,
				areas: z
					.array(
						z.strictObject({
							id,
							title: textSchema,
							nearest: z.array(id).check(z.maxLength(30)),
							practiceArea: z.optional(id)
						})
					)
					.check(z.minLength(1), z.maxLength(40)),
				onlyThere: textSchema,
				onlyHere: textSchema
			})
		)
		.check(z.minLength(1), z.maxLength(30))
});
export type CrosswalkFile = z.infer<typeof crosswalkFileSchema>;
