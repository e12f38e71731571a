import { checkHints } from '../hints/check-hints.ts';
import { hintsFileSchema, type HintsFile } from '../hints/schema.ts';
import type { Checked, Issue } from '../issues.ts';
import { checkQuestion, type QuestionContext } from './check-question.ts';
import { checkFrame } from './check-frame.ts';
import { readYaml, type ReadFile, type SourceFile } from './read-yaml.ts';
import { parseRule } from './rule.ts';
import {
	claimsFileSchema,
	documentsFileSchema,
	questionnaireFileSchema,
	scopingFileSchema,
	sectionFileSchema,
	type ClaimsFile,
	type DocumentsFile,
	type QuestionnaireFile,
	type QuestionSource,
	type ScopingFile,
	type SectionFile
} from './schema.ts';
import type { Claim, Question, Questionnaire } from './types.ts';

/** The files of one questionnaire; paths are shown in messages. */
export interface QuestionnaireFiles {
	readonly questionnaire: SourceFile;
	readonly scoping: SourceFile;
	readonly sections: readonly SourceFile[];
	readonly documents: SourceFile;
	readonly claims: readonly SourceFile[];
	/** Answers that do not fit together; a questionnaire may do without. */
	readonly hints?: SourceFile | undefined;
}

/** A questionnaire in all languages with its structure; `textsOf` takes one language out of it. */
export interface CompiledQuestionnaire {
	readonly structure: Questionnaire;
	readonly frame: QuestionnaireFile;
	readonly scoping: ScopingFile;
	/** In the order of the scoring groups. */
	readonly questions: readonly QuestionSource[];
	readonly claims: readonly ClaimsFile['claims'][number][];
	readonly documents: DocumentsFile['documents'];
	readonly hints: HintsFile['hints'];
}

interface PlacedSection {
	readonly read: ReadFile<SectionFile>;
	readonly value: SectionFile;
}

/**
 * Compiles a questionnaire: reads every file, checks shapes, then everything that binds files together (ids,
 * rules, duties, sources).
 *
 * @returns the questionnaire, or every mistake found, each with file, line and path
 */
export function compileQuestionnaire(files: QuestionnaireFiles): Checked<CompiledQuestionnaire> {
	const frame = readYaml(files.questionnaire, questionnaireFileSchema);
	const scoping = readYaml(files.scoping, scopingFileSchema);
	const documents = readYaml(files.documents, documentsFileSchema);
	const claims = files.claims.map((file) => readYaml(file, claimsFileSchema));
	const sections = files.sections.map((file) => readYaml(file, sectionFileSchema));
	const hints = files.hints ? readYaml(files.hints, hintsFileSchema) : null;
	const readFiles = [frame, scoping, documents, ...claims, ...sections, ...(hints ? [hints] : [])];
	const shapeIssues = readFiles.flatMap((read) => read.issues);
	if (!frame.value || !scoping.value || !documents.value || shapeIssues.length > 0)
		return { ok: false, issues: [...shapeIssues] };

	const allClaims = claims.flatMap((read) => read.value?.claims ?? []);
	const placed = sections.flatMap((read): PlacedSection[] =>
		read.value ? [{ read, value: read.value }] : []
	);
	const context: QuestionContext = {
		frame: frame.value,
		scoping: scoping.value,
		claims: new Map(allClaims.map((claim) => [claim.id, claim]))
	};
	const issues: Issue[] = [
		...checkFrame(
			{ ...context, documents: documents.value.documents, allClaims },
			frame.place,
			scoping.place
		),
		...checkSections(placed, context),
		...claims.flatMap((read) => checkClaimDocuments(read, documents.value as DocumentsFile)),
		...(hints?.value
			? checkHints(
					hints.value,
					placed.flatMap(({ value }) => value.questions),
					scoping.value
				).map(hints.place)
			: [])
	];
	if (issues.length > 0) return { ok: false, issues };
	const assembled = assemble(frame.value, scoping.value, documents.value, allClaims, placed);
	return { ok: true, value: { ...assembled, hints: hints?.value?.hints ?? [] } };
}

function checkSections(sections: readonly PlacedSection[], context: QuestionContext): Issue[] {
	const issues: Issue[] = [];
	const groups = new Set(context.frame.principles.map(({ id }) => id));
	const seen = new Map<string, string>();
	for (const { read, value } of sections) {
		if (!groups.has(value.section))
			issues.push(
				read.place({
					code: 'unknown_section',
					path: ['section'],
					params: { got: value.section, expected: [...groups].join(', ') }
				})
			);
		value.questions.forEach((question, index) => {
			const path = ['questions', index] as const;
			const earlier = seen.get(question.id);
			if (earlier)
				issues.push(read.place({ code: 'duplicate_id', path: [...path, 'id'], params: { id: question.id } }));
			seen.set(question.id, value.section);
			for (const issue of checkQuestion(question, context))
				issues.push(read.place({ ...issue, path: [...path, ...issue.path] }));
		});
	}
	return issues;
}

function checkClaimDocuments(read: ReadFile<ClaimsFile>, { documents }: DocumentsFile): Issue[] {
	const known = new Set(documents.map(({ id }) => id));
	return (read.value?.claims ?? []).flatMap((claim, index): Issue[] =>
		known.has(claim.document)
			? []
			: [
					read.place({
						code: 'unknown_document',
						path: ['claims', index, 'document'],
						params: { got: claim.document }
					})
				]
	);
}

/** A question's place in the law follows from the LAW claims it cites. */
function legalOf(
	question: QuestionSource,
	claims: ReadonlyMap<string, { legal?: string | undefined; level: string }>
): string[] {
	return [...new Set(question.claims.flatMap((id) => claims.get(id)?.legal ?? []))];
}

