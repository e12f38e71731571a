import * as z from 'zod/mini';
import { ID_PATTERN, textSchema } from '../questionnaire/schema.ts';

/** `questionnaires/<id>/hints.yaml`: answers that do not fit together. */
export const hintsFileSchema = z.strictObject({
	hints: z
		.array(
			z.strictObject({
				id: z.string().check(z.regex(ID_PATTERN), z.maxLength(60)),
				/** `question <= grade` or `question >= grade`; all have to hold. */
				answers: z
					.array(z.string().check(z.minLength(1), z.maxLength(100)))
					.check(z.minLength(1), z.maxLength(6)),
				/** Scoping conditions, as in a question's `when`. */
				when: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
				text: textSchema
			})
		)
		.check(z.maxLength(200))
});
export type HintsFile = z.infer<typeof hintsFileSchema>;
