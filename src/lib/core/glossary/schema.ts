import * as z from 'zod/mini';
import { CLAIM_ID_PATTERN, ID_PATTERN, textSchema } from '../questionnaire/schema.ts';

const forms = z.optional(
	z.array(z.string().check(z.trim(), z.minLength(2), z.maxLength(60))).check(z.maxLength(10))
);

/** `questionnaires/glossary.yaml`: terms that people meet, with the words under which texts use them. */
export const glossaryFileSchema = z.strictObject({
	terms: z
		.array(
			z.strictObject({
				id: z.string().check(z.regex(ID_PATTERN), z.maxLength(60)),
				term: textSchema,
				/** Forms found in texts, by language; without any, the term itself; an empty list: none. */
				forms: z.optional(z.strictObject({ en: forms, 'zh-Hant': forms, 'zh-Hans': forms })),
				definition: textSchema,
				claims: z
					.array(z.string().check(z.regex(CLAIM_ID_PATTERN), z.maxLength(40)))
					.check(z.minLength(1), z.maxLength(10))
			})
		)
		.check(z.minLength(1), z.maxLength(200))
});
export type GlossaryFile = z.infer<typeof glossaryFileSchema>;
export type GlossaryTerm = GlossaryFile['terms'][number];