/** @throws {TypeError} never in practice: `checkQuestion` has parsed the rule before */
function questionOf(
	source: QuestionSource,
	group: string,
	claims: ReadonlyMap<string, { legal?: string | undefined; level: string }>
): Question {
	const rule = parseRule(source.when);
	if (!rule) throw new TypeError(`Rule "${source.when}" was not checked.`);
	const kind = source.kind ?? 'graded';
	return {
		id: source.id,
		group,
		practiceArea: source.practiceArea ?? null,
		themes: source.themes,
		unit: source.unit,
		duty: source.duty,
		...(source.dutyFrom && { dutyFrom: source.dutyFrom }),
		weight: source.weight,
		critical: source.critical ?? false,
		effort: source.effort,
		selections: [...source.selections.filter((id) => id !== 'full'), 'full'],
		markers: source.markers ?? [],
		kind,
		...(kind === 'checklist' && {
			elements: (source.elements ?? []).map(({ id, required }) => ({ id, required })),
			grades: source.grades ?? []
		}),
		when: source.when,
		rule,
		allowsNotApplicable: source.notApplicable !== undefined,
		claims: source.claims,
		figures: source.figures ?? [],
		legal: legalOf(source, claims)
	};
}

function assemble(
	frame: QuestionnaireFile,
	scoping: ScopingFile,
	documents: DocumentsFile,
	allClaims: ClaimsFile['claims'],
	sections: readonly PlacedSection[]
): Omit<CompiledQuestionnaire, 'hints'> {
	const claims = new Map(allClaims.map((claim) => [claim.id, claim]));
	const ordered = frame.principles.flatMap(({ id }) =>
		sections
			.filter(({ value }) => value.section === id)
			.flatMap(({ value }) => value.questions.map((q) => ({ group: id, q })))
	);
	const cited = new Set([
		...ordered.flatMap(({ q }) => [...q.claims, ...(q.figures ?? [])]),
		...frame.principles.flatMap((principle) => principle.claims),
		...frame.themes.flatMap((theme) => theme.figures ?? []),
		...scoping.tiers.flatMap((tier) => tier.claims ?? [])
	]);
	const citedClaims = allClaims.filter(({ id }) => cited.has(id));
	const usedDocuments = new Set(citedClaims.map(({ document }) => document));
	const structure: Questionnaire = {
		id: frame.id,
		version: frame.version,
		scoringVersion: frame.scoringVersion,
		asAt: frame.asAt,
		audience: frame.audience ?? 'organisation',
		groupKind: frame.groupKind,
		draftsPolicy: ordered.some(({ q }) => q.policyText !== undefined),
		minGroups: minGroupsOf(frame),
		minGroupWeight: frame.minGroupWeight,
		values: frame.values.map(({ id }) => ({ id })),
		valueGroupingRead: (claims.get(frame.valueGroupingClaim ?? '')?.status ?? 'MEM') !== 'MEM',
		groups: frame.principles.map((p) => ({ id: p.id, value: p.value ?? null, claims: p.claims })),
		practiceAreas: frame.practiceAreas.map(({ id }) => id),
		themes: frame.themes.map(({ id, figures, dossier }) => ({
			id,
			figures: figures ?? [],
			dossier: dossier ?? []
		})),
		legalLens: frame.legalLens.map(({ id }) => id),
		markers: frame.markers.map(({ id }) => id),
		selections: frame.selections.map((s) => ({
			id: s.id,
			minutes: s.minutes,
			indicative: s.indicative,
			orderBy: s.orderBy ?? 'group'
		})),
		facts: scoping.facts.map((fact) => ({
			id: fact.id,
			multiple: fact.multiple,
			choices: fact.choices.map(({ id, exclusive }) => ({ id, exclusive: exclusive ?? false })),
			reasonRequiredFor: fact.reasonRequiredFor ?? [],
			...(fact.dossier && { dossier: fact.dossier })
		})),
		conditions: scoping.conditions.map(({ id, fact, choices, whenUnsure }) => ({
			id,
			fact,
			choices,
			whenUnsure
		})),
		tiers: scoping.tiers.map(({ row, when, tier, claims: ids }) => ({
			row,
			when,
			rule: parseRule(when) ?? [[]],
			tier,
			claims: ids ?? []
		})),
		targets: scoping.targets,
		questions: ordered.map(({ group, q }) => questionOf(q, group, claims)),
		claims: Object.fromEntries(citedClaims.map((claim) => [claim.id, claimOf(claim)])),
		documents: Object.fromEntries(
			documents.documents
				.filter(({ id }) => usedDocuments.has(id))
				.map(({ id, date, address, official, read }) => [
					id,
					{ id, date, address, official, ...(read && { read: { when: read.when, address: read.address } }) }
				])
		)
	};
	return {
		structure,
		frame,
		scoping,
		questions: ordered.map(({ q }) => q),
		claims: citedClaims,
		documents: documents.documents
	};
}

/** A person gets no overall score: more groups are asked for than there are. */
function minGroupsOf({ audience, principles, minGroups }: QuestionnaireFile): number {
	return audience === 'person' ? Math.max(minGroups, principles.length + 1) : minGroups;
}

function claimOf({ id, document, level, status, legal, figure }: ClaimsFile['claims'][number]): Claim {
	return {
		id,
		document,
		level,
		status,
		...(legal && { legal }),
		...(figure && { figure: { count: figure.count, of: figure.of, round: figure.round } })
	};
}
