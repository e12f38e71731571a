import { DOSSIER_FIELDS } from '../dossier/dossier-fields.ts';
import * as z from 'zod/mini';

// Compiled validators need `unsafe-eval`, which the app's content security policy refuses.
z.config({ jitless: true });

/** Ids are permanent, kebab-case and carry no meaning that could change. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Claim ids follow the documents they stand for, for instance `MF24-1.1-e`. */
export const CLAIM_ID_PATTERN = /^[A-Z]+[0-9]*-[A-Za-z0-9.-]+$/;

const id = z.string().check(z.regex(ID_PATTERN), z.maxLength(60));
const claimId = z.string().check(z.regex(CLAIM_ID_PATTERN), z.maxLength(40));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

export const textSchema = z.strictObject({ en: words, 'zh-Hant': words, 'zh-Hans': words });

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const oneToThree = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const duty = z.enum(['must', 'should', 'could']);
const rule = z.string().check(z.minLength(1), z.maxLength(200));
const list = <T extends z.core.$ZodType>(item: T, max: number) => z.array(item).check(z.maxLength(max));

const questionSchema = z.strictObject({
	id,
	practiceArea: z.optional(id),
	themes: list(id, 12),
	unit: z.enum(['organisation', 'system', 'both']),
	duty,
	dutyFrom: z.optional(z.strictObject({ date: day, duty })),
	weight: oneToThree,
	weightReason: textSchema,
	critical: z.optional(z.boolean()),
	criticalReason: z.optional(textSchema),
	effort: oneToThree,
	selections: list(id, 10),
	markers: z.optional(list(id, 10)),
	when: rule,
	claims: list(claimId, 20),
	figures: z.optional(list(claimId, 5)),
	short: textSchema,
	question: textSchema,
	why: textSchema,
	good: textSchema,
	evidence: list(textSchema, 6).check(z.minLength(1)),
	kind: z.optional(z.enum(['graded', 'checklist', 'yes-no'])),
	anchors: z.optional(list(textSchema, 4)),
	elements: z.optional(list(z.strictObject({ id, required: z.boolean(), text: textSchema }), 20)),
	grades: z.optional(list(level, 21)),
	action: textSchema,
	/** Words for the organisation's own policy, where the questionnaire helps to draft one. */
	policyText: z.optional(textSchema),
	notApplicable: z.optional(textSchema)
});
export type QuestionSource = z.infer<typeof questionSchema>;

export const sectionFileSchema = z.strictObject({
	section: id,
	questions: list(questionSchema, 500).check(z.minLength(1))
});
export type SectionFile = z.infer<typeof sectionFileSchema>;

const titled = { id, title: textSchema, text: z.optional(textSchema) };
const labelled = { label: textSchema, text: z.optional(textSchema) };

export const questionnaireFileSchema = z.strictObject({
	format: z.literal('plumbline-questionnaire'),
	formatVersion: z.literal(1),
	id,
	/** Whom it speaks to; default: an organisation. */
	audience: z.optional(z.enum(['organisation', 'person'])),
	version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
	asAt: day,
	scoringVersion: z.string(),
	title: textSchema,
	subtitle: textSchema,
	about: textSchema,
	limits: list(textSchema, 20),
	minGroups: z.int(),
	minGroupWeight: z.int(),
	groupKind: z.enum(['principle', 'section']),
	values: list(z.strictObject(titled), 10),
	/** Claim that says which group belongs to which value; until it was read, no value gets a score. */
	valueGroupingClaim: z.optional(claimId),
	principles: list(
		z.strictObject({ ...titled, value: z.optional(id), short: textSchema, claims: list(claimId, 20) }),
		30
	).check(z.minLength(1)),
	practiceAreas: list(z.strictObject(titled), 10),
	themes: list(
		z.strictObject({
			...titled,
			figures: z.optional(list(claimId, 10)),
			/** Fields of the factual dossier that this theme offers. */
			dossier: z.optional(list(z.enum(DOSSIER_FIELDS), DOSSIER_FIELDS.length))
		}),
		30
	),
	legalLens: list(z.strictObject(titled), 20),
	markers: list(z.strictObject(titled), 20),
	duties: list(z.strictObject({ id: duty, ...labelled }), 3),
	grades: list(z.strictObject({ grade: level, ...labelled }), 4),
	coverage: list(z.strictObject({ grade: level, ...labelled }), 4),
	levels: list(z.strictObject({ level, ...labelled }), 4),
	gapClasses: list(
		z.strictObject({ id: z.enum(['critical', 'law', 'high', 'medium', 'low']), ...labelled }),
		5
	),
	tiers: list(z.strictObject({ id: z.enum(['lower', 'medium', 'higher']), ...labelled }), 3),
	selections: list(
		z.strictObject({
			id,
			title: textSchema,
			text: textSchema,
			minutes: z.int(),
			indicative: z.boolean(),
			orderBy: z.optional(z.enum(['group', 'theme'])),
			intro: z.optional(list(textSchema, 12))
		}),
		10
	)
});
export type QuestionnaireFile = z.infer<typeof questionnaireFileSchema>;

const targetsRow = z.record(id, level);

export const scopingFileSchema = z.strictObject({
	facts: list(
		z.strictObject({
			id,
			multiple: z.boolean(),
			question: textSchema,
			short: textSchema,
			help: textSchema,
			drives: textSchema,
			reasonRequiredFor: z.optional(list(id, 10)),
			/** Field of the factual dossier that the answer says something about. */
			dossier: z.optional(z.enum(DOSSIER_FIELDS)),
			choices: list(z.strictObject({ id, text: textSchema, exclusive: z.optional(z.boolean()) }), 12)
		}),
		40
	),
	conditions: list(
		z.strictObject({
			id,
			fact: id,
			choices: list(id, 12),
			whenUnsure: z.boolean(),
			label: textSchema,
			outOfScope: textSchema
		}),
		60
	),
	tiers: list(
		z.strictObject({
			row: z.int(),
			when: rule,
			tier: z.enum(['lower', 'medium', 'higher']),
			because: textSchema,
			claims: z.optional(list(claimId, 10))
		}),
		20
	),
	targets: z.strictObject({ lower: targetsRow, medium: targetsRow, higher: targetsRow })
});
export type ScopingFile = z.infer<typeof scopingFileSchema>;

export const documentsFileSchema = z.strictObject({
	documents: list(
		z.strictObject({
			id,
			title: textSchema,
			issuer: textSchema,
			date: z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
			address: z.string().check(z.regex(/^https:\/\//)),
			official: z.boolean(),
			read: z.optional(
				z.strictObject({
					when: day,
					address: z.string().check(z.regex(/^https:\/\//)),
					how: z.optional(textSchema)
				})
			)
		}),
		200
	)
});
export type DocumentsFile = z.infer<typeof documentsFileSchema>;

export const claimsFileSchema = z.strictObject({
	claims: list(
		z.strictObject({
			id: claimId,
			document: id,
			locator: z.optional(textSchema),
			level: z.enum(['LAW', 'REC', 'OBS', 'INFO']),
			status: z.enum(['SEEN', 'SEEN-2', 'MEM']),
			legal: z.optional(id),
			text: textSchema,
			figure: z.optional(
				z.strictObject({ count: z.int(), of: z.int(), round: z.int(), 'of-whom': textSchema })
			)
		}),
		2000
	)
});
export type ClaimsFile = z.infer<typeof claimsFileSchema>;
